//! What a page says of its article in schema.org's words, as JSON-LD.

use std::collections::BTreeMap;

use dom_query::Document;
use serde_json::{Map, Value};

use super::{mend::mended, plain_text};

/// What the page's structured data says of its article; each may be missing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Declared {
    pub(super) headline: Option<String>,
    /// Its name, where that is another one.
    pub(super) name: Option<String>,
    pub(super) authors: Vec<String>,
    pub(super) outlet: Option<String>,
    pub(super) published: Option<String>,
    pub(super) modified: Option<String>,
    pub(super) language: Option<String>,
    pub(super) description: Option<String>,
    pub(super) url: Option<String>,
    pub(super) body: Option<String>,
}

/// How many objects are looked at; more are a catalogue, not a page's own description.
const MOST_OBJECTS: usize = 4_000;
/// A longer script is no description of an article, in bytes.
const LARGEST: usize = 3_000_000;

/// Reads the structured data of `document`. What cannot be read is passed over.
pub(super) fn declared(document: &Document) -> Declared {
    let mut values = Vec::new();
    for script in document.select("script[type*='ld+json']").iter() {
        let text = script.text();
        if text.len() > LARGEST {
            continue;
        }
        match serde_json::from_str::<Value>(text.trim()) {
            Ok(value) => values.push(value),
            Err(_) => values.extend(
                serde_json::Deserializer::from_str(&mended(&text))
                    .into_iter::<Value>()
                    .map_while(Result::ok),
            ),
        }
    }
    let mut objects = Vec::new();
    for value in &values {
        gather(value, &mut objects);
    }
    let mut by_id: BTreeMap<&str, &Map<String, Value>> = BTreeMap::new();
    for object in &objects {
        if let Some(id) = object.get("@id").and_then(Value::as_str)
            && object.len() > 1
        {
            by_id.entry(id).or_insert(object);
        }
    }
    let mut articles: Vec<&Map<String, Value>> =
        objects.iter().copied().filter(|o| is_article(o)).collect();
    // The page's own article names most of itself; a teaser of another one names little.
    articles.sort_by_key(|o| std::cmp::Reverse(weight(o)));
    let mut declared = Declared::default();
    let headline = articles.first().and_then(|a| a.get("headline"));
    for article in &articles {
        if article.get("headline") == headline || headline.is_none() {
            declared.fill(read(article, &by_id));
        }
    }
    let pages = objects.iter().filter(|o| {
        types(o).any(|t| {
            matches!(
                t,
                "WebPage" | "ItemPage" | "ClaimReview" | "VideoObject" | "AudioObject"
            )
        })
    });
    for page in pages {
        let page = read(page, &by_id);
        declared.fill(Declared {
            // Only what is the article's as well.
            published: page.published,
            modified: page.modified,
            language: page.language,
            outlet: page.outlet,
            ..Declared::default()
        });
    }
    declared
}

impl Declared {
    fn fill(&mut self, other: Self) {
        let or = |mine: &mut Option<String>, theirs: Option<String>| {
            if mine.is_none() {
                *mine = theirs;
            }
        };
        or(&mut self.headline, other.headline);
        or(&mut self.name, other.name);
        or(&mut self.outlet, other.outlet);
        or(&mut self.published, other.published);
        or(&mut self.modified, other.modified);
        or(&mut self.language, other.language);
        or(&mut self.description, other.description);
        or(&mut self.url, other.url);
        or(&mut self.body, other.body);
        if self.authors.is_empty() {
            self.authors = other.authors;
        }
    }
}

/// All objects in `value` that can describe the page. The parser has bounded the depth.
fn gather<'v>(value: &'v Value, objects: &mut Vec<&'v Map<String, Value>>) {
    if objects.len() >= MOST_OBJECTS {
        return;
    }
    match value {
        Value::Array(items) => items.iter().for_each(|v| gather(v, objects)),
        Value::Object(object) => {
            objects.push(object);
            for key in [
                "@graph",
                "mainEntity",
                "mainEntityOfPage",
                "author",
                "publisher",
            ] {
                if let Some(inner) = object.get(key) {
                    gather(inner, objects);
                }
            }
        }
        _ => {}
    }
}

fn types(object: &Map<String, Value>) -> impl Iterator<Item = &str> {
    let listed = match object.get("@type") {
        Some(Value::Array(types)) => types.as_slice(),
        Some(one) => std::slice::from_ref(one),
        None => &[],
    };
    listed
        .iter()
        .filter_map(Value::as_str)
        .map(|t| t.rsplit(['/', '#', ':']).next().unwrap_or(t))
}

fn is_article(object: &Map<String, Value>) -> bool {
    // Pages of other types that have a headline and a day are read as articles too.
    let dated = object.contains_key("headline") && object.contains_key("datePublished");
    dated
        || types(object).any(|t| {
            t.ends_with("Article")
                || matches!(
                    t,
                    "BlogPosting" | "Report" | "LiveBlogPosting" | "Review" | "SocialMediaPosting"
                )
        })
}

