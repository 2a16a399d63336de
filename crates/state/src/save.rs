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
    /// Ids of drafts, as with annotations; one that is no more there is to be taken out of storage.
    pub drafts: BTreeMap<String, u64>,
    /// Whether what the reader has set for all articles is not stored yet: the number of the change.
    pub settings: Option<u64>,
    /// Whether the reader has typed something that is not even here yet.
    pub typing: bool,
    changes: u64,
    article_change: u64,
}

impl Unsaved {
    /// Whether there is anything to store.
    pub fn is_empty(&self) -> bool {
        !self.article
            && self.annotations.is_empty()
            && self.drafts.is_empty()
            && self.settings.is_none()
    }

    /// Whether nothing is left: neither to store nor on its way from the keyboard.
    pub fn is_settled(&self) -> bool {
        self.is_empty() && !self.typing
    }

    /// Notes that the annotation `id` has changed.
    pub fn mark(&mut self, id: &str) {
        self.changes += 1;
        self.annotations.insert(id.to_owned(), self.changes);
    }

    /// Notes that the draft `id` has changed, or is no more.
    pub fn mark_draft(&mut self, id: &str) {
        self.changes += 1;
        self.drafts.insert(id.to_owned(), self.changes);
    }

    /// Notes that the settings have changed.
    pub fn mark_settings(&mut self) {
        self.changes += 1;
        self.settings = Some(self.changes);
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
        self.drafts
            .retain(|id, change| stored.drafts.get(id) != Some(change));
        if self.settings == stored.settings {
            self.settings = None;
        }
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
