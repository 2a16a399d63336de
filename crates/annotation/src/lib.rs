//! What a reader adds to an article, in the W3C Web Annotation data model.
//!
//! An [`Annotation`] is a note on a passage or a decision on something the machine found. In memory
//! its spans count UTF-8 bytes of the article's canonical text; written ([`write`]) it is a W3C
//! annotation whose positions count Unicode code points and which carries the quoted words, so that
//! any program, and `rescue.html` without any program, can read it. [`WebAnnotation`] is the whole of
//! the W3C's model, foreign annotations included.

pub mod anchor;
mod audit;
mod identity;
mod json;
mod lost;
mod model;
mod quote;
pub mod record;
pub mod tree;
pub mod validate;
pub mod version;
mod voice;
mod web;

pub use audit::{AuditKind, AuditVerdict, AuditWord};
pub use identity::article_id;
pub use json::{ReadError, read, selectors, to_web, write};
pub use lost::{Carried, Lost, LostWord, OldPassage};
pub use model::{Annotation, Body, FindingKind, Judgement, Maker, Note, Part, Role, Verdict};
pub use quote::{prefix, suffix};
pub use voice::{Answer, Question, VoicePlace, VoiceSays, VoiceWord};
pub use web::{
    Agent, Motivation, OneOrMany, Place, RangeEnds, Resource, Selector, SelectorKind, TextQuote,
    WebAnnotation, WebResource,
};
