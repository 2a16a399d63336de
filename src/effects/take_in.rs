//! Taking in files of notes: the worker merges, one transaction stores.

use std::rc::Rc;

use exchanger::{Answer, Conflict, TakenIn, Task};
use opener::Said;
use sourcelight_state::Action;
use web_sys::Blob;

use super::{Ways, exchange, shelve::show_kept};
use crate::{
    browser::{exchanger::ask, tabs},
    opening::Step,
};

/// Takes in a file and shows what came of it. A file that cannot be read changes nothing.
pub(super) async fn take_in(name: &str, file: &Blob, open: Option<String>, ways: &Ways) -> bool {
    match taken(name, file, open, ways).await {
        Ok(taken) => {
            if let Some(about) = &taken.about {
                show_kept(about, None, ways).await;
            }
            ways.step(Step::TookIn(Some(Rc::new(taken))));
            true
        }
        Err(why) => {
            ways.fail(name, why);
            false
        }
    }
}

async fn taken(
    name: &str,
    file: &Blob,
    open: Option<String>,
    ways: &Ways,
) -> Result<TakenIn, Said> {
    let no_storage = || Said::new("import-error-no-storage");
    let storage = ways.shared.borrow().clone().ok_or_else(no_storage)?;
    let everything = storage.everything().await.map_err(|_| no_storage())?;
    let task = Task::TakeIn {
        name: name.to_owned(),
        open,
    };
    let request = exchange::request(task, everything, &storage).await;
    let answered = ask(&request, Some(file)).await.map_err(exchange::said_of)?;
    let taken = match answered.answer {
        Answer::TakenIn(taken) => *taken,
        Answer::Failed(why) => return Err(why),
        Answer::File { .. } | Answer::Compared(_) => return Err(Said::new("exchange-broken")),
    };
    storage.take_in(&taken).await.map_err(|why| {
        Said::new(if why.is_full() {
            "import-error-full"
        } else {
            "import-error-not-stored"
        })
    })?;
    if !taken.exchanged.is_empty() {
        super::note_change(&storage).await;
        for shelf in &taken.shelves {
            tabs::tell(&sourcelight_annotation::article_id(&shelf.article.text));
        }
    }
    Ok(taken)
}

/// Puts the other version of an annotation in the place of ours; answers whether it is stored.
pub(crate) async fn take_other(conflict: &Conflict, now: &str, desk: &crate::app::Desk) -> bool {
    let storage = desk.shared.0.borrow().clone();
    let (Some(storage), Some(other)) = (storage, &conflict.other) else {
        return false;
    };
    if !storage
        .put_written(&conflict.article, other, now)
        .await
        .unwrap_or(false)
    {
        return false;
    }
    if let Ok(Some(found)) = storage.article(&conflict.article).await {
        let annotations = found.annotations;
        let article = conflict.article.clone();
        desk.act(Action::ArrivedFromElsewhere {
            article,
            annotations,
        });
    }
    tabs::tell(&conflict.article);
    true
}
