// The file worker's first script: starts its module. What the page posts before the module listens is lost, so the
// module says when it is ready.
import start from "./file-worker.js";
await start();
