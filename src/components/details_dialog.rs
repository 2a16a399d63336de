//! Article details: what is known of the article beside its text, and what its blocks are, to correct.

use sourcelight_article::Metadata;
use sourcelight_state::{Action, Draft, DraftPlace};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::{block_kinds::BlockKinds, modal::Modal};
use crate::{
    app::Desk,
    browser::{address, clock},
    effects::use_typing,
    lang::{message, t},
};

/// The fields: their ids, their messages, and how the keyboard helps.
const FIELDS: [(&str, &str, &str); 6] = [
    ("title", "details-title", "text"),
    ("byline", "details-byline", "text"),
    ("published", "details-published", "date"),
    ("outlet", "details-outlet", "text"),
    ("url", "details-url", "url"),
    ("language", "details-language", "text"),
];

/// What is known of the article, to correct.
#[component]
pub(crate) fn DetailsDialog() -> Html {
    let desk = use_context::<Desk>();
    let fields: [NodeRef; 6] = [
        use_node_ref(),
        use_node_ref(),
        use_node_ref(),
        use_node_ref(),
        use_node_ref(),
        use_node_ref(),
    ];
    // The field that cannot be taken, and why.
    let wrong = use_state(|| None::<(&'static str, String)>);
    let known = desk.as_ref().and_then(|d| {
        let article = d.state().article.clone()?;
        let typed = FIELDS.map(|(name, ..)| d.state().field_draft(name).map(str::to_owned));
        Some((article, typed))
    });
    let typing = use_typing(keep(desk.clone()));
    {
        let fields = fields.clone();
        // Once: what is typed is the field's own from then on.
        use_effect_with((), move |()| {
            if let Some((kept, typed)) = known {
                let values = values(&kept.article.metadata);
                fill(&fields, typed.into_iter().zip(values).map(|(t, v)| t.or(v)));
            }
        });
    }
    let Some(desk) = desk else {
        return Html::default();
    };
    let Some(kept) = desk.state().article.clone() else {
        return Html::default();
    };
    let metadata = &kept.article.metadata;
    let on_submit = {
        let (desk, fields, wrong, metadata, typing) = (
            desk.clone(),
            fields.clone(),
            wrong.clone(),
            metadata.clone(),
            typing.clone(),
        );
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let typed = fields.each_ref().map(|field| {
                let value = field.cast::<HtmlInputElement>().map(|f| f.value());
                value.map(|v| v.trim().to_owned()).filter(|v| !v.is_empty())
            });
            match corrected(&metadata, typed) {
                Ok(metadata) => {
                    typing.forget();
                    desk.act(Action::MetadataCorrected { metadata });
                    desk.dialog.set(None);
                }
                Err((field, why)) => {
                    crate::browser::page::focus(&format!("details-{field}"));
                    wrong.set(Some((field, why)));
                }
            }
        })
    };
    let field = |index: usize| {
        let (name, says, kind) = FIELDS[index];
        let id = format!("details-{name}");
        let on_input = {
            let typing = typing.clone();
            Callback::from(move |event: InputEvent| {
                if let Some(field) = event.target_dyn_into::<HtmlInputElement>() {
                    typing.typed(name, field.value());
                }
            })
        };
        let why = wrong.as_ref().filter(|(field, _)| *field == name);
        html! {
            <div class="field" key={name}>
                <label for={id.clone()}>{ message(says, &[]) }</label>
                <input
                    ref={fields[index].clone()} type={kind} id={id} dir={(kind != "date").then_some("auto")}
                    oninput={on_input}
                    aria-invalid={why.is_some().then_some("true")}
                    aria-describedby={why.map(|_| format!("wrong-{name}"))}
                />
                if let Some((_, why)) = why { <p class="wrong" id={format!("wrong-{name}")} role="alert">{ why.clone() }</p> }
            </div>
        }
    };
    let as_it_was = {
        let (desk, fields, typing, kept) =
            (desk.clone(), fields.clone(), typing.clone(), kept.clone());
        Callback::from(move |_: MouseEvent| {
            typing.forget();
            for (name, ..) in FIELDS {
                desk.act(Action::DraftDropped(draft_id(&kept.id, name)));
            }
            fill(&fields, values(&kept.article.metadata).into_iter());
        })
    };
    let unfinished = FIELDS
        .iter()
        .any(|(name, ..)| desk.state().field_draft(name).is_some());
    html! {
        <Modal title={t!("details")}>
            if unfinished {
                <p class="quiet">
                    { t!("details-draft") }{ " " }
                    <button type="button" class="small" onclick={as_it_was}>{ t!("details-as-it-was") }</button>
                </p>
            }
            <form class="details" onsubmit={on_submit} novalidate=true>
                { for (0..FIELDS.len()).map(field) }
                <div class="row"><button type="submit" class="primary">{ t!("details-save") }</button></div>
            </form>
            <p class="quiet">{ t!("details-hint") }</p>
            <BlockKinds kept={kept.clone()} />
        </Modal>
    }
}

