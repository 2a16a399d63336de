//! What the reader has to be told, until they have read it.

use sourcelight_state::{Action, Notice};
use yew::prelude::*;

use super::backup::BackupButton;
use crate::{
    app::{Desk, Dialog},
    lang::t,
};

/// All standing notices.
#[component]
pub(crate) fn Notices() -> Html {
    let Some(desk) = use_context::<Desk>() else {
        return Html::default();
    };
    let notices = desk.state().notices.iter().map(|&notice| {
        let desk = desk.clone();
        let dialog = desk.dialog.setter();
        let export = Callback::from(move |_: MouseEvent| dialog.set(Some(Dialog::Export)));
        let dismiss = Callback::from(move |_| desk.act(Action::NoticeDismissed(notice)));
        html! {
            <div class="notice" key={format!("{notice:?}")}>
                <p>{ words(notice) }</p>
                if notice_leads_to_rescue(notice) {
                    <a href="rescue.html">{ t!("rescue") }</a>
                }
                if notice == Notice::StorageFull {
                    <button onclick={export}>{ t!("export-now") }</button>
                }
                if matches!(notice, Notice::BackupDue(_)) {
                    <BackupButton />
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
        Notice::BackupDue(days) => t!("notice-backup-due", days = days),
        Notice::StorageFull => t!("notice-storage-full"),
        Notice::KeptArticleUnreadable => t!("notice-kept-article-unreadable"),
    }
}

fn notice_leads_to_rescue(notice: Notice) -> bool {
    matches!(
        notice,
        Notice::RecordsUnreadable(_) | Notice::KeptArticleUnreadable
    )
}
