//! What is known of an article beside its text.

use serde::{Deserialize, Serialize};

/// What is known of an article beside its text. Every field may be missing; the reader can fill it
/// in or correct it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Metadata {
    /// The headline.
    pub title: Option<String>,
    /// The authors, several joined by ", ".
    pub byline: Option<String>,
    /// The outlet that published this page.
    pub outlet: Option<String>,
    /// When it was published: an ISO 8601 date or date and time.
    pub published: Option<String>,
    /// When it was last changed: an ISO 8601 date or date and time.
    pub modified: Option<String>,
    /// The BCP 47 tag of the article's language.
    pub language: Option<String>,
    /// Where it was found.
    pub url: Option<String>,
    /// The address that the page itself names as its own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub canonical_url: Option<String>,
    /// The id of the article that this one is a new version of, where the reader says that it is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub earlier: Option<String>,
}

impl Metadata {
    /// These values, with the gaps filled from `other`: a sidecar's `or` the text's own.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self {
            title: self.title.or(other.title),
            byline: self.byline.or(other.byline),
            outlet: self.outlet.or(other.outlet),
            published: self.published.or(other.published),
            modified: self.modified.or(other.modified),
            language: self.language.or(other.language),
            url: self.url.or(other.url),
            canonical_url: self.canonical_url.or(other.canonical_url),
            earlier: self.earlier.or(other.earlier),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sidecar_wins_and_the_text_fills_its_gaps() {
        let sidecar: Metadata =
            serde_json::from_str(r#"{"outlet": "Gazette", "title": "Given"}"#).unwrap();
        let read = Metadata {
            title: Some("Read".to_owned()),
            published: Some("2015-09-12".to_owned()),
            ..Metadata::default()
        };
        let merged = sidecar.or(read);
        assert_eq!(merged.title.as_deref(), Some("Given"));
        assert_eq!(merged.outlet.as_deref(), Some("Gazette"));
        assert_eq!(merged.published.as_deref(), Some("2015-09-12"));
    }
}
