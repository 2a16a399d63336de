//! The headline without the name of the site.

/// The separators between a headline and the name of its site.
const SEPARATORS: &[&str] = &[
    " | ", " - ", " – ", " — ", " :: ", " » ", " · ", " • ", " / ", " // ",
];

/// The letters of `text` in lower case, to compare by.
pub(in crate::html) fn letters(text: &str) -> String {
    let letters = text.chars().filter(|c| c.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

/// The headline that the weightiest of `candidates` agree on, the first where several weigh the same,
/// without the site's name at its ends.
pub(super) fn headline(candidates: &[(u8, Option<String>)], sites: &[String]) -> Option<String> {
    let mut named: Vec<(u8, String, String)> = Vec::new();
    for (weight, candidate) in candidates {
        let Some(candidate) = candidate else { continue };
        let title = without_site(candidate, sites);
        let key = letters(&title);
        let is_site = sites.iter().any(|s| letters(s) == key);
        if !key.is_empty() && !is_site {
            named.push((*weight, key, title));
        }
    }
    let weight = |key: &str| -> u8 {
        let same = named.iter().filter(|(_, k, _)| k == key);
        same.map(|(w, _, _)| w).sum()
    };
    let best = named.iter().map(|(_, k, _)| weight(k)).max()?;
    let chosen = named.iter().find(|(_, k, _)| weight(k) == best)?;
    Some(chosen.2.clone())
}

/// `title` without a site's name before or behind a separator.
pub(super) fn without_site(title: &str, sites: &[String]) -> String {
    let names: Vec<String> = sites
        .iter()
        .map(|s| letters(s))
        .filter(|s| s.len() > 1)
        .collect();
    let is_site = |part: &str| {
        let part = letters(part);
        !part.is_empty()
            && names.iter().any(|n| {
                *n == part
                    || (part.len() > 3 && n.starts_with(&part))
                    || (n.len() > 3 && part.starts_with(n.as_str()) && part.len() < n.len() + 8)
                    || (n.len() > 3 && part.ends_with(n.as_str()) && part.len() < n.len() + 8)
            })
    };
    let mut title = title.trim();
    // A second round takes "Headline | Section | Site" no further than to its site.
    for separator in SEPARATORS {
        if let Some((head, tail)) = title.rsplit_once(separator)
            && is_site(tail)
            && head.chars().filter(|c| c.is_alphanumeric()).count() > 5
        {
            title = head.trim_end();
        }
        if let Some((head, tail)) = title.split_once(separator)
            && is_site(head)
            && tail.chars().filter(|c| c.is_alphanumeric()).count() > 15
        {
            title = tail.trim_start();
        }
    }
    title.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_the_site_goes() {
        let sites = ["The Gazette".to_owned(), "gazette".to_owned()];
        for title in [
            "Ministers meet in May - The Gazette",
            "Ministers meet in May | gazette.com",
            "The Gazette: Ministers meet in May",
        ] {
            let without = without_site(title, &sites);
            assert!(without.ends_with("Ministers meet in May"), "{without}");
        }
        assert_eq!(
            without_site("Ministers meet - but not today", &sites),
            "Ministers meet - but not today"
        );
    }

    #[test]
    fn agreement_beats_rank() {
        let some = |t: &str| Some(t.to_owned());
        let found = headline(
            &[
                (3, some("SEO words on wheat")),
                (3, some("Ministers meet")),
                (2, None),
                (2, some("Ministers meet - Gazette")),
            ],
            &["Gazette".to_owned()],
        );
        assert_eq!(found.as_deref(), Some("Ministers meet"));
    }
}
