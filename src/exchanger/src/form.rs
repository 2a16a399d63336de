//! The forms in which an article is handed on.

use serde::{Deserialize, Serialize};

/// A form in which an article is handed on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Form {
    /// Everything, lossless.
    Sourcelight,
    /// A page that opens anywhere without scripts and carries its data.
    Html,
    /// The article with comments.
    Word,
    /// An audit note.
    Markdown,
    /// A table.
    Csv,
    /// A W3C annotation page.
    W3c,
    /// Hypothesis' export.
    Hypothesis,
    /// schema.org quotations and claims.
    SchemaOrg,
}

impl Form {
    /// All forms, in the order they are offered.
    pub const ALL: [Form; 8] = [
        Form::Sourcelight,
        Form::Html,
        Form::Word,
        Form::Markdown,
        Form::Csv,
        Form::W3c,
        Form::Hypothesis,
        Form::SchemaOrg,
    ];

    /// The word that names it in messages.
    pub const fn word(self) -> &'static str {
        match self {
            Form::Sourcelight => "sourcelight",
            Form::Html => "html",
            Form::Word => "word",
            Form::Markdown => "markdown",
            Form::Csv => "csv",
            Form::W3c => "w3c",
            Form::Hypothesis => "hypothesis",
            Form::SchemaOrg => "schema-org",
        }
    }

    /// Whether it is text that can be pasted somewhere.
    pub const fn is_text(self) -> bool {
        !matches!(self, Form::Sourcelight | Form::Html | Form::Word)
    }
}
