//! What a page's head says of it: `meta` and `link` elements.

use dom_query::Document;

use super::plain_text;

/// The head's values by name, in the page's order.
#[derive(Debug, Default)]
pub(super) struct Head {
    values: Vec<(String, String)>,
    /// The address that the page names as its own.
    pub(super) canonical: Option<String>,
    /// The element `title`.
    pub(super) title: Option<String>,
    /// The page's language as its root names it.
    pub(super) language: Option<String>,
}

/// How many values are read.
const MOST: usize = 600;

impl Head {
    /// Reads the head of `document`.
    pub(super) fn new(document: &Document) -> Self {
        let mut values = Vec::new();
        for meta in document.select("meta[content]").iter().take(MOST) {
            let Some(content) = meta.attr("content") else {
                continue;
            };
            for key in ["property", "name", "itemprop", "http-equiv"] {
                if let Some(name) = meta.attr(key) {
                    let names = name.split_whitespace();
                    values.extend(names.map(|n| (n.to_lowercase(), content.to_string())));
                }
            }
        }
        let canonical = document.select("link[rel~=canonical][href]");
        let title = document
            .select("head title")
            .iter()
            .next()
            .map(|t| t.text());
        let root = document.select("html[lang]");
        let language = root.attr("lang").map(|l| l.to_string());
        Self {
            values,
            canonical: canonical
                .iter()
                .next()
                .and_then(|l| l.attr("href"))
                .map(|h| h.to_string()),
            title: title.map(|t| plain_text(&t)).filter(|t| !t.is_empty()),
            language: language.filter(|l| !l.trim().is_empty()),
        }
    }

    /// The value of the first of `names` that the head has, on one line.
    pub(super) fn get(&self, names: &[&str]) -> Option<String> {
        names.iter().find_map(|name| self.all(name).next())
    }

    /// All values of `name`, each on one line.
    pub(super) fn all<'h>(&'h self, name: &str) -> impl Iterator<Item = String> + 'h {
        let name = name.to_owned();
        let values = self.values.iter().filter(move |(n, _)| *n == name);
        values.map(|(_, v)| plain_text(v)).filter(|v| !v.is_empty())
    }
}
