//! The audit note that the app hands on, without a reader's word in it.

use sourcelight_analysis::Analysis;
use sourcelight_annotation::article_id;
use sourcelight_article::Article;
use sourcelight_exchange::{Input, Kind, export};
use sourcelight_state::{Kept, findings};

/// The audit of an article.
pub(crate) fn render(article: &Article, analysis: &Analysis) -> String {
    let kept = Kept {
        id: article_id(&article.text),
        article: article.clone(),
        opened: String::new(),
    };
    let note = export(
        Kind::Markdown,
        &Input {
            kept: &kept,
            analysis: Some(analysis),
            findings: &findings(Some(analysis), std::iter::empty()),
            annotations: &[],
            library: None,
            reader: None,
            now: "",
            version: env!("CARGO_PKG_VERSION"),
        },
    );
    String::from_utf8_lossy(&note.bytes).into_owned()
}
