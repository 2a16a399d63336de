//! Who made something.

use serde_json::{Map, Value};

use super::OneOrMany;
use super::field::{put, string, take_all, take_string};

/// A person, organisation or program (W3C Web Annotation, section 3.3.2).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Agent {
    /// Its URI.
    pub id: Option<String>,
    /// `Person`, `Organization`, `Software`.
    pub types: OneOrMany<String>,
    /// The name it chose.
    pub name: OneOrMany<String>,
    /// Members that have no field here, kept as they came.
    pub other: Map<String, Value>,
    /// Whether only the URI was written, without an object around it.
    pub bare: bool,
}

impl Agent {
    /// A person who goes by `name`.
    pub fn named(name: impl Into<String>) -> Self {
        Self {
            types: "Person".to_owned().into(),
            name: name.into().into(),
            ..Self::default()
        }
    }

    /// What to call it: its name, or else its URI.
    pub fn label(&self) -> Option<&str> {
        self.name.first().or(self.id.as_ref()).map(String::as_str)
    }

    pub(super) fn read(value: &Value) -> Option<Self> {
        match value {
            Value::String(id) => Some(Self {
                id: Some(id.clone()),
                bare: true,
                ..Self::default()
            }),
            Value::Object(fields) => {
                let mut fields = fields.clone();
                Some(Self {
                    id: take_string(&mut fields, "id"),
                    types: take_all(&mut fields, "type", string),
                    name: take_all(&mut fields, "name", string),
                    other: fields,
                    bare: false,
                })
            }
            _ => None,
        }
    }

    pub(super) fn write(&self) -> Value {
        if self.bare
            && let Some(id) = &self.id
        {
            return Value::from(id.as_str());
        }
        let mut fields = self.other.clone();
        put(&mut fields, "id", self.id.as_deref());
        put(&mut fields, "type", self.types.write(|t| t.as_str().into()));
        put(&mut fields, "name", self.name.write(|n| n.as_str().into()));
        Value::Object(fields)
    }
}
