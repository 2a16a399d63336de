// Plain script, no wasm: this page must work when nothing else does.
(() => {
  const state = document.getElementById("state");
  const list = document.getElementById("articles");
  const button = document.getElementById("export");
  if (location.search === "?crashed") document.getElementById("crashed").hidden = false;

  const element = (name, text, parent) => {
    const made = document.createElement(name);
    made.textContent = text;
    parent.append(made);
    return made;
  };
  const failed = (why) => {
    state.textContent = "The browser’s storage could not be read: " + why + ". Close other tabs of this site and reload this page.";
  };
  const all = (database, store) => new Promise((resolve, reject) => {
    if (!database.objectStoreNames.contains(store)) return resolve([]);
    const request = database.transaction(store).objectStore(store).getAll();
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  // What a record says, however damaged it is.
  const array = (value) => (Array.isArray(value) ? value : []);
  const note = (annotation) => array(annotation?.body).map((b) => b?.value).filter((v) => typeof v === "string").join(" · ");
  const quote = (annotation) => array(annotation?.target)
    .flatMap((t) => array(t?.selector)).map((s) => s?.exact).filter((v) => typeof v === "string").join(" … ");

  const show = (articles, annotations, drafts) => {
    const known = new Map(articles.map((a) => [a?.id, a]));
    const ids = new Set([...known.keys(), ...[...annotations, ...drafts].map((a) => a?.article)]);
    for (const id of ids) {
      const own = annotations.filter((a) => a?.article === id);
      const article = known.get(id);
      const text = typeof article?.text === "string" ? article.text : "";
      const title = article?.metadata?.title || text.trim().slice(0, 80) || "An article whose record is damaged";
      const section = element("section", "", list);
      element("h2", title, section);
      const notes = own.filter((a) => !a?.annotation?.["sl:deleted"]);
      if (!notes.length) element("p", "No notes or decisions.", section);
      for (const { annotation } of notes) {
        element("blockquote", quote(annotation), section);
        element("p", note(annotation), section);
      }
      for (const draft of drafts.filter((d) => d?.article === id && typeof d?.text === "string")) {
        if (typeof draft.place?.note?.exact === "string") element("blockquote", draft.place.note.exact, section);
        element("p", "Not saved: " + draft.text, section);
      }
      if (text) {
        const details = element("details", "", section);
        element("summary", "The article’s text", details);
        element("pre", text, details);
      }
    }
  };

  const offer = (articles, annotations, settings, drafts) => {
    button.disabled = false;
    button.onclick = () => {
      const everything = { format: "sourcelight-rescue", version: 1, articles, annotations, settings, drafts };
      const link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob([JSON.stringify(everything, null, 1)], { type: "application/json" }));
      link.download = "sourcelight-notes.json";
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    };
  };

  let fresh = false;
  let request;
  try {
    request = indexedDB.open("sourcelight");
  } catch (error) {
    return failed(String(error));
  }
  // Opening must not make the database: the app would then find one without its stores.
  request.onupgradeneeded = () => { fresh = true; request.transaction.abort(); };
  request.onblocked = () => failed("another tab holds it");
  request.onerror = () => fresh ? (state.textContent = "Nothing is kept in this browser.") : failed(String(request.error));
  request.onsuccess = async () => {
    const database = request.result;
    try {
      const [articles, annotations, settings, drafts] = [
        await all(database, "articles"), await all(database, "annotations"), await all(database, "settings"),
        await all(database, "drafts"),
      ];
      show(articles, annotations, drafts);
      offer(articles, annotations, settings, drafts);
      const live = annotations.filter((a) => !a?.annotation?.["sl:deleted"]).length;
      state.textContent = articles.length + " article(s), " + live + " note(s) and decision(s).";
    } catch (error) {
      failed(String(error));
    } finally {
      database.close();
    }
  };
})();
