//! The W3C Web Annotation data model (<https://www.w3.org/TR/annotation-model/>), foreign
//! annotations included.
//!
//! [`WebAnnotation`] holds any annotation as it was written: what the model has a word for stands in
//! fields, and every other member, or a known member with an unusable value, is kept in `other` and
//! written back. Reading never fails for a JSON object, so that one odd member does not cost the
//! reader a note; [`crate::validate`] says what is wrong with it.

mod agent;
mod annotation;
mod field;
mod motivation;
mod one_or_many;
mod resource;
mod selector;

pub use agent::Agent;
pub use annotation::WebAnnotation;
pub use motivation::Motivation;
pub use one_or_many::OneOrMany;
pub use resource::{Resource, WebResource};
pub use selector::{Place, RangeEnds, Selector, SelectorKind, TextQuote};
