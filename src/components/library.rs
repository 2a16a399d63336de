//! The library: the kept articles, to search, sort, open and delete, and how much room they take.

use wasm_bindgen_futures::spawn_local;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::{
    library_order::{By, matching, sorted},
    modal::Modal,
};
use crate::{
    app::{Desk, Dialog},
    browser::{clock, storage::Shelf},
    effects::{Library, Source, library, put_into_bin, take_out_of_bin},
    lang::{self, label, t},
};

/// How many articles are drawn at once; the search finds the others.
const DRAWN: usize = 200;

/// The library.
#[component]
pub(crate) fn LibraryDialog() -> Html {
    let desk = use_context::<Desk>();
    let held = use_state(|| None::<Option<Library>>);
    let words = use_state(String::new);
    let by = use_state(By::default);
    // The article that was put into the bin last.
    let binned = use_state(|| None::<Shelf>);
    let search = use_node_ref();
    let shared = desk.as_ref().map(|d| d.shared.clone());
    let look = {
        let held = held.setter();
        Callback::from(move |()| {
            let (held, shared) = (held.clone(), shared.clone());
            spawn_local(async move {
                let found = match shared {
                    Some(shared) => library(&shared.0).await,
                    None => None,
                };
                held.set(Some(found));
            });
        })
    };
    {
        let look = look.clone();
        use_effect_with((), move |()| look.emit(()));
    }
    {
        let search = search.clone();
        use_effect_with(held.is_some(), move |_| {
            if let Some(search) = search.cast::<HtmlInputElement>() {
                // The dialog is there to find something in.
                let _ = search.focus();
            }
        });
    }
    let Some(desk) = desk else {
        return Html::default();
    };
    let open = {
        let desk = desk.clone();
        Callback::from(move |id: String| {
            desk.dialog.set(None);
            desk.open.emit(Source::Kept(id));
        })
    };
    let bin = {
        let (desk, look, binned) = (desk.clone(), look.clone(), binned.clone());
        Callback::from(move |(kept, into): (Shelf, bool)| {
            let (desk, look, binned) = (desk.clone(), look.clone(), binned.clone());
            spawn_local(async move {
                let done = if into {
                    put_into_bin(&kept.id, &desk.shared.0).await
                } else {
                    take_out_of_bin(&kept.id, &desk.shared.0).await
                };
                binned.set((into && done).then_some(kept));
                look.emit(());
            });
        })
    };
    let on_words = {
        let words = words.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(field) = event.target_dyn_into::<HtmlInputElement>() {
                words.set(field.value());
            }
        })
    };
    let on_by = {
        let by = by.clone();
        Callback::from(move |event: Event| {
            let index = event
                .target_dyn_into::<HtmlSelectElement>()
                .and_then(|list| usize::try_from(list.selected_index()).ok());
            if let Some(chosen) = index.and_then(|i| By::ALL.get(i)) {
                by.set(*chosen);
            }
        })
    };
    let Some(held) = (*held).clone() else {
        return html! { <Modal title={t!("library")}><p role="status">{ t!("opening") }</p></Modal> };
    };
    let Some(held) = held else {
        return html! { <Modal title={t!("library")}><p role="status">{ t!("library-unreadable") }</p></Modal> };
    };
    let (live, thrown): (Vec<Shelf>, Vec<Shelf>) =
        held.shelf.into_iter().partition(|s| s.deleted.is_none());
    let beside = {
        let dialog = desk.dialog.setter();
        Callback::from(move |_: MouseEvent| dialog.set(Some(Dialog::Stories)))
    };
    let found = sorted(matching(&live, &words), *by);
    let on_first = {
        let (open, first) = (open.clone(), found.first().map(|s| s.id.clone()));
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if let Some(id) = &first {
                open.emit(id.clone());
            }
        })
    };
    let undo = binned.as_ref().map(|kept| {
        let again = bin.reform({
            let kept = kept.clone();
            move |_: MouseEvent| (kept.clone(), false)
        });
        html! {
            <p class="undo">
                { t!("library-binned", title = kept.title.clone()) }
                <button onclick={again}>{ t!("undo") }</button>
            </p>
        }
    });
    html! {
        <Modal title={t!("library")}>
            <p><button class="glance-button" onclick={beside}>{ t!("stories-open") }</button></p>
            <form class="library-bar" role="search" onsubmit={on_first}>
                <input
                    ref={search} type="search" value={(*words).clone()} oninput={on_words}
                    aria-label={t!("library-search")} placeholder={t!("library-search")}
                />
                <label>
                    { t!("library-by") }
                    { " " }
                    <select onchange={on_by}>
                        { for By::ALL.iter().map(|way| html! {
                            <option key={way.word()} selected={way == &*by}>{ label("library-by", way.word()) }</option>
                        }) }
                    </select>
                </label>
            </form>
            <div role="status">
                { for undo }
                <p class="quiet">{ summary(live.len(), found.len(), !words.trim().is_empty()) }</p>
            </div>
            <ul class="shelf" aria-label={t!("library")}>
                { for found.iter().take(DRAWN).map(|kept| row(kept, &open, &bin)) }
            </ul>
            if !thrown.is_empty() {
                <details class="bin">
                    <summary>{ t!("library-bin", count = thrown.len()) }</summary>
                    <ul class="shelf">{ for thrown.iter().map(|kept| row(kept, &open, &bin)) }</ul>
                </details>
            }
            { for held.used.map(|(used, quota)| html! {
                <p class="quiet">{ t!("library-used", used = megabytes(used), quota = megabytes(quota)) }</p>
            }) }
        </Modal>
    }
}

fn summary(all: usize, found: usize, searched: bool) -> String {
    match (all, found) {
        (0, _) => t!("library-empty"),
        (_, 0) => t!("library-none-found"),
        _ if searched => t!("library-found", found = found, all = all),
        _ => t!("library-count", count = all),
    }
}

fn row(kept: &Shelf, open: &Callback<String>, bin: &Callback<(Shelf, bool)>) -> Html {
    let id = kept.id.clone();
    let on_open = open.reform(move |_: MouseEvent| id.clone());
    let (live, own) = (kept.deleted.is_none(), kept.clone());
    let on_bin = bin.reform(move |_: MouseEvent| (own.clone(), live));
    let outlet = kept.outlet.clone();
    let about = [
        kept.superseded.then(|| t!("library-superseded")),
        outlet,
        Some(clock::say_date(&kept.opened, lang::current().tag())),
        Some(t!("library-notes", count = kept.notes)),
    ];
    let about: Vec<String> = about.into_iter().flatten().collect();
    let (word, name) = if live {
        (
            t!("delete"),
            t!("library-delete", title = kept.title.clone()),
        )
    } else {
        (
            t!("restore"),
            t!("library-restore", title = kept.title.clone()),
        )
    };
    html! {
        <li key={kept.id.clone()}>
            <div>
                <button class="passage" dir="auto" onclick={on_open}>{ kept.title.clone() }</button>
                <small>{ about.join(" · ") }</small>
            </div>
            <button class="small" onclick={on_bin} aria-label={name}>{ word }</button>
        </li>
    }
}

/// Megabytes, one place behind the point where they are few.
fn megabytes(bytes: f64) -> String {
    let megabytes = bytes / 1_000_000.0;
    if megabytes < 10.0 {
        format!("{megabytes:.1}")
    } else {
        format!("{megabytes:.0}")
    }
}
