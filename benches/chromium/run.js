// Drives the benchmarks in Chromium: `node run.js DIST READING CONTENT NODE_MODULES CHROMIUM`, as `cargo xtask bench` calls it.
// Prints tables, and leaves the reports beside their content, so that they can be looked at.
import { readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

const [dist, reading, content, modules, chromium] = process.argv.slice(2);
const { chromium: launcher } = createRequire(join(modules, "/"))("playwright-core");
const here = fileURLToPath(new URL(".", import.meta.url));
const project = join(here, "../..");
const PLANTS = ["discrete-l1-with-gaps", "process-plant"];
const MAKERS = ["ours", "pdfmake", "jspdf"];
const AGAIN = 21;

const FOLDERS = { dist, reading, content, lib: modules, fonts: join(project, "style/fonts"), seeds: join(project, "seeds") };
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

// In a fresh profile each, so that nobody's cache helps another.
async function opened() {
  const context = await browser.newContext();
  const page = await context.newPage();
  page.on("console", (message) => message.type() === "error" && console.error(message.text()));
  page.on("pageerror", (error) => console.error(error));
  await page.goto(`http://127.0.0.1:${server.address().port}/`, { waitUntil: "load" });
  await page.waitForFunction(() => "measure" in globalThis && "read" in globalThis);
  return { context, page };
}

const middle = (times) => times.sort((one, other) => one - other)[times.length >> 1];

{
  const { context, page } = await opened();
  const { unpacked, first, times } = await page.evaluate((again) => read(again), AGAIN);
  const [median, least, most] = [middle(times), times[0], times.at(-1)].map((time) => time.toFixed(1));
  console.log(`everything shipped: unpack the texts ${unpacked.toFixed(1)}; read and check first ${first.toFixed(1)}, then ${median} (${least}–${most})`);
  await context.close();
}

console.log("plant                    maker       first    min  median     max   bytes  longest task");
for (const plant of PLANTS) {
  for (const maker of MAKERS) {
    const { context, page } = await opened();
    const { first, times, firstStages, stages, longest, file } = await page.evaluate(([...order]) => measure(...order), [maker, plant, AGAIN]);
    const bytes = Buffer.from(file, "base64");
    await writeFile(join(content, `${plant}.${maker}.pdf`), bytes);
    const median = middle(times);
    const shown = [first, times[0], median, times.at(-1)].map((time) => time.toFixed(0).padStart(7)).join(" ");
    console.log(`${plant.padEnd(24)} ${maker.padEnd(8)} ${shown} ${String(bytes.length).padStart(7)} ${longest.toFixed(0).padStart(6)}`);
    for (const [stage, times] of Object.entries(stages)) {
      console.log(`  of it ${stage.padEnd(26)} ${firstStages[stage].toFixed(0).padStart(8)}         ${middle(times).toFixed(0).padStart(7)}`);
    }
    await context.close();
  }
}
await browser.close();
server.close();
