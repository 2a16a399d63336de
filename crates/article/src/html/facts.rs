//! What a page says of its article in structured data (schema.org, as JSON-LD).

use dom_query::Document;
use serde_json::Value;

use super::same;

/// The facts that are used; each may be missing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Facts {
    pub(super) headline: Option<String>,
    pub(super) authors: Option<String>,
    pub(super) outlet: Option<String>,
    pub(super) published: Option<String>,
    pub(super) modified: Option<String>,
    /// The article's whole text.
    pub(super) body: Option<String>,
    /// The summary that the page both declares and shows to its readers.
    pub(super) standfirst: Option<String>,
}

/// Reads the first description of an article in `document`. What cannot be read is passed over.
pub(super) fn facts(document: &Document) -> Facts {
    let scripts = document.select(r#"script[type="application/ld+json"]"#);
    let values = scripts
        .iter()
        .filter_map(|s| serde_json::from_str::<Value>(s.text().trim()).ok());
    let mut nodes: Vec<Value> = Vec::new();
    for value in values {
        match value {
            Value::Array(items) => nodes.extend(items),
            Value::Object(mut object) => match object.remove("@graph") {
                Some(Value::Array(items)) => nodes.extend(items),
                _ => nodes.push(Value::Object(object)),
            },
            _ => {}
        }
    }
    let article = nodes.iter().find(|n| is_article(n));
    Facts {
        standfirst: standfirst(document, article),
        ..article.map(read).unwrap_or_default()
    }
}

/// The description of the article, in its data or its head, where an element of the page shows the same
/// words. A description that readers do not see is written for search engines.
fn standfirst(document: &Document, article: Option<&Value>) -> Option<String> {
    const DECLARED: &str = r#"meta[name="description"], meta[property="og:description"]"#;
    const SHOWN: &str = "p, h2, h3, h4";
    let head = document.select(DECLARED);
    let declared: Vec<String> = head
        .iter()
        .filter_map(|m| m.attr("content").map(|c| c.to_string()))
        .chain(
            article
                .and_then(|a| a.get("description"))
                .and_then(Value::as_str)
                .map(unescaped),
        )
        .filter(|d| d.chars().nth(SHORTEST_STANDFIRST).is_some())
        .collect();
    let longest = declared.iter().map(String::len).max()?;
    let shown = document.select(SHOWN);
    shown
        .iter()
        .map(|element| {
            element
                .text()
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" ")
        })
        .filter(|text| text.len() <= longest + 40)
        .find(|text| declared.iter().any(|d| same(d, text)))
}

/// A shorter description is a label.
const SHORTEST_STANDFIRST: usize = 30;

fn is_article(node: &Value) -> bool {
    let named = |t: &Value| {
        t.as_str().is_some_and(|t| {
            t.ends_with("Article") || matches!(t, "BlogPosting" | "Report" | "LiveBlogPosting")
        })
    };
    match node.get("@type") {
        Some(Value::Array(types)) => types.iter().any(named),
        Some(one) => named(one),
        None => false,
    }
}

fn read(node: &Value) -> Facts {
    let text = |key: &str| {
        node.get(key)
            .and_then(Value::as_str)
            .map(unescaped)
            .filter(|t| !t.trim().is_empty())
    };
    Facts {
        headline: text("headline"),
        authors: node.get("author").and_then(name_of),
        outlet: node.get("publisher").and_then(name_of),
        published: text("datePublished"),
        modified: text("dateModified"),
        body: text("articleBody"),
        standfirst: None,
    }
}

/// The name of a person or organisation, or the names of several joined by ", ".
fn name_of(value: &Value) -> Option<String> {
    match value {
        Value::String(name) => Some(unescaped(name)),
        Value::Object(object) => object.get("name").and_then(Value::as_str).map(unescaped),
        Value::Array(items) => {
            let names: Vec<String> = items
                .iter()
                .filter(|i| !i.is_array())
                .filter_map(name_of)
                .collect();
            (!names.is_empty()).then(|| names.join(", "))
        }
        _ => None,
    }
}

/// `text` with the character references that some pages leave in their data.
fn unescaped(text: &str) -> String {
    const REFERENCES: &[(&str, &str)] = &[
        ("&quot;", "\""),
        ("&#34;", "\""),
        ("&#39;", "'"),
        ("&#039;", "'"),
        ("&apos;", "'"),
        ("&rsquo;", "’"),
        ("&lsquo;", "‘"),
        ("&ldquo;", "“"),
        ("&rdquo;", "”"),
        ("&nbsp;", " "),
        ("&#8217;", "’"),
        ("&#8216;", "‘"),
        ("&#8220;", "“"),
        ("&#8221;", "”"),
        ("&ndash;", "–"),
        ("&mdash;", "—"),
        ("&amp;", "&"),
    ];
    if !text.contains('&') {
        return text.to_owned();
    }
    REFERENCES
        .iter()
        .fold(text.to_owned(), |text, (from, to)| text.replace(from, to))
}
