//! A static server on the loopback, for `cargo xtask serve` and the end-to-end tests.
//!
//! It does what a static host would: it serves the files of a folder with the headers its `_headers`
//! file asks for, and nothing outside the folder. For the tests it keeps a record of what it was
//! asked, and of what the browsers report as violations of the policy.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;

use anyhow::{Context, Result, anyhow};
use tiny_http::{Header, Method, Request, Response};

use crate::hook::{Rule, parse_headers};

/// Where browsers send their reports, where the site asks for them.
const REPORTS: &str = "/csp-report";
/// Browsers open up to six connections, and each may hold a thread while it idles.
const THREADS: usize = 4;

/// What is served.
pub struct Site {
    /// The folder with `index.html`.
    pub folder: PathBuf,
    /// The path it appears under: `/`, or `/reader/`.
    pub mount: String,
    /// Whether browsers are asked to report violations of the policy, see [`Server::violations`].
    pub collect_reports: bool,
}

/// A running server. Dropping it stops it.
pub struct Server {
    http: Arc<tiny_http::Server>,
    threads: Vec<JoinHandle<()>>,
    site: Arc<Served>,
    address: SocketAddr,
}

struct Served {
    site: Site,
    rules: Vec<Rule>,
    record: Mutex<Record>,
}

#[derive(Default)]
struct Record {
    misses: Vec<String>,
    violations: Vec<String>,
}

impl Server {
    /// Serves `site` on `port` of 127.0.0.1; port 0 is any free one.
    ///
    /// # Errors
    /// When the port is taken.
    pub fn start(site: Site, port: u16) -> Result<Self> {
        let http = tiny_http::Server::http(("127.0.0.1", port)).map_err(|why| anyhow!("{why}"))?;
        let http = Arc::new(http);
        let address = http
            .server_addr()
            .to_ip()
            .context("the server has no IP address")?;
        let rules = std::fs::read_to_string(site.folder.join("_headers")).unwrap_or_default();
        let site = Arc::new(Served {
            site,
            rules: parse_headers(&rules),
            record: Mutex::default(),
        });
        let threads = (0..THREADS).map(|_| {
            let (http, site) = (Arc::clone(&http), Arc::clone(&site));
            std::thread::spawn(move || {
                while let Ok(request) = http.recv() {
                    site.answer(request);
                }
            })
        });
        Ok(Self {
            threads: threads.collect(),
            http,
            site,
            address,
        })
    }

    /// The address of the page.
    pub fn url(&self) -> String {
        format!("http://{}{}", self.address, self.site.site.mount)
    }

    /// The paths that were asked for and are not there, since the start.
    pub fn misses(&self) -> Vec<String> {
        self.site
            .record
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .misses
            .clone()
    }

    /// The reports of policy violations, as the browsers sent them (JSON), since the start.
    pub fn violations(&self) -> Vec<String> {
        self.site
            .record
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .violations
            .clone()
    }

    /// Serves until the process ends.
    pub fn wait(mut self) {
        for thread in self.threads.drain(..) {
            // A thread that panicked has said so.
            let _ = thread.join();
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        for _ in &self.threads {
            self.http.unblock();
        }
        for thread in self.threads.drain(..) {
            let _ = thread.join();
        }
    }
}

impl Served {
    fn answer(&self, mut request: Request) {
        let url = request.url().to_owned();
        let path = url.split(['?', '#']).next().unwrap_or("/");
        if path == REPORTS && *request.method() == Method::Post {
            let mut report = String::new();
            // A report that cannot be read is still a report.
            let _ = request.as_reader().read_to_string(&mut report);
            self.record
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
                .violations
                .push(report);
            let _ = request.respond(Response::empty(204));
            return;
        }
        if !matches!(request.method(), Method::Get | Method::Head) {
            let _ = request.respond(Response::empty(405));
            return;
        }
        let file = file_for(path, &self.site.mount);
        let found = file.as_ref().and_then(|file| {
            std::fs::read(self.site.folder.join(file))
                .ok()
                .map(|bytes| (file, bytes))
        });
        // Whoever asked may have gone; that is theirs to know.
        let _ = match found {
            Some((file, bytes)) => {
                let mut response = Response::from_data(bytes);
                for (name, value) in self.headers(path, file) {
                    if let Ok(header) = Header::from_bytes(name, value) {
                        response.add_header(header);
                    }
                }
                request.respond(response)
            }
            None => {
                self.record
                    .lock()
                    .unwrap_or_else(PoisonError::into_inner)
                    .misses
                    .push(path.to_owned());
                request.respond(Response::from_string("Not found").with_status_code(404))
            }
        };
    }

