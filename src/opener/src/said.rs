//! What is said to the reader, as a message of `static/lang` with its values, so that it can be said in
//! any language.

use serde::{Deserialize, Serialize};

/// A message and its values.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    /// The message's id.
    pub id: String,
    /// Its values by name.
    pub values: Vec<(String, Value)>,
}

/// A value in a message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Value {
    /// Words, or the name of something.
    Text(String),
    /// What the message with this id says.
    Message(String),
    /// A count.
    Number(usize),
}

impl Said {
    /// The message with this id.
    pub fn new(id: &str) -> Self {
        Self {
            id: id.to_owned(),
            values: Vec::new(),
        }
    }

    /// With a word.
    #[must_use]
    pub fn text(self, name: &str, value: impl Into<String>) -> Self {
        self.with(name, Value::Text(value.into()))
    }

    /// With another message.
    #[must_use]
    pub fn message(self, name: &str, id: impl Into<String>) -> Self {
        self.with(name, Value::Message(id.into()))
    }

    /// With a number.
    #[must_use]
    pub fn number(self, name: &str, value: usize) -> Self {
        self.with(name, Value::Number(value))
    }

    fn with(mut self, name: &str, value: Value) -> Self {
        self.values.push((name.to_owned(), value));
        self
    }
}
