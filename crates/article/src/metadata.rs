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
}
