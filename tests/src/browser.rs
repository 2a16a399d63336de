//! The two browsers, and how each is started: headless, with a fresh profile that its driver makes,
//! and with every way out of this machine led to the recorder of [`crate::exits`].

use std::net::SocketAddr;
use std::path::Path;

use serde_json::{Map, Value, json};
use xtask::tools::Browsers;

/// A browser that journeys run in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Browser {
    /// Chromium, steered by chromedriver.
    Chromium,
    /// Firefox, steered by geckodriver.
    Firefox,
}

impl Browser {
    pub(crate) fn driver(self, browsers: &Browsers) -> &Path {
        match self {
            Self::Chromium => &browsers.chromedriver,
            Self::Firefox => &browsers.geckodriver,
        }
    }

    pub(crate) fn capabilities(self, browsers: &Browsers, exits: SocketAddr) -> Map<String, Value> {
        let asked = match self {
            Self::Chromium => json!({
                "browserName": "chrome",
                "goog:chromeOptions": {
                    "binary": browsers.chromium,
                    "args": chromium_flags(exits),
                },
                "goog:loggingPrefs": { "browser": "ALL" },
            }),
            Self::Firefox => json!({
                "browserName": "firefox",
                "moz:firefoxOptions": {
                    "binary": browsers.firefox,
                    "args": ["-headless"],
                    "env": { "MOZ_HEADLESS_WIDTH": "1400", "MOZ_HEADLESS_HEIGHT": "900" },
                    "prefs": firefox_preferences(exits),
                },
            }),
        };
        asked.as_object().cloned().unwrap_or_default()
    }
}

pub(crate) fn chromium_flags(exits: SocketAddr) -> Vec<String> {
    let mut flags: Vec<String> = [
        "--headless",
        // Its sandbox does not start as root, and all it opens here is our own.
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-features=OptimizationHints,MediaRouter,Translate",
        "--lang=en-US",
        "--window-size=1400,900",
    ]
    .map(String::from)
    .to_vec();
    flags.push(format!("--proxy-server=http://{exits}"));
    flags
}

fn firefox_preferences(exits: SocketAddr) -> Value {
    let (host, port) = (exits.ip().to_string(), exits.port());
    json!({
        "network.proxy.type": 1,
        "network.proxy.http": host,
        "network.proxy.http_port": port,
        "network.proxy.ssl": host,
        "network.proxy.ssl_port": port,
        "network.proxy.no_proxies_on": "localhost, 127.0.0.1",
        // What pages log goes to the browser's standard output, where the harness reads it.
        "devtools.console.stdout.content": true,
        "intl.accept_languages": "en-US",
    })
}
