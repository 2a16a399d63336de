//! Undo and redo.

use std::rc::Rc;

use sourcelight_annotation::Annotation;

/// One change of one annotation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What it was; none where it was made by this change.
    pub before: Option<Rc<Annotation>>,
    /// What it became.
    pub after: Rc<Annotation>,
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

    /// Takes the last change back and answers what its annotation is now: what it was before, or,
    /// where the change had made it, the same but deleted `at` that time.
    pub(crate) fn undo(&mut self, at: &str) -> Option<Annotation> {
        let change = self.done.pop()?;
        let mut now = match &change.before {
            Some(before) => before.as_ref().clone(),
            None => Annotation {
                deleted: Some(at.to_owned()),
                ..change.after.as_ref().clone()
            },
        };
        now.modified = at.to_owned();
        self.undone.push(change);
        Some(now)
    }

    /// Makes the last undone change again.
    pub(crate) fn redo(&mut self, at: &str) -> Option<Annotation> {
        let change = self.undone.pop()?;
        let now = Annotation {
            modified: at.to_owned(),
            ..change.after.as_ref().clone()
        };
        self.done.push(change);
        Some(now)
    }
}
