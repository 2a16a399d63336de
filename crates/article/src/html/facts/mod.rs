//! What a page says of its article: structured data first, then its head, then what it shows.

mod address;
mod day;
mod json_ld;
mod mend;
mod meta;
mod names;
mod shown;
mod title;

pub(super) use address::resolved;
pub(super) use title::letters;

use dom_query::Document;

use super::page::Page;
use crate::Metadata;
use day::iso;
use json_ld::declared;
use meta::Head;
use names::names;

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
        .or_else(|| shown::said(page, "publisher"));
    let canonical = [
        head.canonical.clone(),
        head.get(&["og:url"]),
        declared.url.clone(),
    ];
    let canonical = canonical.iter().flatten().find_map(|u| resolved(u, url));
    let sites = sites(&outlet, &head, canonical.as_deref().or(url));
    let title = title::title(&declared, &head, page, &sites);
    let place = shown::headline_place(page, title.as_deref());
    let published = [
        declared.published.clone(),
        head.get(PUBLISHED),
        shown::said(page, "datepublished"),
        shown::time(page, place),
    ];
    let published = published.iter().flatten().find_map(|d| iso(d));
    let modified = [
        declared.modified.clone(),
        head.get(MODIFIED),
        shown::said(page, "datemodified"),
    ];
    let byline = byline(&declared.authors, &head, page, place, &sites);
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
            published: published.or_else(|| day::of_address(canonical.as_deref().or(url)?)),
            modified: modified.iter().flatten().find_map(|d| iso(d)),
            language: language.iter().flatten().find_map(|l| tag(l)),
            url: url.map(str::to_owned),
            canonical_url: canonical,
        },
        body: declared.body,
        descriptions: descriptions.into_iter().flatten().collect(),
    }
}

/// Who wrote the article: by its data, its head or what it shows; where nobody is named, the newsroom.
fn byline(
    declared: &[String],
    head: &Head,
    page: &Page,
    place: usize,
    sites: &[String],
) -> Option<String> {
    let of_head: Vec<Vec<String>> = AUTHORS.iter().map(|key| head.all(key).collect()).collect();
    names(declared, sites)
        .or_else(|| of_head.iter().find_map(|lines| names(lines, sites)))
        .or_else(|| shown::authors(page, place, sites))
        .or_else(|| names::desk(declared))
        .or_else(|| of_head.iter().find_map(|lines| names::desk(lines)))
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
    "og:article:author",
    "twitter:creator_name",
];

/// A longer name is no site's, in characters.
const LONGEST_SITE: usize = 60;

/// The names under which the site may stand in a title.
fn sites(outlet: &Option<String>, head: &Head, address: Option<&str>) -> Vec<String> {
    let mut sites: Vec<String> = outlet.iter().cloned().collect();
    sites.extend(OUTLET.iter().flat_map(|key| head.all(key)));
    sites.extend(head.get(&["apple-mobile-web-app-title"]));
    // Some pages name their headline where their application's name belongs.
    let titles = ["og:title", "twitter:title"].map(|key| head.get(&[key]));
    sites.retain(|site| {
        site.chars().count() <= LONGEST_SITE && !titles.contains(&Some(site.clone()))
    });
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
