//! `_headers`, the file in which Netlify, Cloudflare Pages and others find a site's headers:
//! a path, then indented lines with the headers for it.

use std::collections::BTreeSet;
use std::fmt::Write;

/// The headers for the paths that one pattern matches.
pub(crate) struct Rule {
    pattern: String,
    /// Name and value of each header.
    pub(crate) headers: Vec<(String, String)>,
}

impl Rule {
    /// Whether the rule is for `path`: the pattern itself, or anything where it ends in `*`.
    pub(crate) fn matches(&self, path: &str) -> bool {
        match self.pattern.strip_suffix('*') {
            Some(start) => path.starts_with(start),
            None => path == self.pattern,
        }
    }
}

/// The text of `_headers`: the policy for every path, and for each file whose name holds its hash
/// that it may be kept for good. Of the others hosts ask anew each time by themselves.
pub(super) fn write(public_url: &str, policy: &str, hashed: &BTreeSet<String>) -> String {
    let base = if public_url.starts_with('/') {
        public_url
    } else {
        "/"
    };
    let mut text = format!(
        "{base}*\n  Content-Security-Policy: {policy}\n  X-Content-Type-Options: nosniff\n  \
         Referrer-Policy: no-referrer\n"
    );
    for name in hashed {
        // Writing to a string cannot fail.
        let _ = write!(
            text,
            "{base}{name}\n  Cache-Control: public, max-age=31536000, immutable\n"
        );
    }
    text
}

/// The rules in the text of a `_headers` file.
pub(crate) fn parse(text: &str) -> Vec<Rule> {
    let mut rules: Vec<Rule> = Vec::new();
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        match (
            line.trim().split_once(':'),
            line.starts_with(' '),
            rules.last_mut(),
        ) {
            (Some((name, value)), true, Some(rule)) => {
                rule.headers
                    .push((name.trim().to_owned(), value.trim().to_owned()));
            }
            (_, false, _) => rules.push(Rule {
                pattern: line.trim().to_owned(),
                headers: Vec::new(),
            }),
            _ => {}
        }
    }
    rules
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{parse, write};

    #[test]
    fn what_is_written_is_read() {
        let hashed = BTreeSet::from(["a-1.js".to_owned()]);
        for (public_url, base) in [("./", "/"), ("/", "/"), ("/reader/", "/reader/")] {
            let rules = parse(&write(public_url, "default-src 'none'", &hashed));
            let of = |path: &str| {
                rules
                    .iter()
                    .filter(|rule| rule.matches(path))
                    .flat_map(|rule| &rule.headers)
                    .count()
            };
            assert_eq!(of(&format!("{base}index.html")), 3);
            assert_eq!(of(&format!("{base}a-1.js")), 4);
        }
    }
}
