//! What a page says of its article: structured data first, then its head, then what it shows.

mod address;
mod day;
mod json_ld;
mod mend;
mod meta;
mod names;
mod title;

pub(super) use address::resolved;
pub(super) use title::letters;

use dom_query::Document;

use super::page::Page;
use super::roles::{Role, roles};
use crate::Metadata;
use day::iso;
use json_ld::declared;
use meta::Head;
use names::names;
use title::headline;

/// What is known of an article beside the text that is found in its page.
#[derive(Clone, Debug, Default)]
pub(super) struct Facts {
    pub(super) metadata: Metadata,
    /// The article's whole text, as it was given.
    pub(super) body: Option<String>,
    /// What the page says to sum the article up, the newsroom's own words first.
    pub(super) descriptions: Vec<String>,
}

/// Reads what `document`, whose body is `page`, says of its article, which was found at `url`.
pub(super) fn facts(document: &Document, page: &Page, url: Option<&str>) -> Facts {
    let head = Head::new(document);
    let declared = declared(document);
    let outlet = declared
        .outlet
        .clone()
        .map(|o| trading_name(&o, head.get(OUTLET)))
        .or_else(|| head.get(OUTLET))
        .or_else(|| said(page, "publisher"));
    let canonical = [
        head.canonical.clone(),
        head.get(&["og:url"]),
        declared.url.clone(),
    ];
    let canonical = canonical.iter().flatten().find_map(|u| resolved(u, url));
    let sites = sites(&outlet, &head, canonical.as_deref().or(url));
    let shown = shown_headline(page);
    // A title that holds more than the headline holds the name of the site or a section as well.
    let window = head.title.clone().map(|title| match &shown {
        Some(shown) if letters(shown).len() > 14 && letters(&title).contains(&letters(shown)) => {
            shown.clone()
        }
        _ => title,
    });
    let title = headline(
        &[
            (6, declared.headline.clone()),
            (
                1,
                declared
                    .name
                    .clone()
                    .filter(|n| Some(n) != declared.headline.as_ref()),
            ),
            (
                6,
                head.get(&["dc.title", "dc:title", "dcterms.title", "og:title"]),
            ),
            (
                4,
                head.get(&["twitter:title", "parsely-title", "sailthru.title"]),
            ),
            (3, head.get(&["citation_title", "hdl", "title"])),
            (3, window),
            (3, shown),
        ],
        &sites,
    );
    let published = [
        declared.published.clone(),
        head.get(PUBLISHED),
        said(page, "datepublished"),
        shown_time(page, title.as_deref()),
    ];
    let modified = [
        declared.modified.clone(),
        head.get(MODIFIED),
        said(page, "datemodified"),
    ];
    let byline = names(&declared.authors)
        .or_else(|| {
            AUTHORS
                .iter()
                .find_map(|key| names(&head.all(key).collect::<Vec<_>>()))
        })
        .or_else(|| shown_authors(page, title.as_deref()));
    let language = [
        declared.language.clone(),
        head.language.clone(),
        head.get(&["og:locale", "content-language", "language", "dc.language"]),
    ];
    let mut descriptions = vec![declared.description.clone()];
    descriptions.extend(
        [
            "og:description",
            "description",
            "twitter:description",
            "sailthru.description",
            "dc.description",
        ]
        .map(|key| head.get(&[key])),
    );
    Facts {
        metadata: Metadata {
            title,
            byline,
            outlet,
            published: published.iter().flatten().find_map(|d| iso(d)),
            modified: modified.iter().flatten().find_map(|d| iso(d)),
            language: language.iter().flatten().find_map(|l| tag(l)),
            url: url.map(str::to_owned),
            canonical_url: canonical,
            earlier: None,
        },
        body: declared.body,
        descriptions: descriptions.into_iter().flatten().collect(),
    }
}

