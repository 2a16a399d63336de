//! What the reader has set: read once at the start, and stored with everything else that changes.

use sourcelight_state::{Action, Settings};

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
