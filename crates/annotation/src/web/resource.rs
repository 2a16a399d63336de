//! What a body or a target is.

use serde_json::{Map, Value};

use super::field::{DEPTH, put, string, take, take_all, take_string};
use super::{Motivation, OneOrMany, Selector};

/// A body or a target: a URI alone, or an object.
#[derive(Clone, Debug, PartialEq)]
pub enum Resource {
    /// A URI alone.
    Iri(String),
    /// Anything with members: a text, a part of something, a choice, a page elsewhere.
    Object(Box<WebResource>),
}

/// The members of a body or target (sections 3.2 and 4): a `TextualBody` has a value, a
/// `SpecificResource` a source and selectors, a `Choice`, `List` or `Composite` items.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct WebResource {
    /// Its URI.
    pub id: Option<String>,
    /// Its classes.
    pub types: OneOrMany<String>,
    /// The text of an embedded body.
    pub value: Option<String>,
    /// Its media type.
    pub format: OneOrMany<String>,
    /// Its language, BCP 47.
    pub language: OneOrMany<String>,
    /// Why this body is there.
    pub purpose: OneOrMany<Motivation>,
    /// What it is a part of.
    pub source: Option<Resource>,
    /// Which part.
    pub selector: OneOrMany<Selector>,
    /// The resources of a choice or set.
    pub items: Vec<Resource>,
    /// Every other member (`state`, `styleClass`, `sl:role` …), as it came.
    pub other: Map<String, Value>,
}

impl WebResource {
    /// A text for `purpose`.
    pub fn text(value: impl Into<String>, purpose: Motivation) -> Self {
        Self {
            types: "TextualBody".to_owned().into(),
            value: Some(value.into()),
            purpose: purpose.into(),
            ..Self::default()
        }
    }

    /// The part of `source` that `selectors` name, each of them by itself.
    pub fn part(source: impl Into<String>, selectors: Vec<Selector>) -> Self {
        Self {
            types: "SpecificResource".to_owned().into(),
            source: Some(Resource::Iri(source.into())),
            selector: selectors.into(),
            ..Self::default()
        }
    }
}

impl From<WebResource> for Resource {
    fn from(resource: WebResource) -> Self {
        Self::Object(Box::new(resource))
    }
}

impl Resource {
    /// Its members, where it has any.
    pub fn object(&self) -> Option<&WebResource> {
        match self {
            Self::Iri(_) => None,
            Self::Object(object) => Some(object),
        }
    }

    /// Why this body is there, as far as it says so itself.
    pub fn purpose(&self) -> &[Motivation] {
        self.object().map_or(&[], |o| &o.purpose)
    }

    /// The text of an embedded body.
    pub fn value(&self) -> Option<&str> {
        self.object()?.value.as_deref()
    }

    /// The URI of what it is, or is a part of.
    pub fn source(&self) -> Option<&str> {
        match self {
            Self::Iri(iri) => Some(iri),
            Self::Object(object) => match &object.source {
                Some(source) => source.source(),
                None => object.id.as_deref(),
            },
        }
    }

    /// The parts it is made of: the items of a set, theirs in turn, or else itself. Items deeper
    /// than 24 sets are left out.
    pub fn parts(&self) -> Vec<&Resource> {
        fn collect<'a>(resource: &'a Resource, depth: usize, parts: &mut Vec<&'a Resource>) {
            match resource.object() {
                Some(set) if !set.items.is_empty() => {
                    if depth < DEPTH {
                        for item in &set.items {
                            collect(item, depth + 1, parts);
                        }
                    }
                }
                _ => parts.push(resource),
            }
        }
        let mut parts = Vec::new();
        collect(self, 0, &mut parts);
        parts
    }

    pub(super) fn read(value: &Value) -> Option<Self> {
        Self::read_at(value, 0)
    }

    fn read_at(value: &Value, depth: usize) -> Option<Self> {
        match value {
            Value::String(iri) => Some(Self::Iri(iri.clone())),
            Value::Object(fields) if depth < DEPTH => {
                let mut fields = fields.clone();
                let motivation = |value: &Value| value.as_str().map(Motivation::from);
                let within = |value: &Value| Self::read_at(value, depth + 1);
                let items = take(&mut fields, "items", |value| match &value {
                    Value::Array(all) if !all.is_empty() => all
                        .iter()
                        .map(within)
                        .collect::<Option<Vec<_>>>()
                        .ok_or(value),
                    _ => Err(value),
                });
                Some(Self::from(WebResource {
                    id: take_string(&mut fields, "id"),
                    types: take_all(&mut fields, "type", string),
                    value: take_string(&mut fields, "value"),
                    format: take_all(&mut fields, "format", string),
                    language: take_all(&mut fields, "language", string),
                    purpose: take_all(&mut fields, "purpose", motivation),
                    source: take(&mut fields, "source", |v| within(&v).ok_or(v)),
                    selector: take_all(&mut fields, "selector", Selector::read),
                    items: items.unwrap_or_default(),
                    other: fields,
                }))
            }
            _ => None,
        }
    }

    pub(crate) fn write(&self) -> Value {
        let object = match self {
            Self::Iri(iri) => return Value::from(iri.as_str()),
            Self::Object(object) => object,
        };
        let text = |text: &String| Value::from(text.as_str());
        let mut fields = object.other.clone();
        put(&mut fields, "id", object.id.as_deref());
        put(&mut fields, "type", object.types.write(text));
        put(&mut fields, "value", object.value.as_deref());
        put(&mut fields, "format", object.format.write(text));
        put(&mut fields, "language", object.language.write(text));
        put(
            &mut fields,
            "purpose",
            object.purpose.write(|p| p.word().into()),
        );
        put(
            &mut fields,
            "source",
            object.source.as_ref().map(Resource::write),
        );
        put(
            &mut fields,
            "selector",
            object.selector.write(Selector::to_json),
        );
        if !object.items.is_empty() {
            let items: Vec<Value> = object.items.iter().map(Resource::write).collect();
            put(&mut fields, "items", Some(items));
        }
        Value::Object(fields)
    }
}
