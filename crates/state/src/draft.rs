//! What the reader is typing and has not saved: kept like everything else, so that a closed page or a
//! crash takes none of it, and shown again as unfinished.

use std::rc::Rc;

use sourcelight_text::Span;

use crate::{Saved, State};

/// Words that are typed and not saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// A URI. The note that a draft on a passage becomes has the same.
    pub id: String,
    /// The id of its article.
    pub article: String,
    /// What is being written.
    pub place: DraftPlace,
    /// The words so far.
    pub text: String,
    /// When they were typed, ISO 8601 in UTC.
    pub at: String,
}

/// What a draft is to become.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DraftPlace {
    /// A note on a passage, UTF-8 bytes of the article's text.
    Note(Span),
    /// Other words for the note with this id.
    Change(String),
    /// What is known of the article: the field's name.
    Field(String),
}

impl State {
    /// The unfinished notes on passages of the open article, in text order.
    pub fn note_drafts(&self) -> Vec<&Draft> {
        let mut drafts: Vec<&Draft> = self
            .own_drafts()
            .filter(|draft| matches!(draft.place, DraftPlace::Note(_)))
            .collect();
        drafts.sort_by_key(|draft| match draft.place {
            DraftPlace::Note(span) => (span.start, span.end, &draft.id),
            DraftPlace::Change(_) | DraftPlace::Field(_) => (0, 0, &draft.id),
        });
        drafts
    }

    /// The unfinished change of a note.
    pub fn draft_of(&self, note: &str) -> Option<&Draft> {
        self.own_drafts()
            .find(|draft| matches!(&draft.place, DraftPlace::Change(id) if id == note))
    }

    /// What was typed into a field of the article's details and not saved.
    pub fn field_draft(&self, field: &str) -> Option<&str> {
        self.own_drafts()
            .find(|draft| matches!(&draft.place, DraftPlace::Field(name) if name == field))
            .map(|draft| draft.text.as_str())
    }

    fn own_drafts(&self) -> impl Iterator<Item = &Draft> {
        let open = self.article.as_ref().map(|kept| kept.id.as_str());
        self.drafts
            .values()
            .filter(move |draft| Some(draft.article.as_str()) == open)
    }
}

/// Opens a draft to be written in. One that was opened before and left empty is closed; a note that is
/// being changed already goes on as it is.
pub(crate) fn start(state: &mut State, draft: Draft) {
    if let DraftPlace::Change(note) = &draft.place
        && let Some(there) = state.draft_of(note).map(|there| there.id.clone())
    {
        state.writing = Some(there);
        return;
    }
    let stored = |id: &String| state.stored_drafts.contains(id);
    let empty: Vec<String> = state
        .drafts
        .values()
        .filter(|d| matches!(d.place, DraftPlace::Note(_)) && d.text.trim().is_empty())
        .filter(|d| !stored(&d.id))
        .map(|d| d.id.clone())
        .collect();
    let drafts = Rc::make_mut(&mut state.drafts);
    for id in empty {
        drafts.remove(&id);
    }
    state.writing = Some(draft.id.clone());
    drafts.insert(draft.id.clone(), draft);
}

/// Takes in what was typed.
pub(crate) fn typed(state: &mut State, draft: Draft) {
    let id = draft.id.clone();
    let same = |there: &Draft| there.text == draft.text && there.place == draft.place;
    if !state.drafts.get(&id).is_some_and(same) {
        Rc::make_mut(&mut state.drafts).insert(id.clone(), draft);
        state.stored_drafts.insert(id.clone());
        state.unsaved.mark_draft(&id);
    }
    end_typing(state);
}

/// Takes a draft away, because it was saved or thrown away.
pub(crate) fn drop(state: &mut State, id: &str) {
    if state.drafts.contains_key(id) {
        Rc::make_mut(&mut state.drafts).remove(id);
        if state.stored_drafts.remove(id) {
            state.unsaved.mark_draft(id);
        }
    }
    if state.writing.as_deref() == Some(id) {
        state.writing = None;
    }
    end_typing(state);
}

/// Takes all drafts of such places away.
pub(crate) fn drop_all(state: &mut State, of: impl Fn(&DraftPlace) -> bool) {
    let own = state.own_drafts().filter(|draft| of(&draft.place));
    let ids: Vec<String> = own.map(|draft| draft.id.clone()).collect();
    for id in ids {
        drop(state, &id);
    }
}

/// Everything that was typed is here now; the status says what is left of it to store.
pub(crate) fn end_typing(state: &mut State) {
    state.unsaved.typing = false;
    state.saved = match state.saved {
        Saved::Unkept => Saved::Unkept,
        Saved::Failed if !state.unsaved.is_empty() => Saved::Failed,
        _ if state.unsaved.is_settled() => Saved::Saved,
        _ => Saved::Saving,
    };
}

