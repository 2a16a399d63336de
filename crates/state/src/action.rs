//! What can happen.

use std::rc::Rc;

use sourcelight_analysis::{Analysis, Topic};
use sourcelight_annotation::{
    Annotation, Answer, AuditVerdict, FindingKind, Part, Question, Verdict,
};
use sourcelight_article::{BlockKind, Metadata};
use sourcelight_text::Span;

use crate::{Callout, Chord, Command, Draft, Filter, Kept, Mode, Notice, Settings, Tab, Unsaved};

/// What has happened. Times (`at`) are ISO 8601 in UTC; ids are URIs made by the app.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// An article was opened, with the annotations kept for it.
    ArticleOpened {
        /// The article.
        article: Rc<Kept>,
        /// What is kept for it, deleted annotations too.
        annotations: Vec<Annotation>,
        /// What was typed on it and not saved.
        drafts: Vec<Draft>,
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
    /// The reader begins to write; nothing is typed yet.
    DraftStarted(Draft),
    /// A key was pressed in a text field; the words follow within a moment.
    TypingBegan,
    /// This is what the reader has typed.
    DraftTyped(Draft),
    /// The reader throws away what they have typed, by the draft's id.
    DraftDropped(String),
    /// The reader wrote a note on a passage.
    NoteAdded {
        /// The new annotation's id: that of the draft it was, where there was one.
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
    /// The reader found something that no machine showed.
    FindingAdded {
        /// What kind of thing it is.
        kind: FindingKind,
        /// Source type, claim kind or topic, in taxonomy.json's words.
        label: String,
        /// Its parts.
        parts: Vec<Part>,
        /// The new annotation's id.
        id: String,
        /// When.
        at: String,
    },
    /// The reader changed a finding.
    FindingEdited {
        /// The finding's id.
        finding: String,
        /// Its label now.
        label: String,
        /// Its parts now.
        parts: Vec<Part>,
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
    /// The reader says that two voices are one.
    VoicesMerged {
        /// The voice that is counted with the other, by its id.
        voice: String,
        /// The other, by its id.
        with: String,
        /// The new annotation's id.
        id: String,
        /// When.
        at: String,
    },
    /// The reader took a merge of two voices back.
    VoicesSplit {
        /// The id of the annotation that merged them.
        merge: String,
        /// When.
        at: String,
    },
    /// The reader answered one of the questions that may be asked of a source, or took the answer back.
    VoiceAnswered {
        /// The voice, by its id.
        voice: String,
        /// The question.
        question: Question,
        /// The answer; none to take it back.
        answer: Option<Answer>,
        /// The id for a new annotation, used where the question has no answer yet.
        id: String,
        /// When.
        at: String,
    },
    /// The reader decided on an item of the audit, or took that back.
    ItemJudged {
        /// The item, by its id.
        item: String,
        /// What was decided; none to take it back.
        verdict: Option<AuditVerdict>,
        /// The id for a new annotation, used where there is none yet.
        id: String,
        /// When.
        at: String,
    },
    /// The reader asks the desk about an item of the audit, in other words, or no more.
    DeskAsked {
        /// The item, by its id.
        item: String,
        /// The question; none to take it back.
        question: Option<String>,
        /// The id for a new annotation, used where there is none yet.
        id: String,
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
    /// Annotations of an article were stored by another tab, or came in with a file.
    ArrivedFromElsewhere {
        /// The article's id.
        article: String,
        /// All that is stored of it.
        annotations: Vec<Annotation>,
    },
    /// The reader chose the language of the interface, by its BCP 47 tag; empty for the browser's.
    LanguageChosen(String),
    /// The reader gave the name they go by; empty for none.
    ReaderNamed(String),
    /// The browser gives no storage.
    StorageBlocked,
    /// A contested topic is looked for from now on, or no more.
    TopicSwitched(Topic),
    /// The reader's own topics, in their text form.
    OwnTopicsSet(String),
    /// The reader is writing own topics, and has come so far.
    OwnTopicsTyped(String),
    /// The reader has come to do something else.
    ModeChosen(Mode),
    /// In the audit, what the desk is asked was shown, or again what is to be seen to.
    DeskShown(bool),
    /// A tab of the side panel was chosen.
    TabChosen(Tab),
    /// What a voice carries is lit while it is pointed at, by its id; or none is any more.
    VoiceLit(Option<String>),
    /// A finding, a note or a voice came into focus, or none is any more.
    FocusMoved(Option<String>),
    /// The machine's marks were hidden or shown.
    MachineToggled,
    /// Extended attributions were shown or hidden.
    ExtendedToggled,
    /// The reader's own marks were hidden or shown.
    OwnToggled,
    /// The reader looks for these words; none any more where they are empty.
    Searched(String),
    /// A filter was set or taken off.
    FilterToggled(Filter),
    /// All filters were taken off.
    FiltersCleared,
    /// What the reader has set was read from storage.
    SettingsLoaded(Settings),
    /// A callout was read.
    CalloutRead(Callout),
    /// The callouts are to be shown again.
    CalloutsAskedFor,
    /// A command got another key, or none.
    KeyChanged(Command, Option<Chord>),
    /// All keys that are one character alone were switched off.
    SingleKeysSwitchedOff,
    /// All keys are as at first.
    KeysReset,
    /// There is something to tell the reader.
    NoticeRaised(Notice),
    /// The reader has read it.
    NoticeDismissed(Notice),
}
