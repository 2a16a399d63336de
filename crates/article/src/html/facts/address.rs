//! Web addresses made whole. Only https, http and mailto pass.

/// The longest address that is kept, in bytes.
const LONGEST: usize = 2_000;

/// `href` as an address of its own, read from a page at `base`; none where it is no address that a
/// reader can safely follow.
pub(in crate::html) fn resolved(href: &str, base: Option<&str>) -> Option<String> {
    // Browsers drop these wherever they stand, so "java\nscript:" is a script.
    let href: String = href.chars().filter(|c| !c.is_control()).collect();
    let href = href.trim();
    if href.is_empty() || href.len() > LONGEST {
        return None;
    }
    if let Some((scheme, rest)) = scheme(href) {
        let scheme = scheme.to_ascii_lowercase();
        let sound = match scheme.as_str() {
            "http" | "https" => rest
                .strip_prefix("//")
                .is_some_and(|r| !r.is_empty() && !r.starts_with('/')),
            "mailto" => rest.contains('@'),
            _ => false,
        };
        return sound.then(|| format!("{scheme}:{}", escaped(rest)));
    }
    let base = base.filter(|b| b.starts_with("http://") || b.starts_with("https://"))?;
    let (scheme, behind) = base.split_once("://")?;
    if let Some(rest) = href.strip_prefix("//") {
        let named = rest.starts_with(|c: char| c.is_alphanumeric() || c == '[');
        return named.then(|| format!("{scheme}://{}", escaped(rest)));
    }
    let end = behind.find(['/', '?', '#']).unwrap_or(behind.len());
    let (host, path) = behind.split_at(end);
    let origin = format!("{scheme}://{host}");
    let page = path.split(['?', '#']).next().unwrap_or_default();
    Some(match href.chars().next()? {
        '#' => format!(
            "{origin}{}{}",
            path.split('#').next().unwrap_or_default(),
            escaped(href)
        ),
        '?' => format!("{origin}{page}{}", escaped(href)),
        '/' => format!("{origin}{}", escaped(&undotted(href))),
        _ => {
            let folder = page.rfind('/').map_or("/", |at| &page[..=at]);
            format!("{origin}{}", escaped(&undotted(&format!("{folder}{href}"))))
        }
    })
}

/// The scheme of an address and what stands behind its colon.
fn scheme(href: &str) -> Option<(&str, &str)> {
    let (scheme, rest) = href.split_once(':')?;
    let sound = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c));
    sound.then_some((scheme, rest))
}

/// A path without "." and "..".
fn undotted(path: &str) -> String {
    let end = path.find(['?', '#']).unwrap_or(path.len());
    let (path, rest) = path.split_at(end);
    if !path.contains("./") && !path.ends_with("/.") && !path.ends_with("..") {
        return format!("{path}{rest}");
    }
    let mut parts: Vec<&str> = Vec::new();
    let last = path.split('/').next_back().unwrap_or_default();
    for part in path.split('/').skip(1) {
        match part {
            "." => {}
            ".." => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    if matches!(last, "." | "..") {
        parts.push("");
    }
    format!("/{}{rest}", parts.join("/"))
}

/// The address with what could end an attribute or a line escaped.
fn escaped(address: &str) -> String {
    let mut out = String::with_capacity(address.len());
    for c in address.chars() {
        match c {
            ' ' => out.push_str("%20"),
            '"' => out.push_str("%22"),
            '<' => out.push_str("%3C"),
            '>' => out.push_str("%3E"),
            '`' => out.push_str("%60"),
            '\\' => out.push('/'),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::resolved;

    #[test]
    fn addresses_are_made_whole() {
        let base = Some("https://example.org/news/2024/a.html?x=1#top");
        for (href, whole) in [
            ("https://a.org/b c", "https://a.org/b%20c"),
            ("//cdn.org/x", "https://cdn.org/x"),
            ("/b", "https://example.org/b"),
            ("../c?d", "https://example.org/news/c?d"),
            ("b.html", "https://example.org/news/2024/b.html"),
            ("?p=2", "https://example.org/news/2024/a.html?p=2"),
            ("#note", "https://example.org/news/2024/a.html?x=1#note"),
            ("mailto:a@b.org", "mailto:a@b.org"),
            ("HTTP://A.org", "http://A.org"),
        ] {
            assert_eq!(resolved(href, base).as_deref(), Some(whole), "{href}");
        }
    }

    #[test]
    fn what_is_not_safe_to_follow_is_no_address() {
        for href in [
            "javascript:alert(1)",
            "java\nscript:alert(1)",
            " JaVaScRiPt:alert(1)",
            "data:text/html,x",
            "vbscript:x",
            "file:///etc/passwd",
            "blob:https://a.org/x",
            "",
            "https://",
            "http:///a",
            "mailto:",
        ] {
            assert_eq!(resolved(href, Some("https://example.org/")), None, "{href}");
        }
        assert_eq!(resolved("/a", None), None);
        assert_eq!(resolved("/a", Some("javascript:x")), None);
    }
}
