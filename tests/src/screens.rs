//! The screens and states of the app, and the way to each from the lit article: what is photographed and
//! what is looked at for barriers.

use anyhow::{Result, ensure};

use crate::page::Page;

/// A screen: what it is called and the script that leads to it from the lit article.
pub const SCREENS: &[(&str, &str)] = &[
    (
        "first-visit",
        "if (!named('button', 'Got it')) { await click('header button', 'Help'); await click('button', 'Show the first steps'); }",
    ),
    (
        "read",
        "for (let got = named('button', 'Got it'); got; got = named('button', 'Got it')) { got.click(); await settle(); }",
    ),
    ("search", "await key('/'); await type('treaty')"),
    ("search-nothing", "await key('/'); await type('zebra')"),
    (
        "filters",
        "await key('f'); await click('.chip', 'Attributions'); await click('.chip', 'Unnamed')",
    ),
    (
        "filters-nothing",
        "await key('f'); await click('.chip', 'Accepted'); await click('.chip', 'Named')",
    ),
    (
        "palette",
        "await key('k', { ctrlKey: true }); await type('marks')",
    ),
    ("settings", "await key(',')"),
    ("export", "await key('e')"),
    (
        "export-saved",
        "await key('e'); await click('button', 'Save as HTML'); await new Promise((done) => setTimeout(done, 1500))",
    ),
    ("open", "await key('o')"),
    ("library", "await key('b'); await settle(); await settle()"),
    ("details", "await key('d'); await settle(); document.querySelector('.block-kinds').open = true; await settle()"),
    (
        "selection",
        "getSelection().selectAllChildren(document.querySelector('main .paragraph [data-start]')); await settle(); await settle()",
    ),
    ("controversy", "await tab('Controversy'); document.querySelectorAll('.treaty').forEach((d) => { d.open = true; })"),
    ("checks", "await tab('Checks')"),
    ("help", "await key('?')"),
    (
        "help-rules",
        "await key('?'); document.querySelectorAll('.rule').forEach((rule) => { rule.open = true; });
         document.querySelector('.terms').scrollIntoView({ block: 'start' })",
    ),
    ("sources", "await tab('Sources')"),
    (
        "merged",
        "await tab('Sources'); if (!document.querySelector('.merged')) { document.querySelector('.same button').click(); await settle(); }
         document.querySelector('.merged').scrollIntoView({ block: 'center' }); await settle()",
    ),
    (
        "glance",
        "await tab('Sources'); await click('button', 'Sourcing at a glance')",
    ),
    (
        "glance-chain",
        "await tab('Sources'); await click('button', 'Sourcing at a glance'); document.querySelector('.modal svg.chain').scrollIntoView({ block: 'start' });
         document.querySelectorAll('.modal .node[role=button]')[1].focus()",
    ),
    (
        "source-card",
        "await tab('Sources'); const card = Array.from(document.querySelectorAll('.voice')).find((c) => c.querySelector('.same'));
         card.querySelectorAll('details').forEach((d) => { d.open = true; }); card.scrollIntoView({ block: 'start' })",
    ),
    (
        "draft",
        "await select(pieces()[0]); await key('n'); await type('Who counted th'); await raise()",
    ),
    ("newer-version", "await newer()"),
    ("comparison", "await newer(); await click('.notice button', 'Compare'); await there('dialog button', 'Carry over')"),
    (
        "tray",
        "await newer(); await click('.notice button', 'Compare'); await soon('dialog button', 'Carry over'); await raise()",
    ),
    (
        "versions",
        "await newer(); await click('.notice button', 'Compare'); await soon('dialog button', 'Carry over'); await settle(); await key('V', { shiftKey: true }); await settle()",
    ),
];

/// What the scripts may use.
const STEPS: &str = "
    const settle = () => new Promise((done) => setTimeout(done, 350));
    const named = (selector, name) => Array.from(document.querySelectorAll(selector))
        .find((e) => (e.getAttribute('aria-label') || e.textContent).trim().startsWith(name));
    const click = async (selector, name) => {
        const found = named(selector, name);
        if (!found) throw new Error('no ' + selector + ' called ' + name);
        found.click(); await settle(); };
    const raise = async () => {
        const handle = document.querySelector('.panel .handle');
        if (handle && handle.offsetParent && document.querySelector('.panel.peek')) { handle.click(); await settle(); }
        if (handle && handle.offsetParent && document.querySelector('.panel.half')) { handle.click(); await settle(); } };
    const tab = async (name) => { await click('[role=tab]', name); await raise(); };
    const key = async (name, more) => {
        document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true, ...more }));
        await settle(); };
    const type = async (text) => {
        const field = document.activeElement; field.value = text;
        field.dispatchEvent(new Event('input', { bubbles: true })); await settle(); };
    const pieces = () => Array.from(document.querySelectorAll('main .paragraph [data-start]'));
    const select = async (piece) => { getSelection().selectAllChildren(piece); await settle(); await settle(); };
    const newer = async () => {
        const long = pieces().filter((piece) => piece.textContent.length > 30);
        for (const piece of [long[0], long.at(-1)]) {
            await select(piece); await key('n'); await type('A note of the older version');
            await click('.note-form button', 'Save note'); document.activeElement.blur(); }
        const texts = Array.from(document.querySelectorAll('main .paragraph'),
            (p) => Array.from(p.querySelectorAll('[data-start]'), (piece) => piece.textContent).join('')).slice(0, -1);
        const data = new DataTransfer();
        data.setData('text/plain', ['A headline of ' + Date.now(), ...texts].join('\\n\\n').replace(' the ', ' that '));
        const event = new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData: data });
        Object.defineProperty(event, 'clipboardData', { value: data });
        document.body.dispatchEvent(event);
        await there('.notice button', 'Compare'); };
    const there = async (selector, name) => {
        for (let tries = 0; tries < 40 && !named(selector, name); tries += 1) await settle(); };
    const soon = async (selector, name) => { await there(selector, name); await click(selector, name); };
";

impl Page {
    /// Goes from the lit article to a screen of [`SCREENS`], by its steps.
    ///
    /// # Errors
    /// When a step leads nowhere, or the page is wider than its window.
    pub async fn walk_to(&self, steps: &str) -> Result<()> {
        let script = format!(
            "const done = arguments[arguments.length - 1];
             (async () => {{ {STEPS} {steps}; await settle(); }})().then(() => done(null), (why) => done(String(why)));"
        );
        let why = self.client().execute_async(&script, vec![]).await?;
        ensure!(why.is_null(), "{why}");
        let wider = "return document.documentElement.scrollWidth > innerWidth";
        ensure!(
            !self.holds(wider).await?,
            "the page is wider than its window"
        );
        Ok(())
    }
}
