//! A backup of everything, with one click: into a folder the reader has chosen, else as a download.

use opener::Said;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::{
    app::{Desk, SharedStorage},
    browser::{
        files,
        folder::{self, Folder},
    },
    effects::{backup, choose_folder, chosen_folder, forget_folder},
    lang::{said, t},
};

/// What a backup is, the button that makes one, and where it goes.
#[component]
pub(crate) fn Backup() -> Html {
    html! {
        <section aria-labelledby="backup-title">
            <h3 id="backup-title">{ t!("backup") }</h3>
            <p>{ t!("backup-intro") }</p>
            <BackupButton />
            if folder::is_possible() { <ChosenFolder /> }
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
                says.set(made(&desk.shared).await.unwrap_or_else(|why| said(&why)));
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

/// Makes a backup and puts it where it belongs; answers what is said of it.
async fn made(shared: &SharedStorage) -> Result<String, Said> {
    // A browser asks the reader only shortly after a click, so that comes first.
    let folder = chosen_folder(&shared.0).await;
    let allowed = match &folder {
        Some(folder) => folder.ask().await,
        None => false,
    };
    let (file, unreadable) = backup(&shared.0).await?;
    let place = match &folder {
        Some(folder) if allowed && folder.write(&file.name, &file.blob).await => {
            t!(
                "backup-in-folder",
                name = file.name.clone(),
                folder = folder.name()
            )
        }
        _ if !files::save(&file.blob, &file.name) => return Ok(t!("export-not-saved")),
        Some(folder) => t!(
            "backup-not-in-folder",
            name = file.name.clone(),
            folder = folder.name()
        ),
        None => t!("export-saved", name = file.name.clone()),
    };
    Ok(if unreadable > 0 {
        format!("{place} {}", t!("backup-without", count = unreadable))
    } else {
        place
    })
}

/// The folder for backups, to choose and to let go of.
#[component]
fn ChosenFolder() -> Html {
    let desk = use_context::<Desk>();
    let folder = use_state(|| None::<Folder>);
    let shared = desk.map(|desk| desk.shared);
    {
        let (folder, shared) = (folder.setter(), shared.clone());
        use_effect_with((), move |()| {
            spawn_local(async move {
                if let Some(shared) = shared {
                    folder.set(chosen_folder(&shared.0).await);
                }
            });
        });
    }
    let change = |choose: bool| {
        let (folder, shared) = (folder.clone(), shared.clone());
        Callback::from(move |_: MouseEvent| {
            let (folder, shared) = (folder.clone(), shared.clone());
            spawn_local(async move {
                let Some(shared) = shared else { return };
                if choose {
                    // Who changes their mind keeps the one before.
                    if let Some(chosen) = choose_folder(&shared.0).await {
                        folder.set(Some(chosen));
                    }
                } else {
                    forget_folder(&shared.0).await;
                    folder.set(None);
                }
            });
        })
    };
    html! {
        <div class="backup-folder">
            <p class="quiet">
                { match &*folder {
                    Some(folder) => t!("backup-folder-chosen", folder = folder.name()),
                    None => t!("backup-folder-none"),
                } }
            </p>
            <div class="row">
                <button onclick={change(true)}>{ t!("backup-folder-choose") }</button>
                if folder.is_some() { <button onclick={change(false)}>{ t!("backup-folder-forget") }</button> }
            </div>
        </div>
    }
}
