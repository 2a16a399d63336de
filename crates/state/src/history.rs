//! Undo and redo.

use std::rc::Rc;

use sourcelight_annotation::Annotation;

use crate::Kept;

/// One change the reader made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Of one annotation.
    Annotation {
        /// What it was; none where it was made by this change.
        before: Option<Rc<Annotation>>,
        /// What it became.
        after: Rc<Annotation>,
    },
    /// Of what is known of the article, or of what its blocks are. Its text never changes.
    Article {
        /// What it was.
        before: Rc<Kept>,
        /// What it became.
        after: Rc<Kept>,
    },
}

/// What undoing or redoing a change puts back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Restored {
    Annotation(Box<Annotation>),
    Article(Rc<Kept>),
}

/// The changes made, and those undone, oldest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    done: Vec<Rc<Change>>,
    undone: Vec<Rc<Change>>,
}

impl History {
    /// Whether there is something to undo.
    pub fn can_undo(&self) -> bool {
        !self.done.is_empty()
    }

    /// Whether there is something to redo.
    pub fn can_redo(&self) -> bool {
        !self.undone.is_empty()
    }

    /// Adds a change; what was undone before it can no longer be redone.
    pub(crate) fn push(&mut self, change: Change) {
        self.done.push(Rc::new(change));
        self.undone.clear();
    }

    /// Takes the last change back and answers what is there now: what it was before, or, where the
    /// change had made an annotation, the same but deleted `at` that time.
    pub(crate) fn undo(&mut self, at: &str) -> Option<Restored> {
        let change = self.done.pop()?;
        let now = match &*change {
            Change::Article { before, .. } => Restored::Article(before.clone()),
            Change::Annotation { before, after } => {
                let mut now = match before {
                    Some(before) => before.as_ref().clone(),
                    None => Annotation {
                        deleted: Some(at.to_owned()),
                        ..after.as_ref().clone()
                    },
                };
                now.modified = at.to_owned();
                Restored::Annotation(Box::new(now))
            }
        };
        self.undone.push(change);
        Some(now)
    }

    /// Makes the last undone change again.
    pub(crate) fn redo(&mut self, at: &str) -> Option<Restored> {
        let change = self.undone.pop()?;
        let now = match &*change {
            Change::Article { after, .. } => Restored::Article(after.clone()),
            Change::Annotation { after, .. } => Restored::Annotation(Box::new(Annotation {
                modified: at.to_owned(),
                ..after.as_ref().clone()
            })),
        };
        self.done.push(change);
        Some(now)
    }
}
