//! The headline without the name of the site.

use std::collections::BTreeSet;

use super::json_ld::Declared;
use super::meta::Head;
use crate::html::page::Page;

/// The separators between a headline and the name of its site.
const SEPARATORS: &[&str] = &[
    " | ", " - ", " – ", " — ", " :: ", " » ", " · ", " • ", " / ", " // ",
];

/// The letters of `text` in lower case, to compare by.
pub(in crate::html) fn letters(text: &str) -> String {
    let letters = text.chars().filter(|c| c.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

/// The headline: what the page's data, its head and its headings agree on, without the site's name.
///
/// What readers see weighs most. The words for networks and searches differ from it on one page in six,
/// and several of them that agree (`og:title` with `twitter:title`, structured data with the window's
/// title) are mostly one voice.
pub(super) fn title(
    declared: &Declared,
    head: &Head,
    page: &Page,
    sites: &[String],
) -> Option<String> {
    let name = declared.name.clone();
    let mut said = vec![
        (5, declared.headline.clone()),
        (1, name.filter(|n| Some(n) != declared.headline.as_ref())),
        (
            5,
            head.get(&["dc.title", "dc:title", "dcterms.title", "og:title"]),
        ),
        (
            1,
            head.get(&["twitter:title", "parsely-title", "sailthru.title"]),
        ),
        (2, head.get(&["citation_title", "hdl", "title"])),
        (2, head.title.clone()),
    ];
    let shown = shown_headline(page, &said, sites);
    let whole: Vec<String> = [&shown, &said[0].1, &said[2].1]
        .into_iter()
        .flatten()
        .cloned()
        .collect();
    for (_, text) in &mut said {
        let Some(given) = text else { continue };
        let cut = whole.iter().find(|w| cut_to(given, &letters(w)));
        *text = cut.or(Some(given)).cloned();
    }
    let weight = match &shown {
        Some(shown)
            if said
                .iter()
                .any(|(_, t)| t.as_ref().is_some_and(|t| alike(shown, t))) =>
        {
            SHOWN
        }
        _ => STRANGE,
    };
    said.insert(0, (weight, shown));
    headline(&said, sites)
}

/// How much the heading that readers see weighs, and one that shares no words with what is said.
const SHOWN: u8 = 7;
const STRANGE: u8 = 1;
/// A shorter heading stands in other texts by chance, in bytes of letters.
const TELLING: usize = 15;
/// The length of a label before a headline, in bytes of letters: more than an article.
const LABEL: std::ops::RangeInclusive<usize> = 4..=40;

/// The heading among those shown that is most like a headline: the first that something in `said` is or
/// holds, or that shares most of its words. None where it is the site's name.
fn shown_headline(page: &Page, said: &[(u8, Option<String>)], sites: &[String]) -> Option<String> {
    let headings = super::shown::headlines(page);
    let texts = || said.iter().filter_map(|(_, text)| text.as_deref());
    let holds = |heading: &&String| {
        let key = letters(heading);
        texts().any(|text| {
            let text = letters(text);
            text == key || key.len() >= TELLING && (text.contains(&key) || key.ends_with(&text))
        })
    };
    let likens = |heading: &&String| texts().any(|text| alike(heading, text));
    let mut ranked = headings
        .iter()
        .filter(holds)
        .chain(headings.iter().filter(likens));
    let heading = ranked.next().or_else(|| headings.first())?;
    let key = letters(heading);
    // Where the page's data have the rest of the window's title, or the rest is longer and nothing else
    // names the heading, the heading is the site's name.
    let whole: Vec<String> = texts().map(letters).collect();
    let is_site = texts().any(|text| {
        let mut parts = SEPARATORS.iter().filter_map(|s| text.rsplit_once(*s));
        parts.any(|(head, tail)| {
            let rest = letters(head);
            let longer = rest.len() > key.len() && !whole.contains(&key);
            letters(tail) == key && (longer || whole.contains(&rest))
        })
    });
    if is_site {
        return None;
    }
    // A label before the headline often stands in the same heading.
    let bare = texts().map(|text| without_site(text, sites)).find(|text| {
        let text = letters(text);
        text.len() >= TELLING
            && key.len() > text.len()
            && key.ends_with(&text)
            && LABEL.contains(&(key.len() - text.len()))
    });
    Some(bare.unwrap_or_else(|| heading.clone()))
}

/// Whether two headlines share half of the words of the shorter one.
fn alike(a: &str, b: &str) -> bool {
    let words = |text: &str| -> BTreeSet<String> {
        let words = text.split_whitespace().map(letters);
        words.filter(|w| w.chars().count() > 2).collect()
    };
    let (a, b) = (words(a), words(b));
    let common = a.intersection(&b).count();
    common >= 2 && 2 * common >= a.len().min(b.len()) || a == b
}

/// Whether `said` is the headline `key` with a section, a label or a site before or behind it.
fn cut_to(said: &str, key: &str) -> bool {
    if key.len() < TELLING {
        return false;
    }
    let labels = SEPARATORS.iter().chain(&[": ", "_"]);
    let mut parts = labels.flat_map(|s| said.match_indices(*s).map(|(at, s)| (at, at + s.len())));
    parts.any(|(end, start)| {
        let (head, tail) = (said.get(..end), said.get(start..));
        head.is_some_and(|h| letters(h) == key) || tail.is_some_and(|t| letters(t) == key)
    })
}

/// The headline that the weightiest of `candidates` agree on, the first where several weigh the same,
/// without the site's name at its ends; as most of them write it.
fn headline(candidates: &[(u8, Option<String>)], sites: &[String]) -> Option<String> {
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
    let of_key = |key: &str| -> u8 {
        let same = named.iter().filter(|(_, k, _)| k == key);
        same.map(|(w, _, _)| w).sum()
    };
    let best = named.iter().map(|(_, k, _)| of_key(k)).max()?;
    let (_, key, _) = named.iter().find(|(_, k, _)| of_key(k) == best)?;
    let same = || named.iter().filter(|(_, k, _)| k == key);
    let of_writing = |title: &str| -> u8 {
        let written = same().filter(|(_, _, t)| t == title);
        written.map(|(w, _, _)| w).sum()
    };
    let most = same().map(|(_, _, t)| of_writing(t)).max()?;
    let (_, _, chosen) = same().find(|(_, _, t)| of_writing(t) == most)?;
    if best <= ALONE {
        return Some(without_tail(chosen));
    }
    Some(chosen.clone())
}

/// A title that weighs no more is only the window's.
const ALONE: u8 = 3;

/// A window's title without the site's name, which nothing else on the page names: a few words behind a
/// separator, opening with a capital.
fn without_tail(title: &str) -> String {
    let words = |text: &str| text.split_whitespace().count();
    let cut = SEPARATORS.iter().find_map(|separator| {
        let (head, tail) = title.rsplit_once(separator)?;
        let most = if separator.trim() == "|" { 5 } else { 3 };
        let name = tail.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase());
        (name && words(tail) <= most && words(head) >= 3).then_some(head)
    });
    match cut {
        Some(head) if SEPARATORS.iter().any(|s| head.contains(s)) => without_tail(head),
        Some(head) => head.trim_end().to_owned(),
        None => title.to_owned(),
    }
}

/// `title` without a site's name before or behind a separator.
fn without_site(title: &str, sites: &[String]) -> String {
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

    fn of(head: &str, body: &str) -> Option<String> {
        let html = format!("<html><head>{head}</head><body>{body}</body></html>");
        let document = dom_query::Document::from(html.as_str());
        let page = Page::new(&document);
        let declared = super::super::json_ld::declared(&document);
        let sites = ["Gazette".to_owned()];
        title(&declared, &Head::new(&document), &page, &sites)
    }

    #[test]
    fn what_readers_see_is_the_headline() {
        let social = r#"<meta property="og:title" content="You will not believe this wheat">
            <meta name="twitter:title" content="You will not believe this wheat">"#;
        let window = "<title>Wheat prices: ministers meet for talks | Gazette</title>";
        let data = r#"<script type="application/ld+json">{"@type": "NewsArticle",
            "headline": "Wheat prices: ministers meet for talks"}</script>"#;
        let h1 = "<h1><a href=/>Gazette</a></h1><h1>Ministers meet in the rain</h1>";
        let shown = Some("Ministers meet in the rain");
        assert_eq!(of(&[social, window].concat(), h1).as_deref(), shown);
        assert_eq!(of(&[window, data].concat(), h1).as_deref(), shown);
        let agreed = of(&[window, data].concat(), "").unwrap();
        assert_eq!(agreed, "Wheat prices: ministers meet for talks");
    }

    #[test]
    fn a_section_or_a_label_is_no_part_of_the_headline() {
        let og = r#"<meta property="og:title" content="Opinion | The price of wheat">
            <meta name="twitter:title" content="Opinion | The price of wheat">"#;
        let h1 = "<h1>The price of wheat</h1>";
        assert_eq!(of(og, h1).as_deref(), Some("The price of wheat"));
        let og = r#"<meta property="og:title" content="The price of wheat">"#;
        let h1 = "<h1><span>Opinion </span><span>The price of wheat</span></h1>";
        assert_eq!(of(og, h1).as_deref(), Some("The price of wheat"));
    }

    #[test]
    fn a_heading_that_names_the_site_is_no_headline() {
        let head = r#"<title>Ministers meet for talks | All the news of wheat</title>
            <meta property="og:title" content="Ministers meet for talks">"#;
        let h1 = "<h1>All the news of wheat</h1>";
        assert_eq!(of(head, h1).as_deref(), Some("Ministers meet for talks"));
        let alone = "<title>Ministers meet for talks – Wheat Weekly</title>";
        assert_eq!(of(alone, "").as_deref(), Some("Ministers meet for talks"));
        let dash = "<title>Ministers meet for talks – but not today</title>";
        assert_eq!(
            of(dash, "").as_deref(),
            Some("Ministers meet for talks – but not today")
        );
    }
}
