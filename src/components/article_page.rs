//! The article, typeset, with everything marked that is known of it.

use std::{collections::BTreeSet, rc::Rc};

use sourcelight_analysis::Analysis;
use sourcelight_article::BlockKind;
use sourcelight_state::{
    Action, Command, Finding, Kept, Light, Mark, Marks, Paper, facts, marks, paper, runs_leftward,
    unread_language,
};
use sourcelight_text::Span;
use yew::prelude::*;

use super::{
    block_view::BlockView,
    callout::{self, CalloutView},
    facts_line::FactsLine,
    paper_lists::PaperLists,
    pointing::use_pointing,
    shown_marks::use_shown_marks,
};
use crate::{
    app::{Desk, Dialog},
    browser::{clock, language_name::language_name, page, selection, tap},
    commands,
    lang::{self, t},
};

/// What the marks depend on. Two keys are equal where they are the same objects: comparing what they
/// hold would cost more than drawing.
#[derive(Clone)]
struct MarksKey {
    article: Option<Rc<Kept>>,
    findings: Rc<Vec<Finding>>,
    annotations: Rc<std::collections::BTreeMap<String, Rc<sourcelight_annotation::Annotation>>>,
    analysis: Option<Rc<Analysis>>,
    left_out: Rc<BTreeSet<String>>,
    shown: (bool, bool, bool),
    hidden_sets: BTreeSet<String>,
}

impl PartialEq for MarksKey {
    fn eq(&self, other: &Self) -> bool {
        let same = |a: &Option<Rc<Analysis>>, b: &Option<Rc<Analysis>>| match (a, b) {
            (Some(a), Some(b)) => Rc::ptr_eq(a, b),
            (None, None) => true,
            _ => false,
        };
        self.article == other.article
            && Rc::ptr_eq(&self.findings, &other.findings)
            && Rc::ptr_eq(&self.annotations, &other.annotations)
            && same(&self.analysis, &other.analysis)
            && Rc::ptr_eq(&self.left_out, &other.left_out)
            && self.shown == other.shown
            && self.hidden_sets == other.hidden_sets
    }
}

/// The article.
#[component]
pub(crate) fn ArticlePage() -> Html {
    let desk = use_context::<Desk>();
    let key = desk.as_ref().map(|desk| {
        let state = desk.state();
        MarksKey {
            article: state.article.clone(),
            findings: state.findings.clone(),
            annotations: state.annotations.clone(),
            analysis: match &state.light {
                Light::Lit(analysis) => Some(analysis.clone()),
                Light::Waiting | Light::Failed => None,
            },
            left_out: state.left_out.clone(),
            shown: (state.machine_hidden, state.extended_shown, state.own_hidden),
            hidden_sets: state.hidden_sets.clone(),
        }
    });
    let drawn = {
        let desk = desk.clone();
        use_memo(key, move |_| {
            desk.map(|d| (marks(d.state()), facts(d.state())))
                .unwrap_or_default()
        })
    };
    let open = desk.as_ref().and_then(|d| d.state().article.as_ref());
    let shown = use_shown_marks(open.map(|kept| &*kept.id), &drawn.0);
    let kept = desk.as_ref().and_then(|d| d.state().article.clone());
    use_effect_with(kept, |kept| {
        let taps = kept
            .as_ref()
            .map(|kept| tap::listen(kept.article.text.clone(), kept.article.blocks.clone()));
        move || drop(taps)
    });
    let printing = use_state(|| false);
    {
        let printing = printing.setter();
        use_effect_with((), move |()| {
            let listeners = page::listen_to_printing(move |begins| printing.set(begins));
            move || drop(listeners)
        });
    }
    let on_paper = {
        let desk = desk.clone();
        use_memo((*printing, drawn.clone()), move |(printing, _)| {
            let desk = desk.filter(|_| *printing);
            Rc::new(desk.map(|d| paper(d.state())).unwrap_or_default())
        })
    };
    let on_pick = {
        let desk = desk.clone();
        use_callback((), move |id: AttrValue, ()| {
            // A click that ends a selection is not a click on a mark.
            if selection::is_empty()
                && let Some(desk) = &desk
            {
                desk.act(Action::FocusMoved(Some(id.to_string())));
            }
        })
    };
    let (on_over, on_gone) = use_pointing(desk.as_ref());
    let Some(desk) = desk else {
        return Html::default();
    };
    let on_story = {
        let desk = desk.clone();
        Callback::from(move |blocks: Vec<usize>| {
            desk.act(Action::BlocksCorrected {
                blocks,
                kind: BlockKind::Paragraph,
            });
        })
    };
    let state = desk.state();
    let (marks, facts) = (&shown, drawn.1);
    let Some(kept) = &state.article else {
        return html! { <main class="page"><p class="facts">{ t!("opening") }</p></main> };
    };
    let metadata = &kept.article.metadata;
    let published = metadata
        .published
        .as_deref()
        .map(|d| clock::say_date(d, lang::current().tag()));
    let about = [
        metadata
            .outlet
            .clone()
            .unwrap_or_else(|| t!("outlet-not-stated")),
        published.unwrap_or_else(|| t!("date-not-stated")),
    ];
    let versions = {
        let dialog = desk.dialog.setter();
        Callback::from(move |_: MouseEvent| dialog.set(Some(Dialog::Versions)))
    };
    let details = {
        let dialog = desk.dialog.setter();
        Callback::from(move |_: MouseEvent| dialog.set(Some(Dialog::Details)))
    };
    let tag = metadata.language.as_deref();
    let leftward = tag.is_some_and(runs_leftward);
    let unread = unread_language(tag).map(|tag| language_name(tag, lang::current().tag()));
    // Not the light itself: comparing two of them compares all that was found.
    let waiting = matches!(state.light, Light::Waiting);
    let failed = matches!(state.light, Light::Failed);
    html! {
        <main class="page">
            <FactsLine {facts} {waiting} {failed} {unread} />
            <article
                id="article"
                onmouseover={on_over}
                onmouseleave={on_gone}
                tabindex="-1"
                class={classes!("article", (*desk.caret).then_some("with-caret"))}
                // Screen readers hand the arrows to the page while the caret is moved by them.
                role={desk.caret.then_some("application")}
                aria-label={desk.caret.then(|| t!("caret-article"))}
                lang={metadata.language.clone()}
                dir={leftward.then_some("rtl")}
                key={kept.id.clone()}
            >
                <p class="about">
                    { about.join(" · ") }
                    if metadata.earlier.is_some() {
                        <button class="correct" onclick={versions} aria-keyshortcuts={commands::aria_key(&desk, Command::Versions)}>{ t!("versions") }</button>
                    }
                    <button class="correct" onclick={details} aria-keyshortcuts={commands::aria_key(&desk, Command::Details)}>{ t!("details-correct") }</button>
                </p>
                { groups(kept, marks, &state.lit().into_iter().collect(), &callout::placed(state), &on_pick, &on_story, &on_paper) }
            </article>
            if *printing { <PaperLists paper={(*on_paper).clone()} /> }
        </main>
    }
}

