// The bookmarklet: it hands the page it is clicked on to Sourcelight. The app puts its own address in
// for "APP", takes these comments out and offers the rest as a bookmark (src/effects/bookmarklet.rs).
// It loads nothing and changes nothing on the page. Comments stand on lines of their own.
(async () => {
  const app = "APP";
  const home = new URL(app).origin;
  // Long enough for an app that is open or cached; else the page travels in the address.
  const patience = 2000;
  // What browsers take as an address.
  const longest = 1900000;

  // The window first, while the click still allows it.
  const target = window.open(app + "#receive=" + encodeURIComponent(location.origin), "_blank");
  const ready = new Promise((resolve) => {
    const hear = (event) => {
      if (event.source !== target || event.origin !== home || event.data?.sourcelight !== "ready") return;
      removeEventListener("message", hear);
      resolve(true);
    };
    addEventListener("message", hear);
    setTimeout(() => { removeEventListener("message", hear); resolve(false); }, patience);
  });

  // A copy in a document that loads and runs nothing.
  const copy = document.implementation.createHTMLDocument("").importNode(document.documentElement, true);
  const away = "script:not([type='application/ld+json']),style,link[rel~='stylesheet'],iframe,object,embed,svg,canvas,input,textarea,select,template";
  for (const element of copy.querySelectorAll(away)) element.remove();
  for (const element of copy.querySelectorAll("*")) {
    for (const { name, value } of [...element.attributes]) {
      if (/^(on|style$|srcset$|nonce$)/i.test(name) || /^data:/i.test(value)) element.removeAttribute(name);
    }
  }
  const page = JSON.stringify({ url: location.href, title: document.title, html: copy.outerHTML });
  const stream = new Blob([page]).stream().pipeThrough(new CompressionStream("gzip"));
  const gzip = await new Response(stream).arrayBuffer();

  if (await ready) return target.postMessage({ sourcelight: "page", gzip }, home);

  // No answer: another site's policy may have cut the windows apart.
  let letters = "";
  for (const byte of new Uint8Array(gzip)) letters += String.fromCharCode(byte);
  const packed = btoa(letters).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
  if (packed.length > longest) {
    return alert("This page is too large to hand over. Save it as a file and drop the file on Sourcelight.");
  }
  const address = app + "#import=" + packed;
  if (target && !target.closed) target.location.href = address;
  else if (!window.open(address, "_blank")) location.href = address;
})();
