//! The analysis worker, seen from the page.

use analysis_worker::{Answer, Request};
use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{MessageEvent, Worker, WorkerOptions, WorkerType};

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
    waiting: std::rc::Rc<std::cell::RefCell<Waiting>>,
}

/// Requests made before the worker has said it is ready.
#[derive(Debug, Default)]
struct Waiting {
    ready: bool,
    requests: Vec<Request>,
}

impl AnalysisWorker {
    /// Starts the worker that the page's head names; `on_told` hears what it tells. None where the
    /// browser has no workers or the head names none.
    pub(crate) fn start(on_told: impl Fn(Told) + Clone + 'static) -> Option<Self> {
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let address = page::meta("sourcelight:analysis-worker")?;
        let worker = Worker::new_with_options(&address, &options).ok()?;
        let waiting = std::rc::Rc::new(std::cell::RefCell::new(Waiting::default()));
        let message = {
            let (waiting, worker, on_told) = (waiting.clone(), worker.clone(), on_told.clone());
            EventListener::new(&worker.clone(), "message", move |event| {
                let Some(event) = event.dyn_ref::<MessageEvent>() else { return };
                if event.data().as_string().as_deref() == Some("ready") {
                    let requests = {
                        let mut waiting = waiting.borrow_mut();
                        waiting.ready = true;
                        std::mem::take(&mut waiting.requests)
                    };
                    for request in requests {
                        post(&worker, &request);
                    }
                } else if let Ok(answer) = serde_wasm_bindgen::from_value(event.data()) {
                    on_told(Told::Answer(Box::new(answer)));
                }
            })
        };
        let error = EventListener::new(&worker, "error", move |_| on_told(Told::Failed));
        Some(Self { worker, _listeners: [message, error], waiting })
    }

    /// Asks for an article to be lit; the answer comes to `on_told`.
    pub(crate) fn ask(&self, request: Request) {
        let mut waiting = self.waiting.borrow_mut();
        if waiting.ready {
            post(&self.worker, &request);
        } else {
            waiting.requests.push(request);
        }
    }
}

impl Drop for AnalysisWorker {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

fn post(worker: &Worker, request: &Request) {
    if let Ok(value) = serde_wasm_bindgen::to_value(request) {
        // A plain object can always be cloned to a worker.
        let _ = worker.post_message(&value);
    }
}
