// Starts a worker: a build puts this behind wasm-bindgen's glue and replaces the name below by the
// real one. What the page says before the wasm listens is kept and said again.
(() => {
  const early = [];
  const keep = (event) => early.push(event);
  addEventListener("message", keep);
  const wasm = new URL("./worker_bg.wasm", location.href);
  wasm_bindgen({ module_or_path: wasm }).then(
    () => {
      removeEventListener("message", keep);
      for (const { data, ports } of early) dispatchEvent(new MessageEvent("message", { data, ports: [...ports] }));
    },
    // Thrown outside the promise, it reaches the page as the worker's `error` event.
    (reason) => setTimeout(() => { throw reason; }),
  );
})();
