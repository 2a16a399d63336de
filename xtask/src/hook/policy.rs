//! The Content-Security-Policy. Everything comes from our own origin; only `connect-src` also allows
//! https, for the one fetch that a reader asks for by giving an address. No script stands inside a
//! page, so no hash is needed.

const APP: &[&str] = &[
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self' https:",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'self'",
    "form-action 'none'",
];

/// The policy in the app's page. Live reload needs its socket, which not every browser counts as
/// `'self'`.
pub(super) fn of_app(live_reload: bool) -> String {
    let policy = APP.join("; ");
    if live_reload {
        policy.replace("connect-src 'self'", "connect-src 'self' ws: wss:")
    } else {
        policy
    }
}

/// The policy in pages that work without wasm: `rescue.html` must work when nothing else does.
pub(super) fn of_plain_page() -> String {
    APP.join("; ")
        .replace(" 'wasm-unsafe-eval'", "")
        .replace(" https:", "")
}

/// The policy as a header, which can say one thing more than a page can.
pub(super) fn in_header(live_reload: bool) -> String {
    format!("{}; frame-ancestors 'none'", of_app(live_reload))
}

#[cfg(test)]
mod tests {
    use super::{in_header, of_plain_page};

    #[test]
    fn nothing_inline_and_nothing_made_up_at_run_time_is_allowed() {
        for policy in [in_header(false), of_plain_page()] {
            for word in ["unsafe-inline", "'unsafe-eval'", "blob:", "*"] {
                assert!(!policy.contains(word), "{word} in {policy}");
            }
        }
        assert!(!of_plain_page().contains("wasm") && !of_plain_page().contains("https"));
    }
}
