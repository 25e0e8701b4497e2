// The service worker: it keeps the app's files on the device, so that the page opens without a network.
//
// `cargo xtask` puts the hashed names in the place of these, fills in the edition, and fails when a file of the site is in
// neither list. A name changes with its content, so a file that is kept is never out of date; only the page has always
// the same address. Trunk does not hash names, so it leaves this file out.

// What the first screen needs: kept as soon as the app has been opened once.
const FIRST = ["boot.js", "factory-checkup.js", "factory-checkup_bg.wasm", "questionnaires.json", "main.css", "icon.svg"];
// What reports and workbooks need besides, which is large: kept when it is first fetched.
const LATER = [
  "worker.js",
  "file-worker.js",
  "file-worker_bg.wasm",
  "noto-sans-sc-common-regular.ttf",
  "noto-sans-sc-common-bold.ttf",
  "noto-sans-sc-wider-regular.ttf",
  "noto-sans-sc-rest-regular.ttf",
  "OFL.txt",
];
const PAGE = "./";

// Other apps, and other places of this one, may share the origin and so its caches: these are this place's own.
const OURS = `factory-checkup ${registration.scope} `;
const KEPT_FIRST = `${OURS}{edition}`;
const KEPT_LATER = `${OURS}report`;

// How many milliseconds the network has to bring the page, before the one that is kept is shown.
const PATIENCE = 4000;

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(activate()));
addEventListener("fetch", (event) => {
  const { method, mode, url } = event.request;
  const [address] = url.split(/[?#]/);
  const name = address.startsWith(registration.scope) ? address.slice(registration.scope.length) : null;
  if (method !== "GET" || name === null) return;
  if (mode === "navigate") {
    if (name === "" || name === "index.html") event.respondWith(page(event.request));
  } else if (FIRST.includes(name)) {
    event.respondWith(file(KEPT_FIRST, event));
  } else if (LATER.includes(name)) {
    event.respondWith(file(KEPT_LATER, event));
  }
});

async function install() {
  const cache = await caches.open(KEPT_FIRST);
  await cache.addAll([...FIRST, new Request(PAGE, { cache: "reload" })]);
  // While a new edition is being put on the server, its page and this file may be of two editions: then another time.
  const html = await (await cache.match(PAGE)).text();
  if (!FIRST.every((name) => html.includes(name))) throw new Error("the page is of another edition");
  await skipWaiting();
}

async function activate() {
  const names = (await caches.keys()).filter((name) => name.startsWith(OURS));
  await Promise.all(names.filter((name) => name !== KEPT_FIRST && name !== KEPT_LATER).map((name) => caches.delete(name)));
  // What the report needed in an older edition goes; a font that is still the same one stays.
  const later = await caches.open(KEPT_LATER);
  const left = (await later.keys()).filter(({ url }) => !LATER.includes(url.slice(registration.scope.length)));
  await Promise.all(left.map((request) => later.delete(request)));
  // Where the fonts were before there was a service worker.
  await caches.delete("factory-checkup-fonts-1");
  await clients.claim();
}

// From the network, so that a new edition shows at once; what is kept, when there is none or hardly any.
async function page(request) {
  const late = new Promise((_, refuse) => setTimeout(refuse, PATIENCE, new Error("the network is slow")));
  try {
    const response = await Promise.race([fetch(request), late]);
    // A redirection is not followed here, but by the browser, which is given it.
    if (response.ok || response.type === "opaqueredirect") return response;
  } catch {
    // What is kept follows.
  }
  const cache = await caches.open(KEPT_FIRST);
  return (await cache.match(PAGE)) ?? fetch(request);
}

async function file(kept, event) {
  const { request } = event;
  const cache = await caches.open(kept);
  // A page that had trouble with what it got asks for it anew.
  const found = request.cache === "reload" ? undefined : await cache.match(request.url, { ignoreVary: true });
  if (found) return found;
  const response = await fetch(request);
  if (response.ok) {
    // A full device only means that the file is fetched again next time.
    event.waitUntil(cache.put(request.url, response.clone()).catch(() => {}));
  }
  return response;
}
