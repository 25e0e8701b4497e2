// What the driver calls: each maker, run again and again in this page, with its times and the page's long tasks.
import { open as jspdf } from "./jspdf.js";
import { open as ours } from "./ours.js";
import { open as pdfmake } from "./pdfmake.js";

const MAKERS = { ours, pdfmake, jspdf };

// Opens a maker and makes one report with it, then `again` more. `first` is from nothing but loaded scripts: fonts
// are fetched, a worker is started. Returns the last file as base64.
globalThis.measure = async (name, plant, again) => {
  const tasks = [];
  const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries()));
  observer.observe({ entryTypes: ["longtask"] });
  const content = await (await fetch(`/content/${plant}.content.json`)).json();
  const export_ = await (await fetch(`/seeds/${plant}.json`)).text();

  const timed = async (work) => {
    const start = performance.now();
    const made = await work();
    return [performance.now() - start, made];
  };
  let maker;
  const [first] = await timed(async () => {
    maker = await MAKERS[name]({ content, export: export_ });
    return maker.make();
  });
  const firstStages = Object.fromEntries(maker.stages?.() ?? []);
  const times = [];
  const stages = {};
  let bytes;
  for (let run = 0; run < again; run++) {
    let time;
    [time, bytes] = await timed(() => maker.make());
    times.push(time);
    for (const [stage, time] of maker.stages?.() ?? []) (stages[stage] ??= []).push(time);
    await new Promise((done) => setTimeout(done, 50));
  }
  maker.close?.();
  await new Promise((done) => setTimeout(done, 200));
  observer.disconnect();
  let binary = "";
  for (let at = 0; at < bytes.length; at += 32768) binary += String.fromCharCode(...bytes.subarray(at, at + 32768));
  return { first, times, firstStages, stages, longest: Math.max(0, ...tasks.map((task) => task.duration)), file: btoa(binary) };
};

// The two font packs of the product, which the other libraries get as well.
export async function fonts(place) {
  const one = async (name) => new Uint8Array(await (await fetch(`${place}${name}.ttf`)).arrayBuffer());
  return { regular: await one("regular"), bold: await one("bold") };
}
