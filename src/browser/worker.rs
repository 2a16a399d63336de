//! The analysis worker, seen from the page.

use analysis_worker::{Answer, Request};
use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{MessageEvent, Worker};

use super::page;

/// What the worker tells.
#[derive(Debug)]
pub(crate) enum Told {
    /// It answers a request.
    Answer(Box<Answer>),
    /// It could not be loaded, or it broke.
    Failed,
}

/// A running worker; dropping it ends the worker.
#[derive(Debug)]
pub(crate) struct AnalysisWorker {
    worker: Worker,
    _listeners: [EventListener; 2],
}

impl AnalysisWorker {
    /// Takes over the worker that `static/boot.js` has started, else starts the one that the page's
    /// head names; `on_told` hears what it tells. None where the browser has no workers or the head
    /// names none.
    pub(crate) fn start(on_told: impl Fn(Told) + Clone + 'static) -> Option<Self> {
        let started = page::take("analysisWorker").and_then(|worker| worker.dyn_into().ok());
        let start = || Worker::new(&page::meta("sourcelight:analysis-worker")?).ok();
        let worker: Worker = started.or_else(start)?;
        let message = {
            let on_told = on_told.clone();
            EventListener::new(&worker, "message", move |event| {
                let Some(event) = event.dyn_ref::<MessageEvent>() else {
                    return;
                };
                if let Ok(answer) = serde_wasm_bindgen::from_value(event.data()) {
                    on_told(Told::Answer(Box::new(answer)));
                }
            })
        };
        let error = EventListener::new(&worker, "error", move |_| on_told(Told::Failed));
        Some(Self {
            worker,
            _listeners: [message, error],
        })
    }

    /// Asks for an article to be lit; the answer comes to `on_told`. What is asked before the
    /// worker's wasm listens is kept by its script (static/boot-worker.js).
    pub(crate) fn ask(&self, request: &Request) {
        if let Ok(value) = serde_wasm_bindgen::to_value(request) {
            // A plain object can always be cloned to a worker.
            let _ = self.worker.post_message(&value);
        }
    }
}

impl Drop for AnalysisWorker {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}
