//! Everything the app knows.

use std::{
    collections::{BTreeMap, BTreeSet},
    rc::Rc,
};

use sourcelight_analysis::Analysis;
use sourcelight_annotation::Annotation;
use sourcelight_article::Article;

use crate::{
    AuditItem, Draft, Filter, Finding, History, Saved, Settings, Unsaved, Voice, marks::is_shown,
};

/// An article with its id, as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// [`sourcelight_annotation::article_id`] of its text.
    pub id: String,
    /// The article.
    pub article: Article,
    /// When it was first opened, ISO 8601 in UTC.
    pub opened: String,
}

/// How far the engine is with the open article.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Light {
    /// It has not answered yet.
    #[default]
    Waiting,
    /// This is what it found.
    Lit(Rc<Analysis>),
    /// It could not be run; the article can still be annotated by hand.
    Failed,
}

/// The tabs of the side panel.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tab {
    /// Attributions and claims without a source.
    #[default]
    Claims,
    /// The voices.
    Sources,
    /// Contested points.
    Controversy,
    /// Questions for the reader.
    Checks,
    /// The reader's notes.
    Notes,
}

impl Tab {
    /// All tabs, in the order they are shown.
    pub const ALL: [Tab; 5] = [
        Tab::Claims,
        Tab::Sources,
        Tab::Controversy,
        Tab::Checks,
        Tab::Notes,
    ];
}

/// What the reader has come to do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mode {
    /// To read, and to annotate.
    #[default]
    Read,
    /// To see what has to be seen to before the article goes out.
    Audit,
}

impl Mode {
    /// All modes, in the order they are offered.
    pub const ALL: [Mode; 2] = [Mode::Read, Mode::Audit];

    /// The word that names it in messages and settings.
    pub const fn word(self) -> &'static str {
        match self {
            Mode::Read => "read",
            Mode::Audit => "audit",
        }
    }
}

/// Something the reader has to be told, once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Notice {
    /// This many stored records could not be read; they are left as they are.
    RecordsUnreadable(usize),
    /// The browser gives no storage; what is made now is gone with the tab.
    StorageBlocked,
    /// The engine could not be run.
    EngineFailed,
    /// Nothing was in what was to be opened.
    NothingToOpen,
    /// What was to be opened is larger than this many megabytes.
    TooLarge(usize),
    /// What was to be opened could not be fetched or read.
    Unreadable,
    /// There are changes that are in no backup, and the oldest of them is this many days old.
    BackupDue(u32),
    /// There is no room left in the browser's storage; what is unsaved is still here.
    StorageFull,
    /// The kept article could not be read, so the sample stands here.
    KeptArticleUnreadable,
}

/// Everything the app knows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    /// The open article.
    pub article: Option<Rc<Kept>>,
    /// What the engine says of it.
    pub light: Light,
    /// What the engine found, with the reader's judgements laid over it.
    pub findings: Rc<Vec<Finding>>,
    /// The voices, with the reader's merges and answers laid over them.
    pub voices: Rc<Vec<Voice>>,
    /// The open article's annotations by id, deleted ones too.
    pub annotations: Rc<BTreeMap<String, Rc<Annotation>>>,
    /// What was typed and not saved, by id.
    pub drafts: Rc<BTreeMap<String, Draft>>,
    /// The ids of those that are in storage, or on their way there.
    pub stored_drafts: BTreeSet<String>,
    /// The draft that was opened last, to be written in.
    pub writing: Option<String>,
    /// What can be undone and redone.
    pub history: History,
    /// What is not stored yet.
    pub unsaved: Unsaved,
    /// Whether the last change is stored.
    pub saved: Saved,
    /// The finding, note or voice in focus, by its id.
    pub focus: Option<String>,
    /// The voice that is pointed at, by its id.
    pub pointed: Option<String>,
    /// What the audit lists, with what the reader decided.
    pub audit: Rc<Vec<AuditItem>>,
    /// What the reader has come to do.
    pub mode: Mode,
    /// Whether the audit shows what the desk is asked, and not what is to be seen to.
    pub desk_shown: bool,
    /// The open tab.
    pub tab: Tab,
    /// Whether the machine's marks are hidden.
    pub machine_hidden: bool,
    /// Whether decisions, attitudes and documents as voices are shown.
    pub extended_shown: bool,
    /// Whether the reader's own marks are hidden.
    pub own_hidden: bool,
    /// The words the reader looks for.
    pub query: String,
    /// What the lists and the text are narrowed to.
    pub filters: BTreeSet<Filter>,
    /// The ids of the findings that the filters leave out.
    pub left_out: Rc<BTreeSet<String>>,
    /// What the reader has set for all articles.
    pub settings: Settings,
    /// What the reader has to be told.
    pub notices: Vec<Notice>,
}

impl State {
    /// The finding with this id.
    pub fn finding(&self, id: &str) -> Option<&Finding> {
        self.findings.iter().find(|f| f.id == id)
    }

    /// The voice with this id.
    pub fn voice(&self, id: &str) -> Option<&Voice> {
        self.voices.iter().find(|v| v.id == id)
    }

    /// The item of the audit with this id.
    pub fn item(&self, id: &str) -> Option<&AuditItem> {
        self.audit.iter().find(|item| item.id == id)
    }

    /// The item of the audit that is in focus.
    pub fn item_in_focus(&self) -> Option<&AuditItem> {
        self.item(self.focus.as_deref()?)
    }

    /// The ids of the findings and notes whose marks are lit: the one in focus, that of the item of the
    /// audit in focus, or all that the voice in focus, or pointed at, carries.
    pub fn lit(&self) -> Vec<&str> {
        let pointed = self.pointed.as_deref().and_then(|id| self.voice(id));
        let focus = self.focus.as_deref();
        match pointed.or_else(|| self.voice(focus?)) {
            Some(voice) => voice.carries.iter().map(String::as_str).collect(),
            None => match self.item_in_focus() {
                Some(item) => item.finding.as_deref().into_iter().collect(),
                None => focus.into_iter().collect(),
            },
        }
    }

    /// What the engine found, where it has answered.
    pub fn analysis(&self) -> Option<&Analysis> {
        match &self.light {
            Light::Lit(analysis) => Some(analysis),
            Light::Waiting | Light::Failed => None,
        }
    }

    /// The finding after (or before) the one in focus in text order, among those that are drawn and
    /// `wanted`; from the last it goes on to the first.
    pub fn neighbour(&self, forward: bool, wanted: impl Fn(&Finding) -> bool) -> Option<&Finding> {
        let focused = self.focus.as_deref();
        let place = focused.and_then(|id| self.findings.iter().position(|f| f.id == id));
        let count = self.findings.len();
        let from = match (place, forward) {
            (Some(place), true) => place + 1,
            (Some(place), false) => place + count - 1,
            (None, true) => 0,
            (None, false) => count.saturating_sub(1),
        };
        (0..count)
            .map(|step| {
                if forward {
                    from + step
                } else {
                    from + count - step
                }
            })
            .filter_map(|index| self.findings.get(index % count))
            .find(|finding| is_shown(self, finding) && wanted(finding))
    }

    /// The reader's live notes, in text order.
    pub fn notes(&self) -> Vec<Rc<Annotation>> {
        let mut notes: Vec<_> = self
            .annotations
            .values()
            .filter(|a| a.is_live() && a.note().is_some())
            .cloned()
            .collect();
        notes.sort_by_key(|a| (a.note().map(|n| n.span), a.created.clone()));
        notes
    }
}
