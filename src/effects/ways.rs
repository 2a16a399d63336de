//! What every way of opening needs: where actions go, the database, and what can be stopped.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use opener::{Answer, Read, Request, Said};
use sourcelight_state::Action;
use web_sys::{AbortController, Blob};
use yew::prelude::*;

use super::{Shared, take_in};
use crate::{
    app::Dispatch,
    browser::{
        fragment::Brought,
        opener::{Broken, OpenerWorker},
    },
    opening::{Busy, Opening, Report, Stage, Step},
};

/// What every way of opening needs.
#[derive(Clone)]
pub(crate) struct Ways {
    /// Where actions go.
    pub(crate) dispatch: Dispatch,
    /// The database.
    pub(crate) shared: Shared,
    /// Where it is said how the opening goes.
    pub(crate) opening: UseReducerDispatcher<Opening>,
    /// What the link brought that the app was opened with, until it is taken.
    pub(crate) brought: Rc<Cell<Option<Brought>>>,
    /// The id of the article that is open.
    pub(crate) open: Rc<RefCell<Option<String>>>,
    /// What runs.
    pub(crate) running: Rc<RefCell<Running>>,
}

/// What runs and can be stopped.
#[derive(Debug, Default)]
pub(crate) struct Running {
    worker: Option<Rc<OpenerWorker>>,
    fetch: Option<AbortController>,
    /// How many files of notes this opening took in.
    taken_in: usize,
    /// The id of the article that a new version of is being opened, where the reader said so.
    version_of: Option<String>,
    /// Counts what was begun, so that what was stopped can tell that it was.
    turn: u64,
}

/// One opening, from its beginning to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Turn(u64);

impl Ways {
    /// Sends an action.
    pub(crate) fn act(&self, action: Action) {
        self.dispatch.dispatch(action);
    }

    /// Says how the opening goes.
    pub(crate) fn step(&self, step: Step) {
        self.opening.dispatch(step);
    }

    /// Tells the reader that something could not be opened.
    pub(crate) fn fail(&self, about: &str, why: Said) {
        self.step(Step::Reported(Report::failure(about, why)));
    }

    /// Begins; what ran before is stopped.
    pub(crate) fn begin(&self) -> Turn {
        self.stop();
        self.step(Step::Fresh);
        let mut running = self.running.borrow_mut();
        running.taken_in = 0;
        running.version_of = None;
        Turn(running.turn)
    }

    /// How many files of notes this opening took in.
    pub(crate) fn taken_in(&self) -> usize {
        self.running.borrow().taken_in
    }

    /// What is being opened now is a new version of the article with this id.
    pub(crate) fn expect_version_of(&self, id: String) {
        self.running.borrow_mut().version_of = Some(id);
    }

    /// The id of the article that the one being opened is a new version of. It is told once.
    pub(crate) fn take_version_of(&self) -> Option<String> {
        self.running.borrow_mut().version_of.take()
    }

    /// Ends whatever runs. What was open stays open.
    pub(crate) fn stop(&self) {
        let (worker, fetch) = {
            let mut running = self.running.borrow_mut();
            running.turn += 1;
            (running.worker.take(), running.fetch.take())
        };
        if let Some(worker) = worker {
            worker.stop();
        }
        if let Some(fetch) = fetch {
            fetch.abort();
        }
        self.step(Step::Ended);
    }

    /// Whether this is still what runs.
    pub(crate) fn goes_on(&self, turn: Turn) -> bool {
        self.running.borrow().turn == turn.0
    }

    /// Lets `fetch` be stopped.
    pub(crate) fn fetching(&self, fetch: AbortController) {
        self.running.borrow_mut().fetch = Some(fetch);
    }

    /// Ends this one, where it was not stopped, and gives back what its worker held.
    pub(crate) fn end(&self, turn: Turn) {
        if self.goes_on(turn) {
            self.stop();
        }
    }

    /// Has a file read by the worker that can. None where the reader stopped it, or where it held notes,
    /// which were taken in.
    ///
    /// # Errors
    /// Why it could not be read, for the reader.
    pub(crate) async fn read(
        &self,
        turn: Turn,
        request: &Request,
        blob: &Blob,
    ) -> Result<Option<Read>, Said> {
        let mut answer = self.ask("sourcelight:opener-worker", request, blob).await;
        if matches!(answer, Ok(Answer::Pdf)) && self.goes_on(turn) {
            self.running.borrow_mut().worker = None;
            answer = self.ask("sourcelight:pdf-worker", request, blob).await;
            // The next file of a batch goes to the first worker again.
            if self.goes_on(turn) {
                self.running.borrow_mut().worker = None;
            }
        }
        match answer {
            Ok(Answer::Read(read)) => Ok(Some(*read)),
            Ok(Answer::Failed(why)) => Err(why),
            Ok(Answer::Notes) => {
                let name = request.name.clone().unwrap_or_default();
                let open = self.open.borrow().clone();
                if take_in(&name, blob, open, self).await {
                    self.running.borrow_mut().taken_in += 1;
                }
                Ok(None)
            }
            Ok(Answer::Pdf) | Err(Broken::Crashed) => Err(Said::new("open-error-broken")),
            Err(Broken::Missing) => Err(Said::new("open-error-no-worker")),
            Err(Broken::Slow) => Err(Said::new("open-error-slow")),
            Err(Broken::Stopped) => Ok(None),
        }
    }

    async fn ask(&self, name: &str, request: &Request, blob: &Blob) -> Result<Answer, Broken> {
        let there = self.running.borrow().worker.clone();
        let worker = match there {
            Some(worker) => worker,
            None => {
                let worker = OpenerWorker::start(name)?;
                self.running.borrow_mut().worker = Some(worker.clone());
                worker
            }
        };
        let answer = worker.ask(request, blob).await;
        // One that broke is of no use for the next file.
        if matches!(answer, Err(Broken::Crashed | Broken::Slow)) {
            self.running.borrow_mut().worker = None;
        }
        answer
    }

    /// Says what is being opened.
    pub(crate) fn busy(&self, name: &str, place: (usize, usize), stage: Stage) {
        self.step(Step::Began(Busy {
            name: name.to_owned(),
            place,
            stage,
        }));
    }
}
