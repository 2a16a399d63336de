//! A second kept article beside the open one: out of the storage, and read by the engine.

use std::rc::Rc;

use analysis_worker::Request;
use sourcelight_analysis::{Analysis, Options};
use sourcelight_state::Kept;

use super::Shared;
use crate::browser::worker::{AnalysisWorker, Told};

/// An article that stands beside the open one.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Beside {
    /// The article.
    pub(crate) kept: Rc<Kept>,
    /// What the engine found in it.
    pub(crate) analysis: Rc<Analysis>,
}

/// The kept article with this id; none where it cannot be read.
pub(crate) async fn kept_beside(id: &str, shared: &Shared) -> Option<Rc<Kept>> {
    let storage = shared.borrow().clone()?;
    let found = storage.article(id).await.ok()??;
    Some(Rc::new(found.kept))
}

/// Has the engine read `kept`, in a worker of its own that ends when what is answered is dropped. What
/// comes of it goes to `on_read`: none where the engine cannot be run.
pub(crate) fn read_beside(
    kept: Rc<Kept>,
    options: &Options,
    on_read: impl Fn(Option<Beside>) + Clone + 'static,
) -> Option<AnalysisWorker> {
    let request = Request {
        id: kept.id.clone(),
        article: kept.article.clone(),
        options: options.clone(),
    };
    let failed = on_read.clone();
    let worker = AnalysisWorker::start(move |told| match told {
        Told::Answer(answer) => on_read(Some(Beside {
            kept: kept.clone(),
            analysis: Rc::new(answer.analysis),
        })),
        Told::Failed => on_read(None),
    });
    match &worker {
        Some(worker) => worker.ask(&request),
        None => failed(None),
    }
    worker
}
