//! The workers that open pages and files, seen from the page. One is started for a file, or a batch of
//! them, and ended afterwards, so that what a large file took is given back.

use std::{cell::RefCell, rc::Rc};

use gloo::{events::EventListener, timers::callback::Timeout};
use js_sys::{Function, Promise, Reflect};
use opener::{Answer, Request};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, Event, MessageEvent, Worker};

use super::page;

/// How long a file may take, in milliseconds: many times what the largest takes.
const PATIENCE: u32 = 120_000;

/// Why a worker gave no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum Broken {
    /// It could not be started.
    #[error("the worker could not be started")]
    Missing,
    /// It could not be loaded, or it trapped.
    #[error("the worker broke")]
    Crashed,
    /// It took too long.
    #[error("the worker took too long")]
    Slow,
    /// The reader did not want to wait.
    #[error("it was stopped")]
    Stopped,
}

impl Broken {
    const ALL: [Self; 4] = [Self::Missing, Self::Crashed, Self::Slow, Self::Stopped];
}

/// A worker that reads files; dropping it ends it.
#[derive(Debug)]
pub(crate) struct OpenerWorker {
    worker: Worker,
    /// Ends the wait for the answer, while there is one.
    reject: RefCell<Option<Function>>,
}

impl OpenerWorker {
    /// Starts the worker that the page's head names `name`.
    ///
    /// # Errors
    /// [`Broken::Missing`].
    pub(crate) fn start(name: &str) -> Result<Rc<Self>, Broken> {
        let script = page::meta(name).ok_or(Broken::Missing)?;
        let worker = Worker::new(&script).map_err(|_| Broken::Missing)?;
        Ok(Rc::new(Self {
            worker,
            reject: RefCell::default(),
        }))
    }

    /// Has the worker read `blob`. What is asked before its wasm listens is kept by its script
    /// (static/boot-worker.js).
    ///
    /// # Errors
    /// Where it gives no answer; it is of no use any more then.
    pub(crate) async fn ask(&self, request: &Request, blob: &Blob) -> Result<Answer, Broken> {
        let message = serde_wasm_bindgen::to_value(request).map_err(|_| Broken::Crashed)?;
        Reflect::set(&message, &"blob".into(), blob).map_err(|_| Broken::Crashed)?;
        let data = self.post(&message).await?;
        serde_wasm_bindgen::from_value(data).map_err(|_| Broken::Crashed)
    }

    /// Has the worker answer a message.
    ///
    /// # Errors
    /// Where it gives no answer; it is of no use any more then.
    pub(crate) async fn post(&self, message: &JsValue) -> Result<JsValue, Broken> {
        let mut held = None;
        let answered = Promise::new(&mut |resolve, reject| {
            held = Some(self.listen(&resolve, &reject));
            *self.reject.borrow_mut() = Some(reject);
        });
        if self.worker.post_message(message).is_err() {
            return Err(Broken::Crashed);
        }
        let answer = JsFuture::from(answered).await;
        self.reject.borrow_mut().take();
        drop(held);
        answer.map_err(|why| reason(&why))
    }

    /// Ends the worker, whatever it is at.
    pub(crate) fn stop(&self) {
        self.worker.terminate();
        if let Some(reject) = self.reject.borrow_mut().take() {
            give_up(&reject, Broken::Stopped);
        }
    }

    fn listen(&self, resolve: &Function, reject: &Function) -> ([EventListener; 2], Timeout) {
        let (resolve, crashed, slow) = (resolve.clone(), reject.clone(), reject.clone());
        let answer = EventListener::new(&self.worker, "message", move |event: &Event| {
            if let Some(event) = event.dyn_ref::<MessageEvent>() {
                // Resolving a promise does not throw.
                let _ = resolve.call1(&JsValue::NULL, &event.data());
            }
        });
        let options = gloo::events::EventListenerOptions::enable_prevent_default();
        let error = EventListener::new_with_options(
            &self.worker,
            "error",
            options,
            move |event: &Event| {
                // It is told to the reader, and is no error of the page.
                event.prevent_default();
                give_up(&crashed, Broken::Crashed);
            },
        );
        let patience = Timeout::new(PATIENCE, move || give_up(&slow, Broken::Slow));
        ([answer, error], patience)
    }
}

impl Drop for OpenerWorker {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

fn give_up(reject: &Function, why: Broken) {
    // Rejecting a promise does not throw.
    let _ = reject.call1(&JsValue::NULL, &why.to_string().into());
}

fn reason(why: &JsValue) -> Broken {
    let said = why.as_string().unwrap_or_default();
    let named = Broken::ALL.into_iter().find(|b| b.to_string() == said);
    named.unwrap_or(Broken::Crashed)
}
