// Everything shipped, read and checked: the core benchmark's wasm, built as the app's module is, on the page's own thread.
import { site } from "./site.js";

// Milliseconds of the first time, and of `again` more. Code that runs for the first time is not yet optimised by the browser.
globalThis.read = async (again) => {
  const address = await site();
  const pack = await (await fetch(address("questionnaires"))).text();
  const { default: start, provide, read_everything } = await import("/reading/core.js");
  await start();
  const timed = (work) => {
    const start = performance.now();
    work();
    return performance.now() - start;
  };
  const unpacked = timed(() => provide(pack));
  const first = timed(read_everything);
  const times = [];
  for (let run = 0; run < again; run++) {
    times.push(timed(read_everything));
    await new Promise((done) => setTimeout(done, 20));
  }
  return { unpacked, first, times };
};
