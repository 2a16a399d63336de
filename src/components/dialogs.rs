//! The dialog that is open: one at a time. What waits for the reader's word comes first.

use yew::prelude::*;

use super::{
    bookmarklet::BookmarkletDialog, comparison_dialog::ComparisonDialog,
    details_dialog::DetailsDialog, export_dialog::ExportDialog, glance_dialog::GlanceDialog,
    help_dialog::HelpDialog, import_dialog::ImportDialog, library::LibraryDialog,
    offer::OfferDialog, open_dialog::OpenDialog, palette::Palette, parts_dialog::PartsDialog,
    settings_dialog::SettingsDialog, stories_dialog::StoriesDialog,
    versions_dialog::VersionsDialog,
};
use crate::app::{Desk, Dialog};

/// The dialog that is open.
#[component]
pub(crate) fn Dialogs() -> Html {
    let Some(desk) = use_context::<Desk>() else {
        return Html::default();
    };
    if let Some(offer) = &desk.opening.offer {
        return html! { <OfferDialog offer={offer.clone()} /> };
    }
    if let Some(choice) = &desk.opening.choice {
        return html! { <PartsDialog choice={choice.clone()} /> };
    }
    if let Some(taken) = &desk.opening.taken {
        return html! { <ImportDialog taken={taken.clone()} /> };
    }
    if let Some(comparison) = &desk.opening.comparison {
        return html! { <ComparisonDialog comparison={comparison.clone()} /> };
    }
    match *desk.dialog {
        None => Html::default(),
        Some(Dialog::Open) => html! { <OpenDialog key="open" /> },
        Some(Dialog::NewVersion) => html! { <OpenDialog key="new-version" new_version=true /> },
        Some(Dialog::Versions) => html! { <VersionsDialog /> },
        Some(Dialog::Library) => html! { <LibraryDialog /> },
        Some(Dialog::Details) => html! { <DetailsDialog /> },
        Some(Dialog::Bookmarklet) => html! { <BookmarkletDialog /> },
        Some(Dialog::Help) => html! { <HelpDialog /> },
        Some(Dialog::Glance) => html! { <GlanceDialog /> },
        Some(Dialog::Stories) => html! { <StoriesDialog /> },
        Some(Dialog::Palette) => html! { <Palette /> },
        Some(Dialog::Export) => html! { <ExportDialog /> },
        Some(Dialog::Settings) => html! { <SettingsDialog /> },
    }
}
