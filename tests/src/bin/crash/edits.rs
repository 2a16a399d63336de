//! What the reader does before the browser is killed, and what is there afterwards.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use fantoccini::key::Key;
use serde_json::{Value, json};
use sourcelight_e2e::Page;

use crate::ledger::{self, Ledger};

/// Words that notes are made of.
const WORDS: [&str; 8] = [
    "who", "counted", "these", "losses", "né", "and", "when", "exactly",
];
/// How many notes there may be before one has to go.
const NOTES: usize = 10;
/// How long the status may take to say saved.
const PATIENCE: Duration = Duration::from_secs(10);

/// A reader in one life of the browser.
pub(crate) struct Reader<'p> {
    page: &'p Page,
    /// What undo takes back: where, and what stood there before.
    history: Vec<(String, ledger::Value)>,
}

impl<'p> Reader<'p> {
    pub(crate) fn new(page: &'p Page) -> Self {
        Self {
            page,
            history: Vec::new(),
        }
    }

    /// Opens the app and compares what is kept, and what of it is shown, with the ledger.
    pub(crate) async fn compare(&self, ledger: &mut Ledger) -> Result<()> {
        self.page.open().await?;
        let there = self.page.client().execute_async(THERE, vec![]).await?;
        if let Some(why) = there["hidden"].as_str() {
            bail!("{why} is kept and not shown");
        }
        let mut found = BTreeMap::new();
        let texts = |name: &str| -> Vec<String> {
            let all = there[name].as_array().into_iter().flatten();
            all.filter_map(|v| v.as_str().map(str::to_owned)).collect()
        };
        for text in texts("notes") {
            found.insert(named("note", &text, ledger), text);
        }
        for text in texts("drafts") {
            found.insert(named("draft", &text, ledger), text);
        }
        for (name, value) in there["more"].as_object().context("nothing was read")? {
            if let Some(value) = value.as_str().filter(|value| !value.is_empty()) {
                found.insert(name.clone(), value.to_owned());
            }
        }
        ledger.compare(&found);
        Ok(())
    }

    /// Makes one change, and waits most times until it is saved.
    pub(crate) async fn edit(
        &mut self,
        ledger: &mut Ledger,
        random: &mut fastrand::Rng,
    ) -> Result<()> {
        // A draft that was left has the keyboard still, and would take the keys of commands.
        self.page
            .script("document.activeElement.blur()", Value::Null)
            .await?;
        match random.u32(..100) {
            0..25 => self.judge(ledger, random).await?,
            25..50 => self.write(ledger, random).await?,
            50..60 => self.write_on(ledger, random).await?,
            60..70 => self.change(ledger, random).await?,
            70..78 => self.delete(ledger, random).await?,
            78..85 => self.switch_topic(ledger, random).await?,
            85..92 => self.correct_title(ledger, random).await?,
            _ => self.undo(ledger).await?,
        }
        if random.u32(..10) < 7 {
            self.saved(ledger).await?;
        }
        Ok(())
    }

    /// Accepts or rejects a claim, or takes that back.
    async fn judge(&mut self, ledger: &mut Ledger, random: &mut fastrand::Rng) -> Result<()> {
        self.page
            .script("document.getElementById('tab-Claims').click()", Value::Null)
            .await?;
        let ids = "return Array.from(document.querySelectorAll('#tab-panel li[data-id]'), (li) => li.dataset.id)";
        let ids = self.page.script(ids, Value::Null).await?;
        let ids = ids.as_array().context("the claims are no list")?;
        let id = random
            .choice(ids)
            .and_then(Value::as_str)
            .context("there is no claim")?;
        let thing = format!("finding {id}");
        let word = if random.bool() { "Accept" } else { "Reject" };
        let before = ledger.now(&thing).to_owned();
        let after = if before == word { "" } else { word };
        ledger.put(&thing, after);
        let press = "const item = document.querySelector(`#tab-panel li[data-id=\"${arguments[0].id}\"]`);
            Array.from(item.querySelectorAll('button')).find((b) => b.textContent === arguments[0].word).click()";
        self.page
            .script(press, json!({ "id": id, "word": word }))
            .await?;
        self.history.push((thing, before));
        Ok(())
    }

