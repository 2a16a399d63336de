//! Two kept articles on one story side by side.

use std::rc::Rc;

use sourcelight_state::{Light, Story, compare_stories};
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::{modal::Modal, stories_tables::StoriesTables};
use crate::{
    app::Desk,
    browser::{storage::Shelf, worker::AnalysisWorker},
    effects::{Beside, kept_beside, library, read_beside},
    lang::t,
};

/// How far the second article is.
#[derive(Clone, Debug, PartialEq)]
enum Second {
    /// None is chosen.
    None,
    /// It is read.
    Reading,
    /// It could not be read.
    Failed,
    /// Here it is.
    Read(Beside),
}

/// The choice of the second article, and what the two have and have not in common.
#[component]
pub(crate) fn StoriesDialog() -> Html {
    let desk = use_context::<Desk>();
    let shelf = use_state(|| None::<Vec<Shelf>>);
    let second = use_state(|| Second::None);
    let worker = use_mut_ref(|| None::<AnalysisWorker>);
    let shared = desk.as_ref().map(|d| d.shared.clone());
    {
        let (shelf, shared) = (shelf.setter(), shared.clone());
        use_effect_with((), move |()| {
            spawn_local(async move {
                let found = match shared {
                    Some(shared) => library(&shared.0).await,
                    None => None,
                };
                shelf.set(Some(found.map(|l| l.shelf).unwrap_or_default()));
            });
        });
    }
    let open = desk.as_ref().and_then(|d| d.state().article.clone());
    let lit = desk.as_ref().and_then(|d| match &d.state().light {
        Light::Lit(analysis) => Some(analysis.clone()),
        Light::Waiting | Light::Failed => None,
    });
    let beside = match &*second {
        Second::Read(beside) => Some(beside.clone()),
        _ => None,
    };
    let compared = use_memo((open.clone(), beside), |(open, beside)| {
        let (open, beside, analysis) = (open.as_ref()?, beside.as_ref()?, lit.as_ref()?);
        let here = Story {
            article: &open.article,
            analysis,
        };
        let there = Story {
            article: &beside.kept.article,
            analysis: &beside.analysis,
        };
        Some(Rc::new(compare_stories(here, there)))
    });
    let (Some(desk), Some(open)) = (desk, open) else {
        return html! { <Modal title={t!("stories")}><p>{ t!("stories-no-article") }</p></Modal> };
    };
    let others: Vec<Shelf> = shelf
        .iter()
        .flatten()
        .filter(|kept| kept.id != open.id && kept.deleted.is_none())
        .cloned()
        .collect();
    let choose = {
        let (desk, second, worker) = (desk.clone(), second.setter(), worker.clone());
        let others = others.clone();
        Callback::from(move |event: Event| {
            let at = event
                .target_dyn_into::<HtmlSelectElement>()
                .and_then(|list| usize::try_from(list.selected_index()).ok());
            // The first line asks for a choice.
            let chosen = at.and_then(|at| others.get(at.checked_sub(1)?));
            *worker.borrow_mut() = None;
            let Some(chosen) = chosen.map(|kept| kept.id.clone()) else {
                second.set(Second::None);
                return;
            };
            second.set(Second::Reading);
            let (desk, second, worker) = (desk.clone(), second.clone(), worker.clone());
            spawn_local(async move {
                let Some(kept) = kept_beside(&chosen, &desk.shared.0).await else {
                    second.set(Second::Failed);
                    return;
                };
                let options = desk.state().settings.options(None);
                let started = read_beside(kept, &options, move |read| {
                    second.set(read.map_or(Second::Failed, Second::Read));
                });
                *worker.borrow_mut() = started;
            });
        })
    };
    html! {
        <Modal title={t!("stories")} wide={true}>
            <p>{ t!("stories-intro") }</p>
            if shelf.is_none() {
                <p role="status">{ t!("opening") }</p>
            } else if others.is_empty() {
                <p class="empty">{ t!("stories-none") }</p>
            } else {
                <label for="second-story">{ t!("stories-second") }</label>
                <select id="second-story" class="second-story" onchange={choose}>
                    <option selected={*second == Second::None}>{ t!("stories-choose") }</option>
                    { for others.iter().map(|kept| html! { <option key={kept.id.clone()}>{ kept.title.clone() }</option> }) }
                </select>
            }
            <p role="status" class="quiet">
                { match &*second {
                    Second::Reading => t!("reading"),
                    Second::Failed => t!("stories-failed"),
                    Second::Read(_) if compared.is_none() => t!("reading"),
                    Second::None | Second::Read(_) => String::new(),
                } }
            </p>
            if let (Some(compared), Second::Read(beside)) = (&*compared, &*second) {
                <StoriesTables compared={compared.clone()} here={open.clone()} there={beside.kept.clone()} />
            }
        </Modal>
    }
}
