//! The proxy that the browsers are told to use for everything that is not on this machine: it
//! answers nothing and keeps a record, so that no request leaves unseen, be it from a page, a worker
//! or a preload.

use std::io::{BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use anyhow::{Context, Result};

/// Hosts that the browsers call of their own accord, whatever page is open.
const BROWSERS_OWN: &[&str] = &[
    "mozilla.com",
    "mozilla.net",
    "mozilla.org",
    "firefox.com",
    "firefoxusercontent.com",
    "google.com",
    "googleapis.com",
    "gvt1.com",
    "gstatic.com",
];

/// The recorder. Its thread ends with the process.
pub(crate) struct Exits {
    address: SocketAddr,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Exits {
    pub(crate) fn start() -> Result<Self> {
        let listener =
            TcpListener::bind(("127.0.0.1", 0)).context("opening the recorder of exits")?;
        let address = listener.local_addr()?;
        let asked: Arc<Mutex<Vec<String>>> = Arc::default();
        let record = Arc::clone(&asked);
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                if let Some(line) = first_line(stream) {
                    record
                        .lock()
                        .unwrap_or_else(PoisonError::into_inner)
                        .push(line);
                }
            }
        });
        Ok(Self { address, asked })
    }

    pub(crate) fn address(&self) -> SocketAddr {
        self.address
    }

    /// What pages asked of other machines: the first line of each request.
    pub(crate) fn of_pages(&self) -> Vec<String> {
        let mut asked = self
            .asked
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone();
        asked.retain(|line| !is_browsers_own(line));
        asked
    }
}

fn first_line(stream: TcpStream) -> Option<String> {
    stream.set_read_timeout(Some(Duration::from_secs(2))).ok()?;
    let mut reader = BufReader::new(stream);
    let mut line = String::new();
    reader.read_line(&mut line).ok()?;
    // The browser is told at once that there is no way; whether it hears does not matter.
    let _ = reader
        .into_inner()
        .write_all(b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n");
    let line = line.trim();
    (!line.is_empty()).then(|| line.to_owned())
}

fn is_browsers_own(line: &str) -> bool {
    let target = line.split_whitespace().nth(1).unwrap_or("");
    let host = target
        .trim_start_matches("http://")
        .split(['/', ':'])
        .next()
        .unwrap_or("");
    BROWSERS_OWN
        .iter()
        .any(|own| host == *own || host.ends_with(&format!(".{own}")))
}

#[cfg(test)]
mod tests {
    use super::is_browsers_own;

    #[test]
    fn only_the_browsers_own_hosts_are_left_out() {
        assert!(is_browsers_own(
            "CONNECT firefox.settings.services.mozilla.com:443 HTTP/1.1"
        ));
        assert!(is_browsers_own(
            "GET http://detectportal.firefox.com/canonical.html HTTP/1.1"
        ));
        assert!(!is_browsers_own("CONNECT notmozilla.com:443 HTTP/1.1"));
        assert!(!is_browsers_own(
            "GET http://example.org/google.com HTTP/1.1"
        ));
    }
}