    /// Writes a note on some words; it is saved or stays a draft.
    async fn write(&mut self, ledger: &mut Ledger, random: &mut fastrand::Rng) -> Result<()> {
        if ledger.standing("note ").len() >= NOTES {
            return self.delete(ledger, random).await;
        }
        let number = ledger.figures().made;
        self.page.script(SELECT, json!(random.f64())).await?;
        self.soon("document.querySelector('.selection-bar') !== null")
            .await?;
        self.page.press(&['n']).await?;
        self.soon("document.activeElement.tagName === 'TEXTAREA'")
            .await?;
        let name = format!("n{number:05}");
        let draft = format!("draft {name}");
        ledger.put(&draft, "");
        self.keys(ledger, &draft, "", &format!("{name} ")).await?;
        self.words(ledger, &name, random).await
    }

    /// Types on, in the field that has the keyboard, and saves the note or leaves it.
    async fn words(
        &mut self,
        ledger: &mut Ledger,
        name: &str,
        random: &mut fastrand::Rng,
    ) -> Result<()> {
        let draft = format!("draft {name}");
        for _ in 0..random.usize(1..6) {
            let before = ledger.now(&draft).to_owned();
            let word = WORDS[random.usize(..WORDS.len())];
            self.keys(ledger, &draft, &before, &format!("{word} "))
                .await?;
            if random.u32(..3) == 0 {
                self.saved(ledger).await?;
            }
        }
        if random.u32(..10) < 6 {
            let note = format!("note {name}");
            let text = ledger.now(&draft).to_owned();
            self.history
                .push((note.clone(), ledger.now(&note).to_owned()));
            ledger.put(&note, text);
            ledger.put(&draft, "");
            self.page
                .press(&[Key::Control.into(), Key::Enter.into()])
                .await?;
        }
        Ok(())
    }

    /// Goes on with a draft, of this life or an earlier one.
    async fn write_on(&mut self, ledger: &mut Ledger, random: &mut fastrand::Rng) -> Result<()> {
        let drafts = ledger.standing("draft n");
        let Some(draft) = random.choice(&drafts) else {
            return self.write(ledger, random).await;
        };
        let focus = "document.getElementById('tab-Notes').click();
            await new Promise((done) => setTimeout(done));
            const area = Array.from(document.querySelectorAll('.note-form textarea')).find((area) => area.value === arguments[0]);
            if (area) { area.focus(); area.setSelectionRange(area.value.length, area.value.length); }
            return Boolean(area)";
        let text = ledger.now(draft).to_owned();
        ensure!(
            self.awaits(focus, json!(text)).await? == true,
            "the draft {text:?} is not shown"
        );
        let name = draft.trim_start_matches("draft ").to_owned();
        self.words(ledger, &name, random).await
    }

    /// Changes a note's words.
    async fn change(&mut self, ledger: &mut Ledger, random: &mut fastrand::Rng) -> Result<()> {
        let Some(name) = untouched(ledger, random) else {
            return self.write(ledger, random).await;
        };
        let text = ledger.now(&format!("note {name}")).to_owned();
        self.press_on_note(&text, "Edit").await?;
        self.soon("document.activeElement.tagName === 'TEXTAREA'")
            .await?;
        self.page
            .press(&[Key::Control.into(), Key::End.into()])
            .await?;
        let draft = format!("draft {name}");
        self.keys(ledger, &draft, &text, "and ").await?;
        self.words(ledger, &name, random).await
    }

    /// Deletes a note.
    async fn delete(&mut self, ledger: &mut Ledger, random: &mut fastrand::Rng) -> Result<()> {
        let Some(name) = untouched(ledger, random) else {
            return Ok(());
        };
        let note = format!("note {name}");
        let text = ledger.now(&note).to_owned();
        ledger.put(&note, "");
        self.press_on_note(&text, "Delete").await?;
        self.history.push((note, text));
        Ok(())
    }

