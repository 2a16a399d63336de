//! [`Article`] in, [`Analysis`] out: who said what, how it reached the page, what nobody is named
//! for, and where the story is contested.
//!
//! Analysis is plain data and never fails; what it could not do is a note inside it.

mod clause;
mod controversy;
mod model;
mod pattern;
mod reading;
mod treaties;

pub use model::*;

use sourcelight_article::Article;

use crate::reading::Reading;

/// Analyses `article`. Linear in its text.
pub fn analyze(article: &Article, options: &Options) -> Analysis {
    let reading = Reading::new(article);
    let _ = options;
    let mut analysis = Analysis::default();
    analysis.treaties = treaties::treaties(&reading);
    analysis.controversies = controversy::controversies(&reading, &analysis);
    analysis
}
