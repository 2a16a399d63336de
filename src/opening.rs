//! What is being opened, what came of it, and what waits for the reader's word.

use std::rc::Rc;

use opener::{Part, Request, Said};
use yew::prelude::*;

/// What is being opened, what came of it, and what waits for the reader's word.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Opening {
    /// What is being opened.
    pub(crate) busy: Option<Busy>,
    /// What the reader has to be told, oldest first.
    pub(crate) reports: Vec<Report>,
    /// What came from outside and is opened only if the reader says so.
    pub(crate) offer: Option<Offer>,
    /// A file with several articles to choose from.
    pub(crate) choice: Option<Rc<Choice>>,
    /// What a file of notes brought.
    pub(crate) taken: Option<Rc<exchanger::TakenIn>>,
    /// A kept article of which the open one seems to be a new version.
    pub(crate) kin: Option<Kin>,
    /// The open article compared with an earlier version.
    pub(crate) comparison: Option<Rc<Comparison>>,
    /// An address that waits in the dialog.
    pub(crate) address: Option<String>,
    /// Whether something that can be opened hangs over the page.
    pub(crate) dropping: bool,
}

/// What is being opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Busy {
    /// The file's name, the site, or nothing.
    pub(crate) name: String,
    /// Which of how many, from 1.
    pub(crate) place: (usize, usize),
    /// How far it is.
    pub(crate) stage: Stage,
}

/// How far the opening is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stage {
    /// The site is asked.
    Fetching,
    /// It is read.
    Reading,
}

/// What the reader has to be told of one file, page or address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Report {
    /// Its name; empty where it has none.
    pub(crate) about: String,
    /// What is said, in order of weight.
    pub(crate) said: Vec<Said>,
    /// Whether it could not be opened.
    pub(crate) failed: bool,
    /// Whether the other ways to open a page are to be offered.
    pub(crate) other_ways: bool,
}

/// Something from outside.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Offer {
    /// A page that the bookmarklet handed over from this origin, which the browser vouches for.
    Handed {
        /// The origin.
        origin: String,
        /// The page.
        page: Rc<PageBrought>,
    },
    /// A page inside a link, which says what it likes of where it comes from.
    InLink(Rc<PageBrought>),
    /// An address inside a link.
    Address(String),
}

/// A page as the bookmarklet packs it (`static/bookmarklet.js`). Hostile until it is read.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Deserialize)]
#[serde(default)]
pub(crate) struct PageBrought {
    /// Where it says it was.
    pub(crate) url: String,
    /// What it says it is called.
    pub(crate) title: String,
    /// Its markup.
    pub(crate) html: String,
}

/// A file with several articles.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Choice {
    /// The file.
    pub(crate) blob: web_sys::Blob,
    /// How it was asked for.
    pub(crate) request: Request,
    /// Its articles.
    pub(crate) parts: Vec<Part>,
}

/// A kept article of which an open one seems to be a new version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Kin {
    /// The id of the new one.
    pub(crate) article: String,
    /// The id of the kept one.
    pub(crate) earlier: String,
    /// Its title.
    pub(crate) title: String,
    /// When it was first opened.
    pub(crate) opened: String,
}

/// Two versions of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Comparison {
    /// The id of the newer one.
    pub(crate) article: String,
    /// The id of the older one.
    pub(crate) earlier: String,
    /// The older one's title.
    pub(crate) title: String,
    /// When it was first opened.
    pub(crate) opened: String,
    /// Whether the one is kept as the version after the other already.
    pub(crate) known: bool,
    /// What came of comparing them.
    pub(crate) compared: exchanger::Compared,
}

/// What happens on the way.
#[derive(Debug)]
pub(crate) enum Step {
    /// Another opening begins: what was said of earlier ones has had its time.
    Fresh,
    /// Something is being opened.
    Began(Busy),
    /// Nothing is any more.
    Ended,
    /// There is something to tell.
    Reported(Report),
    /// The reader has read this one.
    Dismissed(usize),
    /// Something came from outside.
    Offered(Offer),
    /// The reader has answered.
    Answered,
    /// A file with several articles was opened, or one of them chosen.
    Several(Option<Rc<Choice>>),
    /// A file of notes was taken in, or the reader has read what came of it.
    TookIn(Option<Rc<exchanger::TakenIn>>),
    /// The open article seems to be a version of a kept one, or the reader has said what to do.
    KinFound(Option<Kin>),
    /// Two versions were compared, or the reader has seen it.
    Compared(Option<Rc<Comparison>>),
    /// An address was given that the dialog is to show, or has shown.
    AddressGiven(Option<String>),
    /// Something hangs over the page, or does no more.
    Dropping(bool),
}

impl Reducible for Opening {
    type Action = Step;

    fn reduce(self: Rc<Self>, step: Step) -> Rc<Self> {
        let mut next = (*self).clone();
        match step {
            Step::Fresh => {
                next.reports.clear();
                next.kin = None;
            }
            Step::Began(busy) => next.busy = Some(busy),
            Step::Ended => next.busy = None,
            // The same said again is said once.
            Step::Reported(report) => {
                next.reports.retain(|r| *r != report);
                next.reports.push(report);
            }
            Step::Dismissed(index) => {
                if index < next.reports.len() {
                    next.reports.remove(index);
                }
            }
            Step::Offered(offer) => next.offer = Some(offer),
            Step::Answered => next.offer = None,
            Step::Several(choice) => next.choice = choice,
            Step::TookIn(taken) => next.taken = taken,
            Step::KinFound(kin) => next.kin = kin,
            Step::Compared(comparison) => {
                next.kin = None;
                next.comparison = comparison;
            }
            Step::AddressGiven(address) => next.address = address,
            Step::Dropping(over) => next.dropping = over,
        }
        Rc::new(next)
    }
}

impl Report {
    /// Why something could not be opened.
    pub(crate) fn failure(about: &str, why: Said) -> Self {
        Self {
            about: about.to_owned(),
            said: vec![why],
            failed: true,
            other_ways: false,
        }
    }

    /// What the reader should know of something that was opened.
    pub(crate) fn notes(about: &str, said: Vec<Said>) -> Self {
        Self {
            about: about.to_owned(),
            said,
            failed: false,
            other_ways: false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_twice_stands_once_and_goes_when_it_was_read() {
        let report = || Report::failure("a.pdf", Said::new("open-error-scan"));
        let step = |state: Rc<Opening>, step| state.reduce(step);
        let mut state = Rc::new(Opening::default());
        state = step(state, Step::Reported(report()));
        state = step(
            state,
            Step::Reported(Report::failure("b.pdf", Said::new("x"))),
        );
        state = step(state, Step::Reported(report()));
        let about: Vec<_> = state.reports.iter().map(|r| r.about.as_str()).collect();
        assert_eq!(about, ["b.pdf", "a.pdf"]);
        state = step(state, Step::Dismissed(0));
        state = step(state, Step::Dismissed(7));
        assert_eq!(state.reports, [report()]);
        assert!(step(state, Step::Fresh).reports.is_empty());
    }
}
