//! What can happen.

use std::rc::Rc;

use sourcelight_analysis::Analysis;
use sourcelight_annotation::{Annotation, Verdict};
use sourcelight_article::{BlockKind, Metadata};
use sourcelight_text::Span;

use crate::{Kept, Notice, Tab, Unsaved};

/// What has happened. Times (`at`) are ISO 8601 in UTC; ids are URIs made by the app.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// An article was opened, with the annotations kept for it.
    ArticleOpened {
        /// The article.
        article: Rc<Kept>,
        /// What is kept for it, deleted annotations too.
        annotations: Vec<Annotation>,
        /// Whether the article is already in storage.
        stored: bool,
    },
    /// The engine has answered for the article with this id.
    AnalysisArrived {
        /// The article's id; an answer for another one is dropped.
        article: String,
        /// What was found.
        analysis: Rc<Analysis>,
    },
    /// The engine could not be run for the article with this id.
    AnalysisFailed {
        /// The article's id.
        article: String,
    },
    /// The reader wrote a note on a passage.
    NoteAdded {
        /// The new annotation's id.
        id: String,
        /// The passage, UTF-8 bytes.
        span: Span,
        /// Its words.
        text: String,
        /// When.
        at: String,
    },
    /// The reader changed a note's words.
    NoteChanged {
        /// The annotation's id.
        id: String,
        /// The new words.
        text: String,
        /// When.
        at: String,
    },
    /// The reader deleted a note.
    NoteDeleted {
        /// The annotation's id.
        id: String,
        /// When.
        at: String,
    },
    /// The reader judged a finding.
    FindingJudged {
        /// The finding's id.
        finding: String,
        /// What was decided.
        verdict: Verdict,
        /// The id for a new annotation, used where the finding has no judgement yet.
        id: String,
        /// When.
        at: String,
    },
    /// The reader took a judgement back.
    JudgementCleared {
        /// The finding's id.
        finding: String,
        /// When.
        at: String,
    },
    /// The reader corrected what is known of the article beside its text.
    MetadataCorrected {
        /// All of it as it is now.
        metadata: Metadata,
    },
    /// The reader said what some blocks are.
    BlocksCorrected {
        /// Their places in the article.
        blocks: Vec<usize>,
        /// What they are.
        kind: BlockKind,
    },
    /// The last change was undone.
    Undone {
        /// When.
        at: String,
    },
    /// The last undone change was made again.
    Redone {
        /// When.
        at: String,
    },
    /// Storing began.
    SaveStarted,
    /// This much was stored.
    SaveFinished {
        /// The unsaved changes as they were when storing began.
        stored: Unsaved,
    },
    /// Storing failed.
    SaveFailed,
    /// The browser gives no storage.
    StorageBlocked,
    /// A tab of the side panel was chosen.
    TabChosen(Tab),
    /// A finding or a note came into focus, or none is any more.
    FocusMoved(Option<String>),
    /// The machine's marks were hidden or shown.
    MachineToggled,
    /// Extended attributions were shown or hidden.
    ExtendedToggled,
    /// There is something to tell the reader.
    NoticeRaised(Notice),
    /// The reader has read it.
    NoticeDismissed(Notice),
}