/// A publisher under the name that its readers know, where the page's head gives it: "The New York Times"
/// for "The New York Times Company".
fn trading_name(publisher: &str, site: Option<String>) -> String {
    const FORMS: &[&str] = &[
        " Company", " LLC", " Ltd", " Ltd.", " Limited", " GmbH", " AG", " S.p.A.",
    ];
    if let Some(site) =
        site.filter(|s| letters(s).len() > 2 && letters(publisher).contains(&letters(s)))
    {
        return site;
    }
    let form = FORMS.iter().find_map(|form| publisher.strip_suffix(form));
    form.map_or(publisher, |name| name.trim_end_matches([',', ' ']))
        .to_owned()
}

const OUTLET: &[&str] = &[
    "og:site_name",
    "application-name",
    "dc.publisher",
    "dcterms.publisher",
    "citation_journal_title",
];

const PUBLISHED: &[&str] = &[
    "article:published_time",
    "article:published",
    "og:published_time",
    "og:article:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dc.date",
    "dcterms.date",
    "dcterms.issued",
    "dcterms.created",
    "dcterms.available",
    "citation_publication_date",
    "citation_date",
    "cxenseparse:recs:publishtime",
    "cxenseparse:publishtime",
    "publish-date",
    "publish_date",
    "publishdate",
    "published_time",
    "publication_date",
    "pubdate",
    "article.published",
    "date",
    "last-modified",
];

const MODIFIED: &[&str] = &[
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "dcterms.modified",
    "dc.date.modified",
    "last-modified",
    "article:modified",
    "lastmod",
    "revised",
];

const AUTHORS: &[&str] = &[
    "dc.creator",
    "dc:creator",
    "dcterms.creator",
    "author",
    "parsely-author",
    "sailthru.author",
    "article:author_name",
    "citation_author",
    "byl",
    "cxenseparse:author",
    "article:author",
    "twitter:creator_name",
];

/// The names under which the site may stand in a title.
fn sites(outlet: &Option<String>, head: &Head, address: Option<&str>) -> Vec<String> {
    let mut sites: Vec<String> = outlet.iter().cloned().collect();
    sites.extend(OUTLET.iter().flat_map(|key| head.all(key)));
    sites.extend(head.get(&["apple-mobile-web-app-title"]));
    let host = address.and_then(|a| a.split("://").nth(1)).map(|r| {
        let host = r.split(['/', '?', '#', ':']).next().unwrap_or_default();
        host.trim_start_matches("www.").to_owned()
    });
    if let Some(host) = host {
        let labels: Vec<&str> = host.split('.').collect();
        // The longest label is the name: "bbc.co.uk", "edition.cnn.com".
        sites.extend(
            labels
                .iter()
                .take(labels.len().saturating_sub(1))
                .filter(|l| l.len() > 3)
                .map(|l| (*l).to_owned()),
        );
        sites.push(host);
    }
    sites
}

/// The page's first h1 that is no logo.
fn shown_headline(page: &Page) -> Option<String> {
    let shown = |at: &usize| {
        let node = &page.nodes[*at];
        node.tag == "h1" && !node.hidden && (9..LONGEST_HEADLINE).contains(&node.letters)
    };
    let all: Vec<usize> = (0..page.nodes.len()).filter(shown).take(4).collect();
    let at = all
        .iter()
        .find(|at| page.nodes[**at].role.contains("headline"))
        .or_else(|| all.iter().find(|at| page.nodes[**at].link_density() < 0.5))?;
    Some(page.text_of(*at)).filter(|t| t.chars().count() < 300)
}

/// What an element marked with `itemprop` says: its attribute `content` or `datetime`, or its text.
fn said(page: &Page, property: &str) -> Option<String> {
    let named = |node: &&super::page::Node| {
        node.role
            .split_whitespace()
            .any(|r| r.eq_ignore_ascii_case(property))
    };
    let at = page.nodes.iter().position(|n| named(&n))?;
    let node = &page.nodes[at];
    let shown = || (node.letters < 200).then(|| page.text_of(at));
    let text = node.value.clone().or_else(shown)?;
    (!text.trim().is_empty() && text.len() < 200).then(|| plain_text(&text))
}