    /// Switches a topic off, or on again.
    async fn switch_topic(
        &mut self,
        ledger: &mut Ledger,
        random: &mut fastrand::Rng,
    ) -> Result<()> {
        self.page.press(&[',']).await?;
        self.soon("document.querySelector('.topics .chip') !== null")
            .await?;
        let names = "return Array.from(document.querySelectorAll('.topics .chip'), (chip) => chip.textContent)";
        let names = self.page.script(names, Value::Null).await?;
        let index = random.usize(..names.as_array().map_or(1, Vec::len));
        let thing = format!("topic {}", names[index].as_str().unwrap_or_default());
        let after = if ledger.now(&thing).is_empty() {
            "off"
        } else {
            ""
        };
        ledger.put(&thing, after);
        let press = "document.querySelectorAll('.topics .chip')[arguments[0]].click()";
        self.page.script(press, json!(index)).await?;
        self.close().await
    }

    /// Types another title, and takes it or leaves it.
    async fn correct_title(
        &mut self,
        ledger: &mut Ledger,
        random: &mut fastrand::Rng,
    ) -> Result<()> {
        let title = format!("Title {}", ledger.figures().made);
        self.page.press(&['d']).await?;
        self.soon("document.getElementById('details-title') !== null")
            .await?;
        let all =
            "const field = document.getElementById('details-title'); field.focus(); field.select()";
        self.page.script(all, Value::Null).await?;
        ledger.put("typed title", ledger.now("typed title").to_owned());
        self.keys(ledger, "typed title", "", &title).await?;
        if random.u32(..10) < 7 {
            self.history
                .push(("title".to_owned(), ledger.now("title").to_owned()));
            ledger.put("title", title);
            ledger.put("typed title", "");
            self.page.press(&[Key::Enter.into()]).await?;
            self.soon("document.querySelector('dialog') === null").await
        } else {
            self.close().await
        }
    }

    async fn undo(&mut self, ledger: &mut Ledger) -> Result<()> {
        let Some((thing, before)) = self.history.pop() else {
            return Ok(());
        };
        ledger.put(&thing, before);
        let press = "document.querySelector('header button[aria-label=Undo]').click()";
        self.page.script(press, Value::Null).await.map(drop)
    }

    /// Types `words` behind `before`, key by key; any beginning of them may be kept on the way.
    async fn keys(
        &self,
        ledger: &mut Ledger,
        thing: &str,
        before: &str,
        words: &str,
    ) -> Result<()> {
        for (at, letter) in words.char_indices() {
            ledger.pass(
                thing,
                format!("{before}{}", &words[..at + letter.len_utf8()]),
            );
        }
        let field = self.page.client().active_element().await?;
        Ok(field.send_keys(words).await?)
    }

    async fn press_on_note(&self, text: &str, word: &str) -> Result<()> {
        let press = "document.getElementById('tab-Notes').click();
            await new Promise((done) => setTimeout(done));
            const item = Array.from(document.querySelectorAll('#tab-panel li.item'))
                .find((li) => li.querySelector('.note-words')?.textContent === arguments[0].text);
            if (item) Array.from(item.querySelectorAll('button')).find((b) => b.textContent === arguments[0].word).click();
            return Boolean(item)";
        let found = self
            .awaits(press, json!({ "text": text, "word": word }))
            .await?;
        ensure!(found == true, "the note {text:?} is not shown");
        Ok(())
    }

    async fn close(&self) -> Result<()> {
        let press = "document.querySelector('dialog .modal-head button').click()";
        self.page.script(press, Value::Null).await?;
        self.soon("document.querySelector('dialog') === null").await
    }

    /// Waits until the status says saved.
    async fn saved(&self, ledger: &mut Ledger) -> Result<()> {
        self.soon("/^Saved/.test(document.querySelector('.saved').textContent)")
            .await?;
        ledger.acknowledge();
        Ok(())
    }

