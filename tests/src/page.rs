//! The page in the browser, as a journey sees it.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, anyhow, bail};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use fantoccini::Client;
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use serde_json::{Value, json};
use xtask::server::Server;

use crate::browser::Browser;
use crate::command::Command;
use crate::driver::Driver;
use crate::exits::Exits;
use crate::observed::{Observed, firefox_console_errors};

/// How long something may take that a person would wait for.
const PATIENCE: Duration = Duration::from_secs(20);

/// A browser with the app's page. Clones are the same page.
#[derive(Clone)]
pub struct Page {
    client: Client,
    shared: Arc<Shared>,
}

struct Shared {
    browser: Browser,
    server: Arc<Server>,
    exits: Arc<Exits>,
    driver: Arc<Driver>,
    findings_expected: AtomicBool,
}

impl Page {
    pub(crate) fn new(
        browser: Browser,
        client: Client,
        server: Arc<Server>,
        exits: Arc<Exits>,
        driver: Arc<Driver>,
    ) -> Self {
        let findings_expected = AtomicBool::new(false);
        Self {
            client,
            shared: Arc::new(Shared {
                browser,
                server,
                exits,
                driver,
                findings_expected,
            }),
        }
    }

    /// The WebDriver client, for what this has no word for.
    pub fn client(&self) -> &Client {
        &self.client
    }

    /// The address of the app.
    pub fn url(&self) -> String {
        self.shared.server.url()
    }

    /// Opens the app and waits until its first article is lit, or none could be opened.
    ///
    /// # Errors
    /// When it does not come to that.
    pub async fn open(&self) -> Result<()> {
        self.client.goto(&self.url()).await?;
        self.ready().await
    }

    /// Loads the page anew, as F5 does.
    ///
    /// # Errors
    /// When it is not lit again.
    pub async fn reload(&self) -> Result<()> {
        self.client.refresh().await?;
        self.ready().await
    }

    /// Waits for `window.sourcelight.ready`.
    ///
    /// # Errors
    /// When it is not there or does not resolve.
    pub async fn ready(&self) -> Result<()> {
        self.until("window.sourcelight.ready is there", async || {
            self.holds("return Boolean(window.sourcelight && window.sourcelight.ready)")
                .await
        })
        .await?;
        let script = "const done = arguments[arguments.length - 1];
            setTimeout(() => done('it did not resolve'), 20000);
            window.sourcelight.ready.then(() => done(null), (why) => done(String(why)));";
        match self.client.execute_async(script, vec![]).await? {
            Value::Null => Ok(()),
            why => bail!("window.sourcelight.ready: {why}"),
        }
    }

    /// Runs a script in the page; `arguments[0]` is `argument`.
    ///
    /// # Errors
    /// What the script throws.
    pub async fn script(&self, script: &str, argument: Value) -> Result<Value> {
        Ok(self.client.execute(script, vec![argument]).await?)
    }

    /// Whether a script answers `true`.
    ///
    /// # Errors
    /// What the script throws.
    pub async fn holds(&self, script: &str) -> Result<bool> {
        Ok(self.script(script, Value::Null).await? == Value::Bool(true))
    }

    /// Waits until `what` holds.
    ///
    /// # Errors
    /// When it does not within the time a person would wait, with the last reason why not.
    pub async fn until(&self, what: &str, holds: impl AsyncFn() -> Result<bool>) -> Result<()> {
        let started = Instant::now();
        loop {
            let answer = holds().await;
            if matches!(answer, Ok(true)) {
                return Ok(());
            }
            if started.elapsed() > PATIENCE {
                let why = answer
                    .err()
                    .map(|why| format!(": {why:#}"))
                    .unwrap_or_default();
                bail!("waited in vain until {what}{why}");
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// Presses keys in order and lets them go in reverse, as for `&[Key::Control, 'z']`.
    ///
    /// # Errors
    /// When the browser does not take them.
    pub async fn press(&self, keys: &[char]) -> Result<()> {
        let down = keys.iter().map(|&value| KeyAction::Down { value });
        let up = keys.iter().rev().map(|&value| KeyAction::Up { value });
        let actions = down
            .chain(up)
            .fold(KeyActions::new("keyboard".to_owned()), KeyActions::then);
        self.client
            .perform_actions(actions)
            .await
            .context("pressing keys")
    }

    /// What the page is on paper: a PDF.
    ///
    /// # Errors
    /// When the browser does not print.
    pub async fn print(&self) -> Result<Vec<u8>> {
        if self.shared.browser == Browser::Firefox {
            // Its driver prints without telling the page, which its own command does.
            let tell = "window.dispatchEvent(new Event('beforeprint'));
                return new Promise((done) => setTimeout(() => done(null), 200))";
            self.script(tell, Value::Null).await?;
        }
        let command = Command::post("print", json!({ "background": false }));
        let answer = self.client.issue_cmd(command).await?;
        let coded = answer.as_str().context("the browser prints nothing")?;
        BASE64
            .decode(coded)
            .context("what it printed is not base64")
    }

    /// All that was seen so far of what must not happen.
    ///
    /// # Errors
    /// When the browser's console cannot be read.
    pub async fn observed(&self) -> Result<Observed> {
        // What the last step set off may still be on its way.
        tokio::time::sleep(Duration::from_millis(300)).await;
        Ok(Observed {
            console_errors: self.console_errors().await?,
            violations: self.shared.server.violations(),
            misses: self.shared.server.misses(),
            exits: self.shared.exits.of_pages(),
        })
    }

    /// For journeys that bring errors about: the harness then does not judge, they do.
    pub fn expect_findings(&self) {
        self.shared.findings_expected.store(true, Ordering::Relaxed);
    }

    pub(crate) async fn judge(&self) -> Result<()> {
        if self.shared.findings_expected.load(Ordering::Relaxed) {
            return Ok(());
        }
        self.observed().await?.ensure_nothing()
    }

    /// `why` a journey failed, with what else was seen and a screenshot of where it ended.
    pub(crate) async fn with_evidence(&self, why: anyhow::Error) -> anyhow::Error {
        let seen = match self.observed().await {
            Ok(seen) => format!("{seen:#?}"),
            Err(unreadable) => format!("{unreadable:#}"),
        };
        let shot = match self.shoot().await {
            Ok(path) => format!("It ended like this: {}", path.display()),
            Err(unseen) => format!("No screenshot: {unseen:#}"),
        };
        anyhow!("{why:#}\n\nSeen on the way: {seen}\n{shot}")
    }

    /// Takes a screenshot named after the running test.
    async fn shoot(&self) -> Result<PathBuf> {
        let folder = xtask::workspace::root().join("target").join("journeys");
        let test = std::thread::current()
            .name()
            .unwrap_or("journey")
            .replace("::", "-");
        let path = folder.join(format!("{test}.png"));
        std::fs::create_dir_all(&folder)?;
        std::fs::write(&path, self.client.screenshot().await?)?;
        Ok(path)
    }

    async fn console_errors(&self) -> Result<Vec<String>> {
        if self.shared.browser == Browser::Firefox {
            let url = self.url();
            return Ok(firefox_console_errors(
                &self.shared.driver.written(),
                url.trim_end_matches('/'),
            ));
        }
        let log = self
            .client
            .issue_cmd(Command::post("se/log", json!({ "type": "browser" })))
            .await?;
        let entries = log.as_array().context("the browser's log is no list")?;
        let severe = entries.iter().filter(|entry| entry["level"] == "SEVERE");
        Ok(severe
            .map(|entry| entry["message"].as_str().unwrap_or("").to_owned())
            .collect())
    }
}