/// The numbers that stand in a block on paper, each with the byte it stands behind.
fn numbers_in(paper: &Paper, block: Span) -> Vec<(usize, String)> {
    let here = paper
        .numbers
        .range(block.start + 1..=block.end.max(block.start + 1));
    here.map(|(at, numbers)| (*at, numbers.join(", ")))
        .collect()
}

/// The blocks, list items gathered in lists and boilerplate folded away.
fn groups(
    kept: &Rc<Kept>,
    marks: &Marks,
    lit: &BTreeSet<&str>,
    callouts: &[callout::Placed],
    on_pick: &Callback<AttrValue>,
    on_story: &Callback<Vec<usize>>,
    on_paper: &Paper,
) -> Html {
    let blocks = &kept.article.blocks;
    let view = |index: usize| {
        let own: &Rc<Vec<Mark>> = &marks[index];
        // A block hears only of what is lit in it, and so is drawn again only then.
        let here = own.iter().filter(|m| lit.contains(&*m.id));
        let mut lit: Vec<AttrValue> = here.map(|m| AttrValue::from(m.id.clone())).collect();
        lit.dedup();
        html! {
            <BlockView
                key={index}
                kept={kept.clone()}
                {index}
                marks={own.clone()}
                {lit}
                numbers={numbers_in(on_paper, blocks[index].span)}
                on_pick={on_pick.clone()}
            />
        }
    };
    let mut html = Vec::new();
    let mut start = 0;
    while start < blocks.len().min(marks.len()) {
        let kind = blocks[start].kind;
        let gathers = matches!(kind, BlockKind::ListItem | BlockKind::Boilerplate);
        let more = blocks[start..]
            .iter()
            .take_while(|b| gathers && b.kind == kind)
            .count();
        let end = (start + more.max(1)).min(marks.len());
        let group: Html = (start..end).map(view).collect();
        html.push(match kind {
            BlockKind::ListItem => html! { <ul key={format!("list-{start}")}>{ group }</ul> },
            BlockKind::Boilerplate => {
                let title = blocks[start].span.of(&kept.article.text);
                let title: String = title.chars().take(40).collect();
                html! {
                    <details key={format!("boilerplate-{start}")} class="boilerplate">
                        <summary>{ t!("boilerplate", title = title, count = end - start) }</summary>
                        { group }
                        <button class="aside-back" onclick={on_story.reform(move |_: MouseEvent| (start..end).collect())}>
                            { t!("boilerplate-is-story") }
                        </button>
                    </details>
                }
            }
            _ => group,
        });
        let here = callouts
            .iter()
            .filter(|(block, ..)| (start..end).contains(block));
        html.extend(here.map(|(_, callout, words)| {
            html! { <CalloutView key={callout.word()} callout={*callout} words={words.clone()} /> }
        }));
        start = end;
    }
    html.into_iter().collect()
}
