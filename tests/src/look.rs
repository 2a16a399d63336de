//! What the page is seen through: how large the window is, and what the reader has set in the browser or
//! the system.

use anyhow::Result;
use serde_json::{Value, json};

use crate::command::Command;
use crate::page::Page;

/// What the page is seen through.
#[derive(Clone, Copy, Debug)]
pub struct Look {
    /// The window's width in CSS pixels; under 768 it is a phone's.
    pub width: u32,
    /// Its height.
    pub height: u32,
    /// The dark scheme.
    pub dark: bool,
    /// Colours that the reader forces on all pages, as Windows' contrast themes do.
    pub forced_colours: bool,
    /// More contrast is asked for.
    pub more_contrast: bool,
    /// Less motion is asked for.
    pub less_motion: bool,
}

impl Default for Look {
    fn default() -> Self {
        Self {
            width: 1400,
            height: 900,
            dark: false,
            forced_colours: false,
            more_contrast: false,
            less_motion: false,
        }
    }
}

impl Page {
    /// Shows the page through this. In Chromium only.
    ///
    /// # Errors
    /// When the browser cannot.
    pub async fn look_through(&self, look: Look) -> Result<()> {
        let Look { width, height, .. } = look;
        let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 768 });
        self.devtools("Emulation.setDeviceMetricsOverride", metrics)
            .await?;
        let pick = |on: bool, yes: &str, no: &str| if on { yes } else { no }.to_owned();
        let features = [
            ("prefers-color-scheme", pick(look.dark, "dark", "light")),
            ("forced-colors", pick(look.forced_colours, "active", "none")),
            (
                "prefers-contrast",
                pick(look.more_contrast, "more", "no-preference"),
            ),
            (
                "prefers-reduced-motion",
                pick(look.less_motion, "reduce", "no-preference"),
            ),
        ]
        .map(|(name, value)| json!({ "name": name, "value": value }));
        self.devtools(
            "Emulation.setEmulatedMedia",
            json!({ "features": features }),
        )
        .await
    }

    /// Has the browser run a script before any of ours in every page that is opened from now on. In
    /// Chromium only.
    ///
    /// # Errors
    /// When the browser cannot.
    pub async fn run_first(&self, script: &str) -> Result<()> {
        self.devtools(
            "Page.addScriptToEvaluateOnNewDocument",
            json!({ "source": script }),
        )
        .await
    }

    pub(crate) async fn devtools(&self, command: &str, parameters: Value) -> Result<()> {
        self.devtools_answer(command, parameters).await.map(drop)
    }

    /// What Chromium answers to a command of its developer tools.
    ///
    /// # Errors
    /// When it does not know it.
    pub async fn devtools_answer(&self, command: &str, parameters: Value) -> Result<Value> {
        let body = json!({ "cmd": command, "params": parameters });
        Ok(self
            .client()
            .issue_cmd(Command::post("goog/cdp/execute", body))
            .await?)
    }
}
