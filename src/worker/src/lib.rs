//! What crosses between the page and the analysis worker.

use serde::{Deserialize, Serialize};
use sourcelight_analysis::{Analysis, Options};
use sourcelight_article::Article;

/// Light this article.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Request {
    /// The article's id, which the answer carries back.
    pub id: String,
    /// The article.
    pub article: Article,
    /// How to read it.
    pub options: Options,
}

/// What was found.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Answer {
    /// The id of the article that was read.
    pub id: String,
    /// What was found; spans count UTF-8 bytes of its text.
    pub analysis: Analysis,
}
