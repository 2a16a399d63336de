//! Two sets of marks compared: what both have, and what only one has, each a jump away.

use sourcelight_annotation::FindingKind;
use sourcelight_state::{Action, Compared, MarkSet, compare_sets, sets};
use sourcelight_text::Span;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::mark_sets::name;
use crate::{
    app::Desk,
    browser::{
        highlight::{self, Lit},
        page,
    },
    lang::{label, t},
};

/// How many characters of a passage are shown.
const SHOWN: usize = 140;

/// The comparison that is under way.
#[component]
pub(crate) fn SetComparisonView() -> Html {
    let desk = use_context::<Desk>();
    let key = desk.as_ref().and_then(|desk| {
        let state = desk.state();
        let sets = state.comparing.clone()?;
        let seen = (state.findings.clone(), state.annotations.clone());
        Some((sets, seen, state.extended_shown))
    });
    let compared = {
        let desk = desk.clone();
        use_memo(key.clone(), move |key| {
            let (sets, ..) = key.as_ref()?;
            Some(compare_sets(desk?.state(), &sets.0, &sets.1))
        })
    };
    let shared: Vec<Span> = compared
        .iter()
        .flat_map(|c| &c.both)
        .map(|(one, _)| one.span)
        .collect();
    use_effect_with(shared, |shared| {
        highlight::show(Lit::Shared, shared);
        || highlight::show(Lit::Shared, &[])
    });
    let (Some(desk), Some(compared), Some(((first, second), ..))) = (desk, &*compared, key) else {
        return Html::default();
    };
    let close = {
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| {
            desk.act(Action::SetsCompared(None));
            page::focus("tab-panel");
        })
    };
    let choose_first = {
        let second = second.clone();
        choose(&desk, move |set| (set, second.clone()))
    };
    let choose_second = {
        let first = first.clone();
        choose(&desk, move |set| (first.clone(), set))
    };
    let both: Vec<Compared> = compared.both.iter().map(|(one, _)| one.clone()).collect();
    let only = |set: &MarkSet, count: usize| t!("sets-only", name = name(set), count = count);
    html! {
        <div class="tab-panel set-comparison" role="region" aria-label={t!("sets-compared")}>
            <div class="set-choice">
                { list(&desk, t!("set-first"), &first, choose_first) }
                { list(&desk, t!("set-second"), &second, choose_second) }
            </div>
            <p class="quiet">{ t!("sets-agree") }</p>
            { section(&desk, t!("sets-both", count = both.len()), &both) }
            { section(&desk, only(&first, compared.only_first.len()), &compared.only_first) }
            { section(&desk, only(&second, compared.only_second.len()), &compared.only_second) }
            <button class="turn" onclick={close}>{ t!("compare-close") }</button>
        </div>
    }
}

fn choose(desk: &Desk, pair: impl Fn(MarkSet) -> (MarkSet, MarkSet) + 'static) -> Callback<Event> {
    let desk = desk.clone();
    Callback::from(move |event: Event| {
        let at = event
            .target_dyn_into::<HtmlSelectElement>()
            .and_then(|list| usize::try_from(list.selected_index()).ok());
        let chosen = at.and_then(|at| sets(desk.state()).into_iter().nth(at));
        if let Some(chosen) = chosen {
            desk.act(Action::SetsCompared(Some(pair(chosen.set))));
        }
    })
}

fn list(desk: &Desk, title: String, chosen: &MarkSet, onchange: Callback<Event>) -> Html {
    html! {
        <label>
            <span>{ title }</span>
            <select {onchange}>
                { for sets(desk.state()).iter().map(|counted| html! {
                    <option key={format!("{:?}", counted.set)} selected={counted.set == *chosen}>
                        { name(&counted.set) }
                    </option>
                }) }
            </select>
        </label>
    }
}

fn section(desk: &Desk, title: String, marks: &[Compared]) -> Html {
    let text = desk.state().article.as_ref();
    let text = text.map_or("", |kept| &kept.article.text);
    html! {
        <section>
            <h2>{ title }</h2>
            if marks.is_empty() { <p class="empty">{ t!("sets-none") }</p> }
            <ul class="passages">{ for marks.iter().map(|mark| line(mark, text)) }</ul>
        </section>
    }
}

fn line(mark: &Compared, text: &str) -> Html {
    let what = match mark.kind {
        None => t!("set-note"),
        Some(FindingKind::Attribution) => label("source-type", &mark.label),
        Some(FindingKind::Unsourced) => label("claim", &mark.label),
        Some(FindingKind::Controversy) => label("topic", &mark.label),
    };
    let mut words: String = mark.span.of(text).chars().take(SHOWN).collect();
    if words.len() < mark.span.len() {
        words.push('…');
    }
    let start = mark.span.start;
    let go = Callback::from(move |_: MouseEvent| page::scroll_to_place(start));
    html! {
        <li key={mark.id.clone()} data-id={mark.id.clone()}>
            <button class="passage" dir="auto" onclick={go}>{ words }</button>
            <small class="quiet">{ what }</small>
        </li>
    }
}
