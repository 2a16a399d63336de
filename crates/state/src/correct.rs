//! Corrections of the open article: its metadata, and what its blocks are. Its text, and so its id and
//! every offset into it, stays.

use std::rc::Rc;

use sourcelight_article::Article;

use crate::{Change, Kept, Saved, State};

/// Corrects the open article and remembers what it was; where that makes no difference, nothing changes.
pub(crate) fn correct(state: &mut State, to: impl FnOnce(&mut Article)) {
    let Some(before) = state.article.clone() else {
        return;
    };
    let mut after = before.as_ref().clone();
    to(&mut after.article);
    if after == *before {
        return;
    }
    let after = Rc::new(after);
    state.history.push(Change::Article {
        before,
        after: after.clone(),
    });
    put_article(state, after);
}

/// Puts a corrected article in place. What was found in it stands until the engine has answered anew:
/// the text is the same.
pub(crate) fn put_article(state: &mut State, article: Rc<Kept>) {
    state.unsaved.mark_article();
    if state.saved != Saved::Unkept {
        // Never "saved" between a change and its storing.
        state.saved = Saved::Saving;
    }
    state.article = Some(article);
}

#[cfg(test)]
mod tests {
    use sourcelight_analysis::{Analysis, ClaimKind, CoverageState, Unsourced};
    use sourcelight_annotation::Verdict;
    use sourcelight_article::{BlockKind, Metadata, open_plain_text};
    use sourcelight_text::Span;

    use super::*;
    use crate::{Action, Status, reduce};

    const AT: &str = "2024-11-20T10:00:00Z";
    const TEXT: &str = "A headline\n\nThe mines will stop the advance of the army.";

    /// An opened, lit and stored article whose one finding is accepted.
    fn judged() -> State {
        let id = "urn:sha256:1".to_owned();
        let kept = Kept {
            id: id.clone(),
            article: open_plain_text(TEXT),
            opened: AT.into(),
        };
        let analysis = Analysis {
            unsourced: vec![Unsourced {
                span: Span::new(12, 55),
                kind: ClaimKind::Prediction,
                coverage: CoverageState::None,
                why: String::new(),
            }],
            ..Analysis::default()
        };
        let mut state = State::default();
        for action in [
            Action::ArticleOpened {
                article: Rc::new(kept),
                annotations: Vec::new(),
                drafts: Vec::new(),
                stored: true,
            },
            Action::AnalysisArrived {
                article: id,
                analysis: Rc::new(analysis),
            },
        ] {
            state = reduce(&state, action);
        }
        let finding = state.findings[0].id.clone();
        let judge = Action::FindingJudged {
            finding,
            verdict: Verdict::Accepted,
            id: "urn:uuid:1".into(),
            at: AT.into(),
        };
        reduce(&state, judge)
    }

    fn article(state: &State) -> &Article {
        &state.article.as_ref().unwrap().article
    }

    #[test]
    fn metadata_is_corrected_undone_and_redone() {
        let before = judged();
        let metadata = Metadata {
            outlet: Some("Gazette".to_owned()),
            ..article(&before).metadata.clone()
        };
        let after = reduce(&before, Action::MetadataCorrected { metadata });
        assert_eq!(article(&after).metadata.outlet.as_deref(), Some("Gazette"));
        assert!(after.unsaved.article && after.saved == Saved::Saving);
        let undone = reduce(&after, Action::Undone { at: AT.into() });
        assert_eq!(article(&undone), article(&before));
        let redone = reduce(&undone, Action::Redone { at: AT.into() });
        assert_eq!(article(&redone), article(&after));
    }

    #[test]
    fn a_block_becomes_boilerplate_and_text_findings_and_decisions_stay() {
        let before = judged();
        let correct = Action::BlocksCorrected {
            blocks: vec![1, 99],
            kind: BlockKind::Boilerplate,
        };
        let after = reduce(&before, correct);
        assert_eq!(article(&after).blocks[1].kind, BlockKind::Boilerplate);
        assert_eq!(article(&after).text, TEXT);
        assert_eq!(after.findings[0].status, Status::Accepted);
        // The engine reads the block no more; what the reader accepted stands by itself.
        let analysed = Action::AnalysisArrived {
            article: "urn:sha256:1".into(),
            analysis: Rc::new(Analysis::default()),
        };
        let after = reduce(&after, analysed);
        assert_eq!(after.findings.len(), 1);
        assert_eq!(after.findings[0].status, Status::Accepted);
    }

    #[test]
    fn undo_goes_back_through_notes_and_corrections_in_turn() {
        let kind = BlockKind::Quote;
        let blocks = vec![1];
        let corrected = reduce(&judged(), Action::BlocksCorrected { blocks, kind });
        let noted = Action::NoteAdded {
            id: "urn:uuid:2".into(),
            span: Span::new(0, 1),
            text: "why".into(),
            at: AT.into(),
        };
        let mut state = reduce(&corrected, noted);
        state = reduce(&state, Action::Undone { at: AT.into() });
        assert!(state.notes().is_empty());
        assert_eq!(article(&state).blocks[1].kind, BlockKind::Quote);
        state = reduce(&state, Action::Undone { at: AT.into() });
        assert_eq!(article(&state).blocks[1].kind, BlockKind::Paragraph);
        state = reduce(&state, Action::Undone { at: AT.into() });
        assert_eq!(state.findings[0].status, Status::Suggested);
    }

    #[test]
    fn a_correction_that_changes_nothing_is_none() {
        let before = judged();
        let metadata = article(&before).metadata.clone();
        assert_eq!(
            reduce(&before, Action::MetadataCorrected { metadata }),
            before
        );
    }
}
