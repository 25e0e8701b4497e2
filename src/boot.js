// The page's first script: starts the app's module. It is a file because the page's policy forbids inline scripts.
const opening = document.getElementById("opening");
try {
  const { default: start } = await import("./factory-checkup.js");
  await start();
} catch (trouble) {
  opening.textContent = opening.dataset.failed;
  throw trouble;
}
