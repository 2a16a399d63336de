// Starts the app. A build replaces the name below by the real one, which holds its content's hash.
import init from "./sourcelight.js";

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

init().catch((reason) => {
  console.error("The app could not be started.", reason);
  rescue();
});
