//! A WebDriver process on a free port, and what it and its browser write.

use std::io::{BufRead, BufReader, Read};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

const STARTING: Duration = Duration::from_secs(30);

/// A running driver. Dropping it ends it.
pub(crate) struct Driver {
    process: Child,
    port: u16,
    written: Arc<Mutex<Vec<String>>>,
}

impl Driver {
    /// Starts `program` and waits until it listens.
    pub(crate) fn start(program: &Path) -> Result<Self> {
        let port = TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port();
        let mut process = Command::new(program)
            .arg(format!("--port={port}"))
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .with_context(|| format!("starting {}", program.display()))?;
        let written = Arc::default();
        if let Some(stream) = process.stdout.take() {
            collect(stream, &written);
        }
        if let Some(stream) = process.stderr.take() {
            collect(stream, &written);
        }
        let driver = Self {
            process,
            port,
            written,
        };
        driver.wait_until_it_listens()?;
        Ok(driver)
    }

    pub(crate) fn url(&self) -> String {
        format!("http://127.0.0.1:{}/", self.port)
    }

    /// The lines the driver and its browser have written.
    pub(crate) fn written(&self) -> Vec<String> {
        self.written
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    fn wait_until_it_listens(&self) -> Result<()> {
        let started = Instant::now();
        while TcpStream::connect(("127.0.0.1", self.port)).is_err() {
            if started.elapsed() > STARTING {
                bail!(
                    "the driver does not answer; it wrote:\n{}",
                    self.written().join("\n")
                );
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        Ok(())
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Keeps every line of `stream`, on a thread that ends with it.
fn collect(stream: impl Read + Send + 'static, lines: &Arc<Mutex<Vec<String>>>) {
    let lines = Arc::clone(lines);
    std::thread::spawn(move || {
        for line in BufReader::new(stream).lines().map_while(Result::ok) {
            lines
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
                .push(line);
        }
    });
}
