//! What is stored and what is not.

use std::collections::BTreeMap;

/// Whether the last change is stored.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Saved {
    /// Everything is in the browser's storage.
    #[default]
    Saved,
    /// A change is on its way.
    Saving,
    /// The last attempt failed; what is unsaved is still here.
    Failed,
    /// The browser gives no storage.
    Unkept,
}

/// What has changed since it was last stored.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unsaved {
    /// Whether the article itself is not stored yet.
    pub article: bool,
    /// Ids of annotations, each with the number of the change that is not stored.
    pub annotations: BTreeMap<String, u64>,
    changes: u64,
    article_change: u64,
}

impl Unsaved {
    /// Whether there is anything to store.
    pub fn is_empty(&self) -> bool {
        !self.article && self.annotations.is_empty()
    }

    /// Notes that the annotation `id` has changed.
    pub fn mark(&mut self, id: &str) {
        self.changes += 1;
        self.annotations.insert(id.to_owned(), self.changes);
    }

    /// Notes that the article itself has changed.
    pub fn mark_article(&mut self) {
        self.changes += 1;
        self.article = true;
        self.article_change = self.changes;
    }

    /// Takes off what `stored`, an earlier copy of this, held, and leaves what has changed since.
    pub fn settle(&mut self, stored: &Unsaved) {
        self.article &= !(stored.article && stored.article_change == self.article_change);
        self.annotations
            .retain(|id, change| stored.annotations.get(id) != Some(change));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_made_while_an_earlier_one_is_stored_stays_unsaved() {
        let mut unsaved = Unsaved {
            article: true,
            ..Unsaved::default()
        };
        unsaved.mark("a");
        unsaved.mark("b");
        let stored = unsaved.clone();
        unsaved.mark("a");
        unsaved.settle(&stored);
        assert_eq!(unsaved.annotations.keys().collect::<Vec<_>>(), ["a"]);
        assert!(!unsaved.article);
    }

    #[test]
    fn an_article_corrected_while_it_is_stored_stays_unsaved() {
        let mut unsaved = Unsaved::default();
        unsaved.mark_article();
        let stored = unsaved.clone();
        unsaved.mark_article();
        unsaved.settle(&stored);
        assert!(unsaved.article);
        let stored = unsaved.clone();
        unsaved.settle(&stored);
        assert!(unsaved.is_empty());
    }
}
