//! Notes and decisions that came with a new version of the article: those whose words have changed, and
//! those whose place is lost until the reader finds one.

use std::rc::Rc;

use sourcelight_annotation::{Annotation, Carried};
use sourcelight_text::Span;

use crate::{
    State,
    reduce::{change, put, refresh},
};

impl State {
    /// The live annotations whose place in the open version is lost, the oldest first.
    pub fn lost(&self) -> Vec<Rc<Annotation>> {
        let all = self.annotations.values();
        let lost = all.filter(|a| a.is_live() && a.lost().is_some());
        let mut lost: Vec<_> = lost.cloned().collect();
        lost.sort_by(|a, b| (&a.created, &a.id).cmp(&(&b.created, &b.id)));
        lost
    }

    /// The live annotations of which some words are others than in the version they were made on, and the
    /// reader has not agreed; in text order.
    pub fn changed(&self) -> Vec<Rc<Annotation>> {
        let all = self.annotations.values();
        let changed = all.filter(|a| a.is_live() && has_changed(a));
        let mut changed: Vec<_> = changed.cloned().collect();
        changed.sort_by_key(|a| (a.places().first().copied(), a.id.clone()));
        changed
    }
}

fn has_changed(annotation: &Annotation) -> bool {
    let carried = annotation.carried.as_ref();
    carried.is_some_and(|carried| !carried.was.is_empty())
}

/// Gives a lost annotation a place. Where it has more than one passage the first that is lost gets it.
pub(crate) fn attach(state: &mut State, id: &str, span: Span, at: String) {
    let Some(kept) = state.article.clone() else {
        return;
    };
    let annotation = state.annotations.get(id).filter(|a| a.is_live());
    let found = annotation.and_then(|annotation| {
        let lost = annotation.lost()?;
        lost.attached(annotation, span, &kept.article.text).ok()
    });
    if let Some(mut found) = found {
        found.modified = at;
        change(state, found);
        refresh(state);
    }
}

/// The reader agrees with what an annotation stands on now.
pub(crate) fn agree(state: &mut State, id: &str, at: String) {
    let annotation = state.annotations.get(id).filter(|a| has_changed(a));
    if let Some(annotation) = annotation {
        let mut agreed = annotation.as_ref().clone();
        agreed.modified = at;
        agreed.carried = agreed.carried.map(|carried| Carried {
            was: Vec::new(),
            ..carried
        });
        change(state, agreed);
    }
}

/// The open article is a new version of the one with the id `earlier`, from which these were carried.
/// What is here already stays as it is.
pub(crate) fn take_over(state: &mut State, earlier: String, annotations: Vec<Annotation>) {
    let Some(kept) = state.article.clone() else {
        return;
    };
    for annotation in annotations {
        if annotation.article == kept.id && !state.annotations.contains_key(&annotation.id) {
            put(state, annotation);
        }
    }
    if kept.article.metadata.earlier.as_ref() != Some(&earlier) && kept.id != earlier {
        let mut version = kept.as_ref().clone();
        version.article.metadata.earlier = Some(earlier);
        crate::correct::put_article(state, Rc::new(version));
    }
    refresh(state);
}

#[cfg(test)]
mod tests {
    use sourcelight_annotation::{Body, Note, article_id, version::Carry};
    use sourcelight_article::open_plain_text;

    use super::*;
    use crate::{Action, Kept, reduce};

    const AT: &str = "2024-11-20T10:00:00Z";
    const OLD: &str = "A headline\n\nThe mines will stop the advance. Nobody had asked the town.";
    const NEW: &str =
        "A headline\n\nThe mines may stop the advance, they say. It was raining all day long.";

    fn note(words: &str) -> Annotation {
        let start = OLD.find(words).unwrap();
        Annotation {
            id: format!("urn:x:{}", words.len()),
            article: article_id(OLD),
            body: Body::Note(Note {
                span: Span::new(start, start + words.len()),
                text: "why?".into(),
            }),
            created: AT.into(),
            modified: AT.into(),
            maker: sourcelight_annotation::Maker::Reader,
            deleted: None,
            carried: None,
        }
    }

    /// The new version, with two notes carried to it.
    fn carried() -> State {
        let id = article_id(NEW);
        let open = Action::ArticleOpened {
            article: Rc::new(Kept {
                id: id.clone(),
                article: open_plain_text(NEW),
                opened: AT.into(),
            }),
            annotations: Vec::new(),
            drafts: Vec::new(),
            stored: true,
        };
        let carry = Carry::new(OLD, NEW);
        let notes = [
            note("The mines will stop the advance"),
            note("Nobody had asked the town."),
        ];
        let annotations = notes
            .iter()
            .filter_map(|n| carry.moved(n, &id))
            .map(|m| m.annotation)
            .collect();
        let carry = Action::VersionCarried {
            article: id,
            earlier: article_id(OLD),
            annotations,
        };
        reduce(&reduce(&State::default(), open), carry)
    }

    #[test]
    fn a_new_version_has_what_was_carried_to_it_and_knows_the_one_before() {
        let state = carried();
        assert_eq!((state.notes().len(), state.lost().len()), (1, 1));
        assert_eq!(state.changed().len(), 1);
        let article = state.article.as_ref().unwrap();
        assert_eq!(
            article.article.metadata.earlier.as_deref(),
            Some(article_id(OLD).as_str())
        );
        assert!(state.unsaved.article && state.unsaved.annotations.len() == 2);
        assert!(!state.history.can_undo());
    }

    #[test]
    fn a_lost_note_is_given_a_place_and_that_is_undone() {
        let state = carried();
        let id = state.lost()[0].id.clone();
        let span = Span::new(NEW.len() - 33, NEW.len());
        let at = || AT.to_owned();
        let attached = reduce(
            &state,
            Action::LostAttached {
                id: id.clone(),
                span,
                at: at(),
            },
        );
        assert!(attached.lost().is_empty());
        let notes = attached.notes();
        let last = notes[1].note().unwrap();
        assert_eq!((last.span, last.text.as_str()), (span, "why?"));
        let undone = reduce(&attached, Action::Undone { at: at() });
        assert_eq!(undone.lost().len(), 1);
        // Into the bin, from which undo brings it back.
        let binned = reduce(&state, Action::NoteDeleted { id, at: at() });
        assert!(binned.lost().is_empty());
        assert_eq!(reduce(&binned, Action::Undone { at: at() }).lost().len(), 1);
    }

    #[test]
    fn what_the_reader_agrees_with_is_no_longer_called_changed() {
        let state = carried();
        let id = state.changed()[0].id.clone();
        let agreed = reduce(&state, Action::ChangeAgreed { id, at: AT.into() });
        assert!(agreed.changed().is_empty());
        assert_eq!(agreed.notes().len(), 1);
    }

    #[test]
    fn what_belongs_to_another_article_is_not_taken_over() {
        let state = carried();
        let late = Action::VersionCarried {
            article: "urn:x:other".into(),
            earlier: article_id(OLD),
            annotations: vec![note("Nobody")],
        };
        assert_eq!(reduce(&state, late), state);
    }
}
