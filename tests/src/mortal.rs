//! A Chromium that is killed and comes back with the same profile, on a server that stays: its storage
//! belongs to one origin.

use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, anyhow, bail};
use fantoccini::ClientBuilder;
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::json;
use xtask::server::{Server, Site};
use xtask::tools::{self, Browsers};
use xtask::workspace;

use crate::browser::{Browser, chromium_flags};
use crate::driver::Driver;
use crate::exits::Exits;
use crate::page::Page;

/// How long a browser may take to start or to be gone.
const PATIENCE: Duration = Duration::from_secs(60);

/// What outlives the browser.
pub struct Mortal {
    browsers: Browsers,
    server: Arc<Server>,
    exits: Arc<Exits>,
    driver: Arc<Driver>,
    profile: PathBuf,
}

/// One life of the browser.
pub struct Life {
    /// Its page.
    pub page: Page,
    process: Child,
}

/// The end of a life that was set off.
pub struct End(JoinHandle<Result<Instant>>);

impl Mortal {
    /// Starts the server and the driver, with an empty profile.
    ///
    /// # Errors
    /// When something that is needed is missing.
    pub fn new() -> Result<Self> {
        let browsers = tools::find_browsers()?;
        let site = Site {
            folder: workspace::dist(),
            mount: "/".to_owned(),
            collect_reports: false,
        };
        let profile =
            std::env::temp_dir().join(format!("sourcelight-crash-{}", std::process::id()));
        std::fs::create_dir_all(&profile)
            .with_context(|| format!("making {}", profile.display()))?;
        Ok(Self {
            driver: Arc::new(Driver::start(Browser::Chromium.driver(&browsers))?),
            server: Arc::new(Server::start(site, 0)?),
            exits: Arc::new(Exits::start()?),
            browsers,
            profile,
        })
    }

    /// Starts the browser on the profile as its last life left it, with no page open yet.
    ///
    /// # Errors
    /// When it does not start.
    pub async fn live(&self) -> Result<Life> {
        let told = self.profile.join("DevToolsActivePort");
        // Where it is missing there is nothing to be forgotten.
        let _ = std::fs::remove_file(&told);
        let process = Command::new(&self.browsers.chromium)
            .args(chromium_flags(self.exits.address()))
            .arg("--remote-debugging-port=0")
            .arg("--hide-crash-restore-bubble")
            .arg(format!("--user-data-dir={}", self.profile.display()))
            .arg("about:blank")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .context("starting Chromium")?;
        let started = Instant::now();
        let port = loop {
            let port = std::fs::read_to_string(&told).unwrap_or_default();
            if let Some(port) = port.lines().next().filter(|p| p.parse::<u16>().is_ok()) {
                break port.to_owned();
            }
            if started.elapsed() > PATIENCE {
                bail!("Chromium does not say where it listens");
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        };
        let asked = json!({
            "browserName": "chrome",
            "goog:chromeOptions": { "debuggerAddress": format!("127.0.0.1:{port}") },
        });
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(asked.as_object().cloned().unwrap_or_default())
            .connect(&self.driver.url())
            .await
            .context("steering Chromium")?;
        let page = Page::new(
            Browser::Chromium,
            client,
            self.server.clone(),
            self.exits.clone(),
            self.driver.clone(),
        );
        Ok(Life { page, process })
    }
}

impl Drop for Mortal {
    fn drop(&mut self) {
        // What is left of it lies among the system's temporary files.
        let _ = std::fs::remove_dir_all(&self.profile);
    }
}

impl Life {
    /// Kills the browser after `time`, in the middle of whatever it does then. The page is of no use
    /// afterwards.
    pub fn end_after(self, time: Duration) -> End {
        let mut process = self.process;
        End(std::thread::spawn(move || {
            std::thread::sleep(time);
            let at = Instant::now();
            process.kill().context("killing Chromium")?;
            process.wait().context("waiting for Chromium to be gone")?;
            Ok(at)
        }))
    }
}

impl End {
    /// Whether it has come.
    pub fn has_come(&self) -> bool {
        self.0.is_finished()
    }

    /// Waits for it; answers when the browser was killed.
    ///
    /// # Errors
    /// When it could not be killed.
    pub fn wait(self) -> Result<Instant> {
        self.0
            .join()
            .map_err(|_| anyhow!("the thread that kills has panicked"))?
    }
}
