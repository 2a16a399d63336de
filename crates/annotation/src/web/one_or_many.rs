//! JSON-LD writes one thing bare and several as a list; both are kept as they came.

use serde_json::Value;

/// A list, and whether its one thing was written without brackets. An empty list is never written.
#[derive(Clone, Debug, PartialEq)]
pub struct OneOrMany<T> {
    items: Vec<T>,
    bare: bool,
}

impl<T> Default for OneOrMany<T> {
    fn default() -> Self {
        Self::from(Vec::new())
    }
}

impl<T> From<Vec<T>> for OneOrMany<T> {
    fn from(items: Vec<T>) -> Self {
        Self { items, bare: false }
    }
}

impl<T> From<T> for OneOrMany<T> {
    fn from(one: T) -> Self {
        Self {
            items: vec![one],
            bare: true,
        }
    }
}

impl<T> std::ops::Deref for OneOrMany<T> {
    type Target = [T];
    fn deref(&self) -> &[T] {
        &self.items
    }
}

impl<T> OneOrMany<T> {
    /// Adds one behind the others.
    pub fn push(&mut self, one: T) {
        self.bare = false;
        self.items.push(one);
    }

    /// All of them, in order.
    pub fn into_vec(self) -> Vec<T> {
        self.items
    }

    /// Reads a bare value or a list; gives the value back where one item cannot be read.
    pub(super) fn read(value: Value, read: impl Fn(&Value) -> Option<T>) -> Result<Self, Value> {
        match &value {
            Value::Array(all) => all
                .iter()
                .map(read)
                .collect::<Option<Vec<_>>>()
                .map(Self::from),
            one => read(one).map(Self::from),
        }
        .ok_or(value)
    }

    /// The bare value or the list; nothing for an empty list.
    pub(super) fn write(&self, write: impl Fn(&T) -> Value) -> Option<Value> {
        match self.items.as_slice() {
            [] => None,
            [one] if self.bare => Some(write(one)),
            all => Some(Value::Array(all.iter().map(write).collect())),
        }
    }
}

impl<'a, T> IntoIterator for &'a OneOrMany<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;
    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
