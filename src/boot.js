// The page's first script: starts the app's module, then has the browser keep the app for use without a network. It is a
// file because the page's policy forbids inline scripts.
const opening = document.getElementById("opening");
try {
  const { default: start } = await import("./factory-checkup.js");
  await start();
} catch (trouble) {
  opening.textContent = opening.dataset.failed;
  throw trouble;
}
// Pages that come by plain HTTP have no service worker, and Trunk's have no script for it: the app then needs a network
// to open, and nothing else is lost.
navigator.serviceWorker?.register("./sw.js").catch((trouble) => {
  console.warn("The app is not kept for use without a network:", trouble);
});
