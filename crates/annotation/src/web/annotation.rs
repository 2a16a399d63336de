//! A whole annotation.

use serde_json::{Map, Value};

use super::field::{put, string, take_all, take_string};
use super::{Agent, Motivation, OneOrMany, Resource};

/// A Web Annotation (section 3 of the data model), ours or anybody's.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct WebAnnotation {
    /// Its URI. A foreign annotation may have none.
    pub id: Option<String>,
    /// `Annotation`, perhaps beside other classes.
    pub types: OneOrMany<String>,
    /// Why it was made.
    pub motivation: OneOrMany<Motivation>,
    /// What it says; a bare highlight says nothing.
    pub body: OneOrMany<Resource>,
    /// What it is about.
    pub target: OneOrMany<Resource>,
    /// Who made it.
    pub creator: OneOrMany<Agent>,
    /// When it was made, ISO 8601.
    pub created: Option<String>,
    /// When it was last changed, ISO 8601.
    pub modified: Option<String>,
    /// Every other member (`@context`, `generator`, `rights`, `sl:deleted` …), as it came.
    pub other: Map<String, Value>,
}

impl WebAnnotation {
    /// Reads any JSON object; `None` for other JSON. Members that are not what the model says they
    /// are stay in [`other`](Self::other).
    pub fn from_json(value: &Value) -> Option<Self> {
        let mut fields = value.as_object()?.clone();
        let motivation = |value: &Value| value.as_str().map(Motivation::from);
        Some(Self {
            id: take_string(&mut fields, "id"),
            types: take_all(&mut fields, "type", string),
            motivation: take_all(&mut fields, "motivation", motivation),
            body: take_all(&mut fields, "body", Resource::read),
            target: take_all(&mut fields, "target", Resource::read),
            creator: take_all(&mut fields, "creator", Agent::read),
            created: take_string(&mut fields, "created"),
            modified: take_string(&mut fields, "modified"),
            other: fields,
        })
    }

    /// The annotation as JSON-LD. What was read is written back; only empty lists are left out.
    pub fn to_json(&self) -> Value {
        let mut fields = self.other.clone();
        put(&mut fields, "id", self.id.as_deref());
        put(&mut fields, "type", self.types.write(|t| t.as_str().into()));
        put(
            &mut fields,
            "motivation",
            self.motivation.write(|m| m.word().into()),
        );
        put(&mut fields, "body", self.body.write(Resource::write));
        put(&mut fields, "target", self.target.write(Resource::write));
        put(&mut fields, "creator", self.creator.write(Agent::write));
        put(&mut fields, "created", self.created.as_deref());
        put(&mut fields, "modified", self.modified.as_deref());
        Value::Object(fields)
    }

    /// A new annotation in the W3C's context, with our prefix `sl` declared.
    pub fn new(id: impl Into<String>, motivation: Motivation) -> Self {
        let mut other = Map::new();
        other.insert("@context".to_owned(), crate::json::context());
        Self {
            id: Some(id.into()),
            types: "Annotation".to_owned().into(),
            motivation: motivation.into(),
            other,
            ..Self::default()
        }
    }

    /// Whether it was made for `motivation`.
    pub fn is_for(&self, motivation: &Motivation) -> bool {
        self.motivation.iter().any(|m| m == motivation)
    }

    /// The text of the first body with `purpose`; a body without a purpose takes the annotation's
    /// motivation (section 3.3.5).
    pub fn text<'a>(&'a self, purpose: &'a Motivation) -> Option<&'a str> {
        self.texts(purpose).next()
    }

    /// The texts of all bodies with `purpose`, e.g. every tag.
    pub fn texts<'a>(&'a self, purpose: &'a Motivation) -> impl Iterator<Item = &'a str> {
        self.body.iter().filter_map(move |body| {
            let own = body.purpose();
            let fits = if own.is_empty() {
                self.is_for(purpose)
            } else {
                own.contains(purpose)
            };
            body.value().filter(|_| fits)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::json;

    #[test]
    fn unknown_and_unusable_members_come_back() {
        let written = json!({
            "@context": "http://www.w3.org/ns/anno.jsonld",
            "id": "http://example.org/1",
            "type": ["Annotation", "Odd"],
            "created": 7,
            "creator": "http://example.org/me",
            "motivation": ["commenting", "http://example.org/musing"],
            "canonical": "urn:x:1",
            "body": [
                "http://example.org/b",
                {"type": "TextualBody", "value": "yes", "x:mood": "glad"},
                {"type": "Choice", "items": ["http://example.org/c"]},
            ],
            "target": {
                "source": {"id": "http://example.org/t", "format": "text/html"},
                "state": {"type": "TimeState", "sourceDate": "2015-07-20T13:30:00Z"},
                "selector": {
                    "type": "FragmentSelector", "value": "para5",
                    "refinedBy": {"type": "TextQuoteSelector", "exact": "a", "x": 1},
                },
            },
        });
        let read = WebAnnotation::from_json(&written).unwrap();
        assert_eq!(read.motivation[0], Motivation::Commenting);
        assert_eq!(read.created, None);
        assert_eq!(read.to_json(), written);
    }

    #[test]
    fn an_empty_body_is_left_out_and_a_reply_has_its_purpose() {
        let read = WebAnnotation::from_json(&json!({
            "motivation": "replying", "body": [], "target": "urn:x:1"
        }))
        .unwrap();
        assert!(read.to_json().get("body").is_none());
        let read = WebAnnotation::from_json(&json!({
            "motivation": "tagging",
            "body": [{"value": "a"}, {"value": "b", "purpose": "commenting"}, {"value": "c"}],
        }))
        .unwrap();
        assert_eq!(
            read.texts(&Motivation::Tagging).collect::<Vec<_>>(),
            ["a", "c"]
        );
        assert_eq!(read.text(&Motivation::Commenting), Some("b"));
    }

    fn json_value() -> impl Strategy<Value = Value> {
        let key = prop::sample::select(vec![
            "id",
            "type",
            "value",
            "source",
            "selector",
            "refinedBy",
            "items",
            "exact",
            "start",
            "end",
            "startSelector",
            "endSelector",
            "purpose",
            "body",
            "target",
            "creator",
            "name",
            "motivation",
            "created",
            "x",
        ]);
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i64>().prop_map(Value::from),
            any::<f64>().prop_map(Value::from),
            prop::sample::select(vec![
                "TextQuoteSelector",
                "TextPositionSelector",
                "RangeSelector",
                "Annotation",
                "FragmentSelector",
                "CssSelector",
                "SpecificResource",
                "tagging",
                "a",
            ])
            .prop_map(Value::from),
        ];
        leaf.prop_recursive(6, 64, 6, move |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 1..4).prop_map(Value::from),
                prop::collection::btree_map(key.clone(), inner, 0..6).prop_map(|fields| {
                    Value::Object(fields.into_iter().map(|(k, v)| (k.to_owned(), v)).collect())
                }),
            ]
        })
    }

    proptest! {
        #[test]
        fn whatever_was_read_is_written_back(value in json_value()) {
            if let Some(read) = WebAnnotation::from_json(&value) {
                prop_assert_eq!(read.to_json(), value);
            }
        }
    }
}
