//! The analysis worker: it answers every [`Request`](analysis_worker::Request) with an [`Answer`](analysis_worker::Answer).

#[cfg(target_arch = "wasm32")]
mod worker {
    use analysis_worker::{Answer, Request};
    use sourcelight_analysis::{analyze, prepare};
    use wasm_bindgen::{JsCast, closure::Closure};
    use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

    /// Listens to the page.
    pub(crate) fn start() {
        let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
        let answering = scope.clone();
        let listener = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            // A message that is not a request is none of ours.
            let Ok(request) = serde_wasm_bindgen::from_value::<Request>(event.data()) else {
                return;
            };
            let analysis = analyze(&request.article, &request.options);
            let answer = Answer {
                id: request.id,
                analysis,
            };
            if let Ok(value) = serde_wasm_bindgen::to_value(&answer) {
                // Posting to the page that started us fails only when the page is gone.
                let _ = answering.post_message(&value);
            }
        });
        scope.set_onmessage(Some(listener.as_ref().unchecked_ref()));
        // The worker lives as long as the page: the listener is never dropped.
        listener.forget();
        // While the app is still loading: the first article then finds everything ready.
        prepare();
    }
}

fn main() {
    #[cfg(target_arch = "wasm32")]
    worker::start();
}
