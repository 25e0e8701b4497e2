// Drives the comparison in Chromium: `node run.js DIST CONTENT NODE_MODULES CHROMIUM`, as `cargo xtask bench` calls it.
// Prints a table, and leaves the files beside the content, so that they can be looked at.
import { readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

const [dist, content, modules, chromium] = process.argv.slice(2);
const { chromium: launcher } = createRequire(join(modules, "/"))("playwright-core");
const here = fileURLToPath(new URL(".", import.meta.url));
const project = join(here, "../..");
const PLANTS = ["discrete-l1-with-gaps", "process-plant"];
const MAKERS = (process.env.MAKERS ?? 'ours,pdfmake,jspdf').split(',');
const AGAIN = 21;

const FOLDERS = { dist, content, lib: modules, fonts: join(project, "style/fonts"), seeds: join(project, "seeds") };
const TYPES = { ".html": "text/html", ".js": "text/javascript", ".wasm": "application/wasm", ".json": "application/json" };

const server = createServer(async ({ url }, response) => {
  const [, folder, ...rest] = normalize(new URL(url, "http://here").pathname).split("/");
  const path = FOLDERS[folder] ? join(FOLDERS[folder], ...rest) : join(here, "page", folder || "index.html");
  try {
    const bytes = await readFile(path);
    // Kept by the browser as a site's hashed files are.
    response.writeHead(200, { "content-type": TYPES[extname(path)] ?? "application/octet-stream", "cache-control": "max-age=31536000" });
    response.end(bytes);
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise((done) => server.listen(0, "127.0.0.1", done));

const browser = await launcher.launch({
  executablePath: chromium,
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
console.log(`Chromium ${browser.version()}; milliseconds; ${AGAIN} runs after the first`);
console.log("plant                    maker       first    min  median     max   bytes  longest task");
for (const plant of PLANTS) {
  for (const maker of MAKERS) {
    // A fresh profile each, so that nobody's cache helps another.
    const context = await browser.newContext();
    const page = await context.newPage();
    page.on("console", (message) => message.type() === "error" && console.error(maker, message.text()));
    page.on("pageerror", (error) => console.error(maker, error));
    await page.goto(`http://127.0.0.1:${server.address().port}/`, { waitUntil: "load" });
    await page.waitForFunction(() => "measure" in globalThis);
    const { first, times, firstStages, stages, longest, file } = await page.evaluate(([...order]) => measure(...order), [maker, plant, AGAIN]);
    const bytes = Buffer.from(file, "base64");
    await writeFile(join(content, `${plant}.${maker}.pdf`), bytes);
    times.sort((one, other) => one - other);
    const shown = [first, times[0], times[AGAIN >> 1], times[AGAIN - 1]].map((time) => time.toFixed(0).padStart(7)).join(" ");
    console.log(`${plant.padEnd(24)} ${maker.padEnd(8)} ${shown} ${String(bytes.length).padStart(7)} ${longest.toFixed(0).padStart(6)}`);
    for (const [stage, times] of Object.entries(stages)) {
      const median = times.sort((one, other) => one - other)[times.length >> 1];
      console.log(`  of it ${stage.padEnd(26)} ${firstStages[stage].toFixed(0).padStart(8)}         ${median.toFixed(0).padStart(7)}`);
    }
    await context.close();
  }
}
await browser.close();
server.close();
