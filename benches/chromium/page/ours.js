// The product: its worker from dist/, ordered as the app orders it. Everything from the exported file on is done in it:
// reading, scoring, writing the content, fetching the fonts.
import { site } from "./site.js";

export async function open({ export: text }) {
  const address = await site();
  const packs = Object.fromEntries(["regular", "bold", "wider", "rest"].map((pack) => [pack, address(`report-font-${pack}`)]));
  const order = {
    Print: {
      content: "Report",
      export: text,
      wanted: { language: "zh-CN", made: "2026-11-23T14:32:05+08:00", extent: "full", without: [], accent: null, logo: null },
      questionnaires: address("questionnaires"),
      packs,
    },
  };
  let heard;
  // When the worker's steps began, in the order it tells them.
  const steps = [];
  const worker = new Worker(address("file-worker"), { type: "module" });
  const ready = new Promise((done, fail) => {
    worker.onerror = fail;
    worker.onmessage = ({ data: [words, bytes] }) => {
      const news = JSON.parse(words);
      steps.push([news.Step ?? "Done", performance.now()]);
      if (news === "Ready") done();
      else if (news.Printed) heard.done(new Uint8Array(bytes));
      else if (news.Failed) heard.fail(new Error(words));
    };
  });
  await ready;
  return {
    make: () =>
      new Promise((done, fail) => {
        heard = { done, fail };
        steps.splice(0, steps.length, ["Content", performance.now()]);
        worker.postMessage([JSON.stringify(order), null]);
      }),
    stages: () => steps.slice(1).map(([, end], index) => [steps[index][0], end - steps[index][1]]),
    close: () => worker.terminate(),
  };
}
