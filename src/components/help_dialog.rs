//! Help: what the marks mean, the keys, what stays local.

use yew::prelude::*;

use super::{modal::Modal, outline::Legend};
use crate::lang::{message, t};

/// The keys and the messages that say what each does.
const KEYS: [(&str, &str); 14] = [
    ("J / K", "key-next"),
    ("U", "key-unsourced"),
    ("A", "key-accept"),
    ("X", "key-reject"),
    ("N", "key-note"),
    ("H", "key-hide"),
    ("O", "key-open"),
    ("B", "key-library"),
    ("D", "key-details"),
    ("Ctrl+Z", "key-undo"),
    ("Ctrl+Shift+Z", "key-redo"),
    ("Ctrl+Enter", "key-save"),
    ("Esc", "key-back"),
    ("?", "key-help"),
];

/// Help.
#[component]
pub(crate) fn HelpDialog() -> Html {
    html! {
        <Modal title={t!("help")}>
            <p>{ t!("help-intro") }</p>
            <h3>{ t!("legend") }</h3>
            <Legend />
            <h3>{ t!("keys") }</h3>
            <dl class="keys">
                { for KEYS.iter().map(|(key, does)| html! {
                    <div key={*does}><dt><kbd>{ *key }</kbd></dt><dd>{ message(does, &[]) }</dd></div>
                }) }
            </dl>
            <h3>{ t!("help-local-title") }</h3>
            <p>{ t!("help-local") }</p>
            <p><a href="rescue.html">{ t!("rescue") }</a></p>
        </Modal>
    }
}