/// The first date that the page shows near its headline or, else, anywhere in its story.
fn shown_time(page: &Page, title: Option<&str>) -> Option<String> {
    let from = headline_place(page, title);
    let time = |at: &usize| page.nodes[*at].tag == "time" && page.nodes[*at].value.is_some();
    let times = || (0..page.nodes.len()).filter(time);
    let nearest = times().min_by_key(|at| {
        if *at >= from {
            at - from
        } else {
            2 * (from - at)
        }
    });
    let value = nearest.and_then(|at| page.nodes[at].value.clone());
    value.filter(|v| iso(v).is_some()).or_else(|| {
        let dated = |at: &usize| {
            let node = &page.nodes[*at];
            !node.is_text()
                && !node.hidden
                && (4..120).contains(&node.letters)
                && roles(node).contains(Role::Byline)
        };
        let near = from.saturating_sub(60)..page.nodes.len().min(from + 400);
        near.filter(dated)
            .map(|at| page.text_of(at))
            .find(|t| iso(t).is_some())
    })
}

/// The authors whom the page names by `rel="author"`, `itemprop="author"` or a class of that name, nearest
/// to its headline.
fn shown_authors(page: &Page, title: Option<&str>) -> Option<String> {
    let headline = headline_place(page, title);
    let short = |at: &usize| {
        let node = &page.nodes[*at];
        let shown = !node.is_text() && !node.hidden && (3..90).contains(&node.letters);
        shown && !matches!(node.tag.as_str(), "label" | "form" | "h1")
    };
    let marked = |at: &usize| {
        let mut roles = page.nodes[*at].role.split_whitespace();
        roles.any(|r| r.eq_ignore_ascii_case("author"))
    };
    let named = |at: &usize| {
        let class = page.nodes[*at].class.to_lowercase();
        class.contains("byline") || class.contains("author") || class.contains("autor")
    };
    let mut found: Vec<usize> = (0..page.nodes.len())
        .filter(short)
        .filter(|at| marked(at) || named(at))
        .collect();
    found.sort_by_key(|at| (!marked(at), at.abs_diff(headline)));
    found.iter().take(20).find_map(|&at| {
        let line = page.text_of(at);
        let line = line.split(" - ").next().unwrap_or_default();
        names::shown_names(&[line.to_owned()])
    })
}

/// A heading with more text is no headline, in bytes of letters.
const LONGEST_HEADLINE: usize = 900;

/// The heading that shows `title`; the page's start where there is none.
fn headline_place(page: &Page, title: Option<&str>) -> usize {
    let title = title.map(letters).unwrap_or_default();
    let heading = |at: &usize| {
        let node = &page.nodes[*at];
        matches!(node.tag.as_str(), "h1" | "h2")
            && node.letters < LONGEST_HEADLINE
            && letters(&page.text_of(*at)) == title
    };
    (0..page.nodes.len()).find(heading).unwrap_or(0)
}

/// A BCP 47 tag, where `language` is one or nearly one ("en_US").
fn tag(language: &str) -> Option<String> {
    let tag = language
        .split([',', ';', '.', '@'])
        .next()?
        .trim()
        .replace('_', "-");
    let mut parts = tag.split('-');
    let primary = parts.next()?.to_ascii_lowercase();
    let sound = (2..=3).contains(&primary.len())
        && tag.len() <= 20
        && tag.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    let rest: String = parts
        .filter(|p| !p.is_empty())
        .map(|p| format!("-{p}"))
        .collect();
    sound.then(|| format!("{primary}{rest}"))
}

/// `text` on one line, with the character references resolved and the markup dropped that some pages
/// leave in their data.
pub(super) fn plain_text(text: &str) -> String {
    const LONGEST: usize = 300_000;
    let sound = |text: &str| text.len() < LONGEST && crate::html::guard::check_source(text).is_ok();
    let mut text = text.to_owned();
    for _ in 0..2 {
        if text.contains(['&', '<']) && sound(&text) {
            text = Document::fragment(text.as_str()).root().text().to_string();
        }
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