    /// Waits until an expression holds in the page.
    async fn soon(&self, holds: &str) -> Result<()> {
        let script = format!("return {holds}");
        let began = Instant::now();
        while !self.page.holds(&script).await? {
            ensure!(began.elapsed() < PATIENCE, "waited in vain until {holds}");
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        Ok(())
    }

    /// Runs a script that waits; `arguments[0]` is `argument`.
    async fn awaits(&self, script: &str, argument: Value) -> Result<Value> {
        let script = format!(
            "const done = arguments[arguments.length - 1];
             (async function () {{ {script} }}).apply(null, arguments).then(done, (why) => done(String(why)));"
        );
        Ok(self
            .page
            .client()
            .execute_async(&script, vec![argument])
            .await?)
    }
}

/// The name of a note that nobody is changing.
fn untouched(ledger: &Ledger, random: &mut fastrand::Rng) -> Option<String> {
    let names = ledger.standing("note ").into_iter();
    let names = names.map(|name| name.trim_start_matches("note ").to_owned());
    let free = |name: &String| ledger.now(&format!("draft {name}")).is_empty();
    let names: Vec<String> = names.filter(free).collect();
    random.choice(&names).cloned()
}

/// Which note or draft has these words: they begin with its name. The first letters of a name belong to
/// the draft that was begun last.
fn named(kind: &str, text: &str, ledger: &Ledger) -> String {
    match text.get(..6) {
        Some(name) => format!("{kind} {name}"),
        None => ledger.newest(kind).unwrap_or_else(|| kind.to_owned()),
    }
}

/// Selects a few words somewhere in the article.
const SELECT: &str = "
    const pieces = Array.from(document.querySelectorAll('main article .paragraph [data-start]'))
        .filter((piece) => piece.textContent.length > 20);
    const piece = pieces[Math.floor(arguments[0] * pieces.length)];
    piece.scrollIntoView({ block: 'center', behavior: 'instant' });
    getSelection().setBaseAndExtent(piece.firstChild, 2, piece.firstChild, 18);";

/// Everything that is kept, read from the database as any script can, and from what the app shows.
const THERE: &str = "
    const done = arguments[arguments.length - 1];
    const asked = (request) => new Promise((well, badly) => {
        request.onsuccess = () => well(request.result); request.onerror = () => badly(request.error); });
    const turn = () => new Promise((go) => setTimeout(go, 30));
    (async () => {
        const database = await asked(indexedDB.open('sourcelight'));
        const all = (store) => asked(database.transaction(store).objectStore(store).getAll());
        const [articles, annotations, drafts] = [await all('articles'), await all('annotations'), await all('drafts')];
        database.close();
        const live = annotations.filter((a) => !a.annotation['sl:deleted'] && a.annotation.motivation === 'commenting');
        const says = (a) => a.annotation.body[0].value;
        const more = { title: articles[0]?.metadata.title ?? '' };
        const words = drafts.filter((d) => !d.place.field);
        for (const draft of drafts.filter((d) => d.place.field)) more['typed ' + draft.place.field] = draft.text;
        document.getElementById('tab-Notes').click(); await turn();
        const shown = Array.from(document.querySelectorAll('.note-words'), (p) => p.textContent);
        const areas = Array.from(document.querySelectorAll('.note-form textarea'), (area) => area.value);
        const changed = new Set(words.map((d) => d.place.change));
        const ids = new Set(live.map((a) => a.id));
        const missing = live.filter((a) => !changed.has(a.id) && !shown.includes(says(a))).map(says)
            .concat(words.filter((d) => !d.place.change || ids.has(d.place.change))
                .map((d) => d.text).filter((text) => !areas.includes(text)));
        document.getElementById('tab-Claims').click(); await turn();
        for (const item of document.querySelectorAll('#tab-panel li[data-id]')) {
            const pressed = item.querySelector('button[aria-pressed=true]');
            more['finding ' + item.dataset.id] = pressed ? pressed.textContent : '';
        }
        Array.from(document.querySelectorAll('header button')).find((b) => b.textContent === 'Settings').click();
        await turn();
        for (const chip of document.querySelectorAll('.topics .chip'))
            more['topic ' + chip.textContent] = chip.getAttribute('aria-pressed') === 'true' ? '' : 'off';
        document.querySelector('dialog .modal-head button').click(); await turn();
        done({ notes: live.map(says), drafts: words.map((d) => d.text), more,
               hidden: missing.length ? JSON.stringify(missing) : null });
    })().catch((why) => done({ hidden: String(why) }));";