fn fill(fields: &[NodeRef; 6], values: impl Iterator<Item = Option<String>>) {
    for (field, value) in fields.iter().zip(values) {
        if let Some(field) = field.cast::<HtmlInputElement>() {
            field.set_value(&value.unwrap_or_default());
        }
    }
}

/// Keeps what is typed into a field of the open article's details.
fn keep(desk: Option<Desk>) -> Callback<(String, String)> {
    Callback::from(move |(name, text): (String, String)| {
        let Some(desk) = &desk else { return };
        if let Some(kept) = &desk.state().article {
            desk.act(Action::DraftTyped(Draft {
                id: draft_id(&kept.id, &name),
                article: kept.id.clone(),
                place: DraftPlace::Field(name),
                text,
                at: clock::now(),
            }));
        }
    })
}

/// One for each field: what is typed last counts.
fn draft_id(article: &str, field: &str) -> String {
    format!("urn:sourcelight:draft:{field}:{article}")
}

/// What stands in the fields before the reader types.
fn values(metadata: &Metadata) -> [Option<String>; 6] {
    [
        metadata.title.clone(),
        metadata.byline.clone(),
        metadata.published.as_deref().map(day),
        metadata.outlet.clone(),
        metadata.url.clone(),
        metadata.language.clone(),
    ]
}

/// The metadata as the reader left it.
///
/// # Errors
/// The field that cannot be taken, and why.
fn corrected(
    before: &Metadata,
    typed: [Option<String>; 6],
) -> Result<Metadata, (&'static str, String)> {
    let [title, byline, published, outlet, url, language] = typed;
    let url = match url {
        // What was there stays as it was, whatever it is.
        Some(url) if before.url.as_ref() == Some(&url) => Some(url),
        Some(url) => match address::of_the_web(&url) {
            Some(url) => Some(url),
            None => return Err(("url", t!("details-no-url"))),
        },
        None => None,
    };
    if language.as_deref().is_some_and(|tag| !is_language(tag)) {
        return Err(("language", t!("details-no-language")));
    }
    Ok(Metadata {
        title,
        byline,
        // A day that stays keeps its hour.
        published: match &before.published {
            Some(full) if Some(day(full)) == published => Some(full.clone()),
            _ => published,
        },
        outlet,
        url,
        language,
        ..before.clone()
    })
}

/// The day of an ISO 8601 date and time.
fn day(iso: &str) -> String {
    iso.get(..10).unwrap_or(iso).to_owned()
}

/// Whether a text has the shape of a BCP 47 tag: `en`, `pt-BR`, `zh-Hant-TW`.
fn is_language(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let first = parts.next().unwrap_or_default();
    let letters = |p: &str| p.bytes().all(|b| b.is_ascii_alphabetic());
    (2..=3).contains(&first.len())
        && letters(first)
        && parts.all(|p| (2..=8).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_alphanumeric()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_that_stays_keeps_its_hour() {
        let before = Metadata {
            published: Some("2024-11-20T10:30:00Z".to_owned()),
            modified: Some("2024-11-21".to_owned()),
            ..Metadata::default()
        };
        let typed = |date: &str| [None, None, Some(date.to_owned()), None, None, None];
        let same = corrected(&before, typed("2024-11-20")).unwrap();
        assert_eq!(same, before);
        let other = corrected(&before, typed("2024-11-19")).unwrap();
        assert_eq!(other.published.as_deref(), Some("2024-11-19"));
        assert_eq!(other.modified, before.modified);
    }

    #[test]
    fn languages_have_a_shape() {
        for tag in ["en", "pt-BR", "zh-Hant-TW", "ckb"] {
            assert!(is_language(tag), "{tag}");
        }
        for tag in ["English", "e", "en_GB", "en-", "12"] {
            assert!(!is_language(tag), "{tag}");
        }
    }
}
