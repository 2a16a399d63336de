//! What the reader has to be told, until they have read it.

use sourcelight_state::{Action, Notice};
use yew::prelude::*;

use crate::{app::Desk, lang::t};

/// All standing notices.
#[component]
pub(crate) fn Notices() -> Html {
    let Some(desk) = use_context::<Desk>() else {
        return Html::default();
    };
    let notices = desk.state().notices.iter().map(|&notice| {
        let desk = desk.clone();
        let dismiss = Callback::from(move |_| desk.act(Action::NoticeDismissed(notice)));
        html! {
            <div class="notice" key={format!("{notice:?}")}>
                <p>{ words(notice) }</p>
                if notice_leads_to_rescue(notice) {
                    <a href="rescue.html">{ t!("rescue") }</a>
                }
                <button onclick={dismiss}>{ t!("dismiss") }</button>
            </div>
        }
    });
    html! { <div class="notices" role="alert">{ for notices }</div> }
}

fn words(notice: Notice) -> String {
    match notice {
        Notice::RecordsUnreadable(count) => t!("notice-records-unreadable", count = count),
        Notice::StorageBlocked => t!("notice-storage-blocked"),
        Notice::EngineFailed => t!("notice-engine-failed"),
        Notice::NothingToOpen => t!("notice-nothing-to-open"),
        Notice::TooLarge(megabytes) => t!("notice-too-large", megabytes = megabytes),
        Notice::Unreadable => t!("notice-unreadable"),
        Notice::KeptArticleUnreadable => t!("notice-kept-article-unreadable"),
    }
}

fn notice_leads_to_rescue(notice: Notice) -> bool {
    matches!(
        notice,
        Notice::RecordsUnreadable(_) | Notice::KeptArticleUnreadable
    )
}
