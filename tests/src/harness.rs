//! Running one journey in one browser.

use std::fmt;
use std::sync::OnceLock;

use anyhow::{Context, Result, anyhow};
use fantoccini::ClientBuilder;
use hyper_util::client::legacy::connect::HttpConnector;
use xtask::server::{Server, Site};
use xtask::tools::{self, Browsers};
use xtask::workspace;

use crate::browser::Browser;
use crate::driver::Driver;
use crate::exits::Exits;
use crate::page::Page;

/// What a journey needs to be different.
pub struct Setup {
    /// The path the app is served under.
    pub mount: &'static str,
}

impl Default for Setup {
    fn default() -> Self {
        Self { mount: "/" }
    }
}

/// Why a journey failed, for the test runner to print as it is: no backtrace, it would only lead
/// through the harness.
pub struct Failure(anyhow::Error);

impl fmt::Debug for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:#}", self.0)
    }
}

/// Runs `journey` in a fresh browser on a server of its own, and then checks that nothing happened on
/// it that must not.
///
/// # Errors
/// What the journey failed with, or what must not have happened.
pub fn run<F>(
    browser: Browser,
    setup: &Setup,
    journey: impl FnOnce(Page) -> F,
) -> Result<(), Failure>
where
    F: Future<Output = Result<()>> + 'static,
{
    walk(browser, setup, journey).map_err(Failure)
}

fn walk<F>(browser: Browser, setup: &Setup, journey: impl FnOnce(Page) -> F) -> Result<()>
where
    F: Future<Output = Result<()>> + 'static,
{
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    let server = Server::start(
        Site {
            folder: workspace::dist(),
            mount: setup.mount.to_owned(),
            collect_reports: true,
        },
        0,
    )?;
    let exits = Exits::start()?;
    let browsers = browsers()?;
    let driver = Driver::start(browser.driver(browsers))?;
    let tasks = tokio::task::LocalSet::new();
    tasks.block_on(&runtime, async {
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(browser.capabilities(browsers, exits.address()))
            .connect(&driver.url())
            .await
            .with_context(|| format!("starting {browser:?}"))?;
        let page = Page::new(
            browser,
            client.clone(),
            server.into(),
            exits.into(),
            driver.into(),
        );
        // As a task of its own a journey that panics still lets the browser be closed.
        let walked = tokio::task::spawn_local(journey(page.clone())).await;
        let walked = walked.unwrap_or_else(|panic| Err(anyhow!("{panic}")));
        let judged = match walked {
            Ok(()) => page.judge().await,
            Err(why) => Err(page.with_evidence(why).await),
        };
        client.close().await.context("closing the browser")?;
        judged
    })
}

fn browsers() -> Result<&'static Browsers> {
    static BROWSERS: OnceLock<std::result::Result<Browsers, String>> = OnceLock::new();
    let found = BROWSERS.get_or_init(|| tools::find_browsers().map_err(|why| format!("{why:#}")));
    found.as_ref().map_err(|why| anyhow!("{why}"))
}