    /// The headers for a file: what `_headers` asks for at its path, whether the folder was built for
    /// the path it is mounted at or for none, and what is missing then.
    fn headers(&self, path: &str, file: &Path) -> Vec<(String, String)> {
        let inside = format!("/{}", file.to_string_lossy().replace('\\', "/"));
        let rules = self
            .rules
            .iter()
            .filter(|rule| rule.matches(path) || rule.matches(&inside));
        let mut headers = rules
            .flat_map(|rule| rule.headers.clone())
            .collect::<Vec<_>>();
        headers.push(("Content-Type".to_owned(), content_type(file).to_owned()));
        if !headers.iter().any(|(name, _)| name == "Cache-Control") {
            headers.push(("Cache-Control".to_owned(), "no-cache".to_owned()));
        }
        if self.site.collect_reports {
            for (name, value) in &mut headers {
                if name == "Content-Security-Policy" {
                    value.push_str("; report-uri ");
                    value.push_str(REPORTS);
                }
            }
        }
        headers
    }
}

/// The file, relative to the folder, that a path asks for. `None` for whatever could lead out of the
/// folder and for the host's own `_headers`.
fn file_for(path: &str, mount: &str) -> Option<PathBuf> {
    let inside = path.strip_prefix(mount)?;
    let inside = if inside.is_empty() {
        "index.html"
    } else {
        inside
    };
    // Names here are plain; nothing we build needs percent-encoding, `..` or a drive.
    let plain = |part: &str| {
        !part.is_empty()
            && !part.starts_with(['.', '_'])
            && part
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte))
    };
    inside
        .split('/')
        .all(plain)
        .then(|| inside.split('/').collect())
}

fn content_type(file: &Path) -> &'static str {
    match file
        .extension()
        .and_then(|extension| extension.to_str())
        .unwrap_or("")
    {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "txt" | "md" | "ftl" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};

    use super::{content_type, file_for};

    #[test]
    fn a_path_leads_to_a_file_of_the_folder_or_nowhere() {
        let file = |path| file_for(path, "/").map(PathBuf::into_os_string);
        assert_eq!(file("/"), Some("index.html".into()));
        assert_eq!(
            file("/lang/en.ftl"),
            Some(Path::new("lang").join("en.ftl").into())
        );
        for path in [
            "/../secret",
            "/a/../../b",
            "//etc/passwd",
            "/%2e%2e/x",
            "/a\\..\\b",
            "/C:/x",
            "/_headers",
        ] {
            assert_eq!(file(path), None, "{path}");
        }
    }

    #[test]
    fn under_a_mount_nothing_else_is_served() {
        assert_eq!(file_for("/reader/", "/reader/"), Some("index.html".into()));
        assert_eq!(file_for("/reader/a.js", "/reader/"), Some("a.js".into()));
        assert_eq!(file_for("/a.js", "/reader/"), None);
    }

    #[test]
    fn types_the_browser_is_strict_about() {
        assert_eq!(content_type(Path::new("a.wasm")), "application/wasm");
        assert_eq!(
            content_type(Path::new("lang/en.ftl")),
            "text/plain; charset=utf-8"
        );
        assert!(content_type(Path::new("a.js")).starts_with("text/javascript"));
    }
}
