// Starts the app. A build replaces the name of the app's script by the real one, which holds its
// content's hash.

// Resolves when the first article is lit, or when none could be opened.
window.sourcelight = {};
window.sourcelight.ready = new Promise((resolve) => { window.sourcelight.resolve = resolve; });
window.sourcelight.ready.then(() => performance.mark("lit"));

// Where the wasm has panicked nothing of it can be trusted any more: the rescue page, which is plain
// script, then still gets at the notes.
const rescue = () => location.replace(new URL("rescue.html?crashed", document.baseURI));
const ofWasm = (reason) => reason instanceof WebAssembly.RuntimeError;
addEventListener("error", (event) => ofWasm(event.error) && rescue());
addEventListener("unhandledrejection", (event) => ofWasm(event.reason) && rescue());

// The worker loads beside the app, not after it, and the app takes it over: src/browser/worker.rs.
// One that fails before is taken away, so that the app starts its own and hears of the failure.
const named = document.querySelector("meta[name='sourcelight:analysis-worker']");
if (named) {
  try {
    const worker = new Worker(new URL(named.content, document.baseURI));
    worker.addEventListener("error", () => { delete window.sourcelight.analysisWorker; });
    window.sourcelight.analysisWorker = worker;
  } catch {
    // No workers here: the app finds that out itself, and says so.
  }
}

import("./sourcelight.js").then((app) => app.default()).catch((reason) => {
  console.error("The app could not be started.", reason);
  rescue();
});
