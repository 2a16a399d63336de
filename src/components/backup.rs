//! A backup of everything, with one click.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::{
    app::Desk,
    browser::files,
    effects::backup,
    lang::{said, t},
};

/// What a backup is, and the button that makes one.
#[component]
pub(crate) fn Backup() -> Html {
    html! {
        <section aria-labelledby="backup-title">
            <h3 id="backup-title">{ t!("backup") }</h3>
            <p>{ t!("backup-intro") }</p>
            <BackupButton />
        </section>
    }
}

/// The button that makes a backup, and what came of it.
#[component]
pub(crate) fn BackupButton() -> Html {
    let desk = use_context::<Desk>();
    let says = use_state(String::new);
    let busy = use_state(|| false);
    let make = {
        let (says, busy) = (says.setter(), busy.clone());
        Callback::from(move |_: MouseEvent| {
            let Some(desk) = desk.clone().filter(|_| !*busy) else {
                return;
            };
            let (says, busy) = (says.clone(), busy.setter());
            busy.set(true);
            says.set(t!("exchange-busy"));
            spawn_local(async move {
                says.set(match backup(&desk.shared.0).await {
                    Ok((file, _)) if !files::save(&file.blob, &file.name) => t!("export-not-saved"),
                    Ok((file, 0)) => t!("export-saved", name = file.name),
                    Ok((_, unreadable)) => t!("backup-without", count = unreadable),
                    Err(why) => said(&why),
                });
                busy.set(false);
            });
        })
    };
    html! {
        <span class="backup-button">
            <button class="primary" onclick={make}>{ t!("backup-now") }</button>
            <span role="status">{ (*says).clone() }</span>
        </span>
    }
}
