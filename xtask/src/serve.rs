//! `cargo xtask serve`: from a fresh checkout to the app in the browser.

use std::process::Command;

use anyhow::{Result, bail};

use crate::build::Build;
use crate::server::{Server, Site};
use crate::{tools, workspace};

/// The ports tried, in order, when none is asked for.
const PORTS: std::ops::Range<u16> = 8080..8180;

/// How the app is served.
#[derive(Default)]
pub struct Serve {
    /// The port, where the reader wants a certain one.
    pub port: Option<u16>,
    /// Builds for work on the app, see [`Build::dev`]. A release is the default: it is what a reader
    /// gets, and the one that is fast.
    pub dev: bool,
    /// Opens the browser.
    pub open: bool,
}

impl Serve {
    /// Installs what is missing, builds, and serves until the process is ended.
    ///
    /// # Errors
    /// When a tool cannot be had, the build fails, or no port is free.
    pub fn run(&self) -> Result<()> {
        let tools = tools::setup()?;
        Build {
            public_url: None,
            dev: self.dev,
        }
        .run(&tools)?;
        let server = self.start()?;
        println!("\nSourcelight is at {} (Ctrl+C ends it)", server.url());
        if self.open {
            open(&server.url())?;
        }
        server.wait();
        Ok(())
    }

    fn start(&self) -> Result<Server> {
        let site = || Site {
            folder: workspace::dist(),
            mount: "/".to_owned(),
            collect_reports: false,
        };
        if let Some(port) = self.port {
            return Server::start(site(), port);
        }
        for port in PORTS {
            if let Ok(server) = Server::start(site(), port) {
                return Ok(server);
            }
        }
        bail!(
            "the ports {} to {} are all taken; name one with --port",
            PORTS.start,
            PORTS.end - 1
        )
    }
}

fn open(url: &str) -> Result<()> {
    let mut command = match std::env::consts::OS {
        "macos" => Command::new("open"),
        "windows" => {
            let mut command = Command::new("cmd");
            command.args(["/C", "start", ""]);
            command
        }
        _ => Command::new("xdg-open"),
    };
    command.arg(url).spawn()?;
    Ok(())
}
