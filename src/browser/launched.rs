//! Files that the system opens with the installed app, as the Launch Handler says (`window.launchQueue`).

use std::rc::Rc;

use gloo::utils::window;
use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::File;

use super::page;

/// Calls `on_files` with the files of each launch for as long as what it answers lives; none where the
/// browser launches nothing with files. The queue holds them until the first article stands, so that
/// the sample does not take their place.
pub(crate) fn listen(on_files: impl Fn(Vec<File>) + Clone + 'static) -> Option<Launches> {
    let queue = Reflect::get(&window(), &"launchQueue".into()).ok()?;
    let set: Function = Reflect::get(&queue, &"setConsumer".into())
        .ok()?
        .dyn_into()
        .ok()?;
    let consumer = Rc::new(Closure::new(move |launch: JsValue| {
        let on_files = on_files.clone();
        spawn_local(async move {
            let files = files_of(&launch).await;
            if !files.is_empty() {
                on_files(files);
            }
        });
    }));
    let waiting = Rc::downgrade(&consumer);
    spawn_local(async move {
        page::ready().await;
        if let Some(consumer) = waiting.upgrade() {
            // A queue that refuses launches nothing.
            let _ = set.call1(&queue, (*consumer).as_ref());
        }
    });
    Some(Launches {
        _consumer: consumer,
    })
}

/// Holds the listener.
pub(crate) struct Launches {
    _consumer: Rc<Closure<dyn Fn(JsValue)>>,
}

/// The files of a launch that can be read.
async fn files_of(launch: &JsValue) -> Vec<File> {
    let handles = Reflect::get(launch, &"files".into()).ok();
    let handles = handles.and_then(|h| h.dyn_into::<Array>().ok());
    let mut files = Vec::new();
    for handle in handles.iter().flat_map(Array::iter) {
        files.extend(file_of(&handle).await);
    }
    files
}

async fn file_of(handle: &JsValue) -> Option<File> {
    let get: Function = Reflect::get(handle, &"getFile".into())
        .ok()?
        .dyn_into()
        .ok()?;
    let promised: Promise = get.call0(handle).ok()?.dyn_into().ok()?;
    JsFuture::from(promised).await.ok()?.dyn_into().ok()
}