/// How much an object says of an article.
fn weight(object: &Map<String, Value>) -> usize {
    [
        ("headline", 4),
        ("articleBody", 3),
        ("datePublished", 2),
        ("author", 2),
        ("publisher", 1),
        ("mainEntityOfPage", 1),
    ]
    .iter()
    .filter(|(key, _)| object.contains_key(*key))
    .map(|(_, weight)| weight)
    .sum()
}

fn read(object: &Map<String, Value>, by_id: &BTreeMap<&str, &Map<String, Value>>) -> Declared {
    let text = |key: &str| object.get(key).and_then(text_of);
    let mut authors = Vec::new();
    for key in ["author", "creator"] {
        if let Some(value) = object.get(key)
            && authors.is_empty()
        {
            names_of(value, by_id, &mut authors);
        }
    }
    let mut outlets = Vec::new();
    for key in ["publisher", "sourceOrganization"] {
        if let Some(value) = object.get(key) {
            names_of(value, by_id, &mut outlets);
        }
    }
    Declared {
        headline: text("headline").or_else(|| text("name")),
        name: text("name"),
        authors,
        outlet: outlets.into_iter().next(),
        published: text("datePublished")
            .or_else(|| text("dateCreated"))
            .or_else(|| text("uploadDate")),
        modified: text("dateModified"),
        language: text("inLanguage"),
        description: text("description").or_else(|| text("alternativeHeadline")),
        url: text("url"),
        body: object.get("articleBody").and_then(body_of),
    }
}

/// The first text in `value`, on one line.
fn text_of(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => {
            let text = plain_text(text);
            (!text.is_empty()).then_some(text)
        }
        Value::Array(items) => items
            .iter()
            .find_map(|v| v.as_str().and_then(|_| text_of(v))),
        Value::Object(object) => {
            let named = object
                .get("@value")
                .or(object.get("alternateName"))
                .or(object.get("name"));
            named.filter(|v| v.is_string()).and_then(text_of)
        }
        _ => None,
    }
}

/// A body as it was written, with its line breaks.
fn body_of(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => (!text.trim().is_empty()).then(|| text.clone()),
        Value::Array(items) => {
            let parts: Vec<&str> = items.iter().filter_map(Value::as_str).collect();
            (!parts.is_empty()).then(|| parts.join("\n"))
        }
        _ => None,
    }
}

/// The names of the persons or organisations in `value`, where need be looked up by their `@id`.
fn names_of(value: &Value, by_id: &BTreeMap<&str, &Map<String, Value>>, names: &mut Vec<String>) {
    match value {
        Value::String(name) => names.extend(Some(plain_text(name)).filter(|n| !n.is_empty())),
        Value::Object(object) => {
            let referred = || by_id.get(object.get("@id")?.as_str()?)?.get("name");
            if let Some(name) = object.get("name").or_else(referred) {
                match name {
                    Value::Array(items) => names.extend(items.iter().filter_map(text_of)),
                    one => names.extend(text_of(one)),
                }
            }
        }
        Value::Array(items) => {
            for item in items.iter().filter(|i| !i.is_array()).take(20) {
                names_of(item, by_id, names);
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(json: &str) -> Declared {
        let html = format!(
            r#"<html><head><script type="application/ld+json">{json}</script></head><body></body></html>"#
        );
        declared(&Document::from(html))
    }

    #[test]
    fn authors_and_outlets_are_found_by_reference() {
        let found = of(r#"{"@context": "https://schema.org", "@graph": [
            {"@type": "WebPage", "@id": "p", "inLanguage": "de", "name": "Seite"},
            {"@type": ["ReportageNewsArticle"], "headline": "Wahl &amp; Qual", "author": [{"@id": "a"}],
             "publisher": {"@id": "o"}, "datePublished": "2024-05-01T10:00:00+02:00"},
            {"@type": "Person", "@id": "a", "name": "Jana Doe"},
            {"@type": "Organization", "@id": "o", "name": "Anzeiger"}]}"#);
        assert_eq!(found.headline.as_deref(), Some("Wahl & Qual"));
        assert_eq!(found.authors, ["Jana Doe"]);
        assert_eq!(found.outlet.as_deref(), Some("Anzeiger"));
        assert_eq!(found.language.as_deref(), Some("de"));
    }

    #[test]
    fn data_that_is_not_quite_json_is_read() {
        let found = of(
            "<!-- made by hand -->\n{\"@type\": \"NewsArticle\", \"headline\": \"He said \"no\" to\tit\",\n \"author\": {\"name\": \"A B\",},};",
        );
        assert_eq!(found.headline.as_deref(), Some("He said \"no\" to it"));
        assert_eq!(found.authors, ["A B"]);
    }

    #[test]
    fn the_article_that_says_most_of_itself_is_the_pages_own() {
        let found = of(r#"[{"@type": "NewsArticle", "headline": "A teaser"},
            {"@type": "LiveBlogPosting", "headline": "The story", "datePublished": "2024-01-01", "author": "C D"}]"#);
        assert_eq!(found.headline.as_deref(), Some("The story"));
        assert_eq!(found.authors, ["C D"]);
    }
}
