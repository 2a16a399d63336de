//! A new version of a kept article: noticed, compared with the one before, and given what was noted on
//! that.

use std::rc::Rc;

use exchanger::{Answer, Request, Shelf, Task};
use opener::Said;
use sourcelight_annotation::{read, version, write};
use sourcelight_state::{Action, Kept, Version, versions};
use sourcelight_text::OffsetMap;

use super::{Shared, Ways, exchange::said_of};
use crate::{
    app::Desk,
    browser::{clock, exchanger::ask},
    opening::{Comparison, Kin, Step},
};

/// Looks for a kept article of which a newly opened one is a version, and asks the reader where there is
/// one. Of several it is the one that was opened last.
pub(super) async fn look_for_kin(new: &Kept, ways: &Ways) {
    let storage = ways.shared.borrow().clone();
    let Some(storage) = storage else { return };
    let Ok(all) = storage.articles().await else {
        return;
    };
    let kin = version::Kin::new(&new.article.text);
    let address = |kept: &Kept| {
        let metadata = &kept.article.metadata;
        metadata.canonical_url.clone().or(metadata.url.clone())
    };
    let own = address(new);
    let mut found: Option<Kept> = None;
    for other in all.into_iter().filter(|other| other.id != new.id) {
        let same_place = own.is_some() && own == address(&other);
        let later = found.as_ref().is_none_or(|f| f.opened < other.opened);
        if later && (same_place || kin.of(&other.article.text).is_some()) {
            found = Some(other);
        }
    }
    if let Some(earlier) = found {
        ways.step(Step::KinFound(Some(Kin {
            article: new.id.clone(),
            earlier: earlier.id.clone(),
            title: earlier.title(),
            opened: earlier.opened,
        })));
    }
}

/// Compares the open article with a kept one and shows what came of it.
pub(super) async fn compare_with(
    earlier: &str,
    new: &Kept,
    shared: &Shared,
) -> Result<Comparison, Said> {
    let missing = || Said::new("version-missing");
    let storage = shared.borrow().clone().ok_or_else(missing)?;
    let found = storage.article(earlier).await.ok().flatten();
    let found = found.ok_or_else(missing)?;
    let (title, opened) = (found.kept.title(), found.kept.opened.clone());
    // Two that follow each other already, in whichever order, are not to be tied again.
    let known = new.article.metadata.earlier.as_deref() == Some(earlier)
        || found.kept.article.metadata.earlier.as_ref() == Some(&new.id);
    let text = &found.kept.article.text;
    let offsets = OffsetMap::new(text);
    let annotations = found.annotations.iter();
    let annotations = annotations
        .map(|a| write(a, text, &offsets).to_string())
        .collect();
    let request = Request {
        task: Task::Compare {
            text: new.article.text.clone(),
        },
        shelves: vec![Shelf {
            article: found.kept.article,
            opened: found.kept.opened,
            deleted: found.deleted,
            annotations,
        }],
        exchanged: Vec::new(),
        writer: String::new(),
        now: clock::now(),
    };
    match ask(&request, None).await.map_err(said_of)?.answer {
        Answer::Compared(compared) => Ok(Comparison {
            article: new.id.clone(),
            earlier: earlier.to_owned(),
            title,
            opened,
            known,
            compared: *compared,
        }),
        Answer::Failed(why) => Err(why),
        Answer::File { .. } | Answer::TakenIn(_) => Err(Said::new("exchange-broken")),
    }
}

/// Compares the open article with a kept one; what came of it is shown as a dialog, or why not.
pub(crate) async fn compare(earlier: &str, desk: &Desk) {
    let Some(new) = desk.state().article.clone() else {
        return;
    };
    match compare_with(earlier, &new, &desk.shared.0).await {
        Ok(comparison) => desk.step(Step::Compared(Some(Rc::new(comparison)))),
        Err(why) => desk.step(Step::Reported(crate::opening::Report::failure("", why))),
    }
}

/// Gives the open article what was carried to it, where it is still the one that was compared.
pub(crate) fn carry(comparison: &Comparison, desk: &Desk) {
    let Some(kept) = &desk.state().article else {
        return;
    };
    let text = &kept.article.text;
    let offsets = OffsetMap::new(text);
    let carried = comparison.compared.annotations.iter();
    let annotations = carried
        .filter_map(|json| serde_json::from_str(json).ok())
        .filter_map(|json| read(&json, text, &offsets).ok())
        .collect();
    desk.act(Action::VersionCarried {
        article: comparison.article.clone(),
        earlier: comparison.earlier.clone(),
        annotations,
    });
}

/// The versions of the article with this id, the oldest first. None where they cannot be read.
pub(crate) async fn versions_of(id: &str, shared: &Shared) -> Option<Vec<Version>> {
    let storage = shared.borrow().clone()?;
    let shelf = storage.shelf().await.ok()?;
    let all: Vec<Version> = shelf
        .into_iter()
        .filter(|kept| kept.deleted.is_none())
        .map(|kept| Version {
            id: kept.id,
            earlier: kept.earlier,
            title: kept.title,
            opened: kept.opened,
            notes: kept.notes,
        })
        .collect();
    Some(versions(id, &all))
}
