//! What the reader has set: read once at the start, stored at every change.

use sourcelight_state::{Action, Settings};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::Shared;
use crate::app::Dispatch;

/// Reads the settings from storage; where there is none they are as at first.
pub(crate) async fn load_settings(dispatch: &Dispatch, shared: &Shared) {
    let storage = shared.borrow().clone();
    let mut stored: Vec<(&str, String)> = Vec::new();
    if let Some(storage) = storage {
        for name in Settings::NAMES {
            if let Ok(Some(value)) = storage.setting(name).await {
                stored.push((name, value));
            }
        }
    }
    let settings = Settings::read(|name| {
        let found = stored.iter().find(|(own, _)| *own == name);
        found.map(|(_, value)| value.clone())
    });
    dispatch.dispatch(Action::SettingsLoaded(settings));
}

/// Stores the settings whenever the reader has changed them. A setting is a convenience: one that
/// cannot be stored holds until the page is left.
#[hook]
pub(crate) fn use_settings(settings: &Settings, shared: Shared) {
    let stored = use_mut_ref(|| None::<Settings>);
    use_effect_with(settings.clone(), move |settings| {
        if !settings.loaded {
            return;
        }
        // The first that are known are those that were read.
        let before = stored.borrow_mut().replace(settings.clone());
        if before.is_none_or(|before| before == *settings) {
            return;
        }
        let (storage, written) = (shared.borrow().clone(), settings.written());
        spawn_local(async move {
            if let Some(storage) = storage {
                let _ = storage.set_settings(&written).await;
            }
        });
    });
}
