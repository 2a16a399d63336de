//! The versions of the open article: to open one, or to see what changed since.

use sourcelight_state::Version;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::{modal::Modal, newer_version::kept_since};
use crate::{
    app::{Desk, Dialog},
    effects::{Source, compare, versions_of},
    lang::t,
};

/// The versions of the open article.
#[component]
pub(crate) fn VersionsDialog() -> Html {
    let desk = use_context::<Desk>();
    let found = use_state(|| None::<Vec<Version>>);
    {
        let (desk, found) = (desk.clone(), found.setter());
        use_effect_with((), move |()| {
            spawn_local(async move {
                let Some(desk) = desk else { return };
                if let Some(kept) = &desk.state().article {
                    let versions = versions_of(&kept.id, &desk.shared.0).await;
                    found.set(Some(versions.unwrap_or_default()));
                }
            });
        });
    }
    let Some(desk) = desk else {
        return Html::default();
    };
    let open_now = desk.state().article.as_ref().map(|kept| kept.id.clone());
    let new = {
        let dialog = desk.dialog.setter();
        Callback::from(move |_: MouseEvent| dialog.set(Some(Dialog::NewVersion)))
    };
    let place = found.as_deref().and_then(|all| {
        let mut all = all.iter();
        all.position(|version| Some(&version.id) == open_now.as_ref())
    });
    let row = |(index, version): (usize, &Version)| {
        let is_open = open_now.as_ref() == Some(&version.id);
        let open = {
            let (desk, id) = (desk.clone(), version.id.clone());
            Callback::from(move |_: MouseEvent| {
                desk.dialog.set(None);
                desk.open.emit(Source::Kept(id.clone()));
            })
        };
        let look = {
            let (desk, id) = (desk.clone(), version.id.clone());
            Callback::from(move |_: MouseEvent| {
                let (desk, id) = (desk.clone(), id.clone());
                spawn_local(async move {
                    compare(&id, &desk).await;
                    desk.dialog.set(None);
                });
            })
        };
        let number = index + 1;
        html! {
            <li key={version.id.clone()} aria-current={is_open.then_some("true")}>
                <div>
                    <button class="passage" dir="auto" onclick={open}>{ t!("version-number", number = number, title = version.title.clone()) }</button>
                    <small>
                        { t!("version-kept", when = kept_since(&version.opened)) }{ " · " }
                        { t!("library-notes", count = version.notes) }
                        if is_open { { " · " }<b>{ t!("version-open") }</b> }
                    </small>
                </div>
                // What is open is compared with what came before it.
                if place.is_some_and(|place| index < place) {
                    <button class="small" onclick={look} aria-label={t!("version-compare-number", number = number)}>{ t!("version-compare") }</button>
                }
            </li>
        }
    };
    html! {
        <Modal title={t!("versions")}>
            { match found.as_deref() {
                None => html! { <p role="status">{ t!("opening") }</p> },
                Some([]) => html! { <p role="status">{ t!("library-unreadable") }</p> },
                Some(all) => html! {
                    <>
                        if all.len() == 1 { <p>{ t!("versions-one") }</p> }
                        <ol class="shelf" aria-label={t!("versions")}>{ for all.iter().enumerate().map(row) }</ol>
                    </>
                },
            } }
            <div class="row"><button onclick={new}>{ t!("new-version-title") }</button></div>
        </Modal>
    }
}
