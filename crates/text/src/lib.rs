//! Spans, units of offset, tokens and sentences.
//!
//! Nothing here knows what an article or an attribution is. Every offset in the core counts UTF-8
//! bytes ([`Span`]); [`OffsetMap`] is the one place that converts to UTF-16 code units (the DOM)
//! and Unicode code points (the command line, W3C JSON-LD, our own files).

mod offsets;
mod sentence;
mod span;
mod token;

pub use offsets::{CodePointSpan, OffsetMap, Utf16Span};
pub use sentence::sentences;
pub use span::Span;
pub use token::{Token, TokenKind, tokens};