#[cfg(test)]
mod tests {
    use sourcelight_article::{Article, Metadata};

    use super::*;
    use crate::{Action, Kept, reduce};

    const AT: &str = "2024-11-20T10:00:00Z";

    fn opened(drafts: Vec<Draft>) -> State {
        let article = Rc::new(Kept {
            id: "urn:sha256:1".into(),
            article: Article {
                text: "The mines will stop the advance.".into(),
                ..Article::default()
            },
            opened: AT.into(),
        });
        let open = Action::ArticleOpened {
            article,
            annotations: Vec::new(),
            drafts,
            stored: true,
        };
        reduce(&State::default(), open)
    }

    fn draft(id: &str, place: DraftPlace, text: &str) -> Draft {
        Draft {
            id: id.into(),
            article: "urn:sha256:1".into(),
            place,
            text: text.into(),
            at: AT.into(),
        }
    }

    fn on_passage(id: &str, text: &str) -> Draft {
        draft(id, DraftPlace::Note(Span::new(4, 9)), text)
    }

    fn stored(state: &State) -> State {
        let stored = state.unsaved.clone();
        reduce(state, Action::SaveFinished { stored })
    }

    #[test]
    fn saved_is_not_said_between_a_key_and_the_storing_of_what_was_typed() {
        let begun = reduce(&opened(Vec::new()), Action::TypingBegan);
        assert_eq!(begun.saved, Saved::Saving);
        // A transaction that began before the key ends after it.
        assert_eq!(stored(&begun).saved, Saved::Saving);
        let typed = reduce(&begun, Action::DraftTyped(on_passage("d", "Wh")));
        assert_eq!(typed.saved, Saved::Saving);
        assert!(typed.unsaved.drafts.contains_key("d"));
        assert_eq!(stored(&typed).saved, Saved::Saved);
    }

    #[test]
    fn a_saved_note_takes_its_draft_away_in_the_same_transaction() {
        let typed = stored(&reduce(
            &opened(Vec::new()),
            Action::DraftTyped(on_passage("d", "Why?")),
        ));
        let added = Action::NoteAdded {
            id: "d".into(),
            span: Span::new(4, 9),
            text: "Why?".into(),
            at: AT.into(),
        };
        let noted = reduce(&typed, added);
        assert!(noted.drafts.is_empty());
        let unsaved = &noted.unsaved;
        assert!(unsaved.drafts.contains_key("d") && unsaved.annotations.contains_key("d"));
    }

    #[test]
    fn a_draft_that_was_kept_stands_in_the_notes_tab_when_the_article_is_opened() {
        let state = opened(vec![on_passage("d", "Unfini")]);
        assert_eq!(state.note_drafts()[0].text, "Unfini");
        assert_eq!((state.tab, state.saved), (crate::Tab::Notes, Saved::Saved));
        let gone = reduce(&state, Action::DraftDropped("d".into()));
        assert!(gone.drafts.is_empty() && gone.unsaved.drafts.contains_key("d"));
    }

    #[test]
    fn starting_another_note_leaves_what_was_typed_and_closes_what_is_empty() {
        let one = reduce(
            &opened(Vec::new()),
            Action::DraftStarted(on_passage("a", "")),
        );
        assert!(one.unsaved.is_empty() && one.saved == Saved::Saved);
        let two = reduce(&one, Action::DraftStarted(on_passage("b", "")));
        let ids = |state: &State| state.drafts.keys().cloned().collect::<Vec<_>>();
        assert_eq!(ids(&two), ["b"]);
        let typed = reduce(&two, Action::DraftTyped(on_passage("b", "words")));
        let three = reduce(&typed, Action::DraftStarted(on_passage("c", "")));
        assert_eq!(ids(&three), ["b", "c"]);
        assert_eq!(three.writing.as_deref(), Some("c"));
    }

    #[test]
    fn corrected_details_take_what_was_typed_into_their_fields_away() {
        let title = draft("f", DraftPlace::Field("title".into()), "A tit");
        let state = opened(vec![title]);
        assert_eq!(state.field_draft("title"), Some("A tit"));
        let metadata = Metadata {
            title: Some("A title".into()),
            ..Metadata::default()
        };
        let corrected = reduce(&state, Action::MetadataCorrected { metadata });
        assert_eq!(corrected.field_draft("title"), None);
        assert!(corrected.unsaved.article && corrected.unsaved.drafts.contains_key("f"));
    }

    #[test]
    fn a_draft_of_an_article_that_was_left_is_stored_and_not_shown() {
        let mut late = on_passage("d", "late");
        late.article = "urn:sha256:2".into();
        let state = reduce(&opened(Vec::new()), Action::DraftTyped(late));
        assert!(state.note_drafts().is_empty());
        assert!(state.unsaved.drafts.contains_key("d"));
    }
}
