//! From an article that was read to one that is open, or kept beside the open one.

use std::rc::Rc;

use opener::Said;
use sourcelight_annotation::article_id;
use sourcelight_article::{Article, Metadata};
use sourcelight_state::{Action, Kept, Notice};

use super::{
    Ways,
    version::{compare_with, look_for_kin},
};
use crate::{
    browser::{clock, storage::Changes},
    opening::Step,
};

/// The most that is opened, about 170,000 words: far longer than any article, and what a browser can
/// still draw at once.
pub(crate) const MAX_MEGABYTES: usize = 1;

/// Why an article that was read is not opened.
///
/// # Errors
/// Where nothing is in it, or too much.
pub(crate) fn check(text: &str) -> Result<(), Notice> {
    if text.trim().is_empty() {
        Err(Notice::NothingToOpen)
    } else if text.len() > MAX_MEGABYTES * 1_000_000 {
        Err(Notice::TooLarge(MAX_MEGABYTES))
    } else {
        Ok(())
    }
}

/// Opens an article. The same text opened before brings back what was noted and corrected on it; what is
/// newly known of it fills gaps only.
pub(crate) async fn show(article: Article, ways: &Ways) {
    let id = article_id(&article.text);
    let version_of = ways.take_version_of();
    if show_kept(&id, Some(&article.metadata), ways).await {
        if let Some(earlier) = version_of {
            let opened = opened_at(&id, article, ways).await;
            as_version(&earlier, &opened, ways).await;
        }
        return;
    }
    let kept = Rc::new(Kept {
        id: id.clone(),
        article,
        opened: clock::now(),
    });
    ways.act(Action::ArticleOpened {
        article: kept.clone(),
        annotations: Vec::new(),
        drafts: Vec::new(),
        stored: false,
    });
    remember(&id, ways).await;
    match version_of {
        Some(earlier) => as_version(&earlier, &kept, ways).await,
        None => look_for_kin(&kept, ways).await,
    }
}

/// An article that was kept before and is open now, with what is known of it.
async fn opened_at(id: &str, article: Article, ways: &Ways) -> Kept {
    let storage = ways.shared.borrow().clone();
    if let Some(storage) = storage
        && let Ok(Some(found)) = storage.article(id).await
    {
        return found.kept;
    }
    Kept {
        id: id.to_owned(),
        article,
        opened: clock::now(),
    }
}

/// Compares the article that was opened with the one it is a new version of.
async fn as_version(earlier: &str, kept: &Kept, ways: &Ways) {
    if kept.id == earlier {
        ways.fail(&kept.title(), Said::new("version-same"));
        return;
    }
    match compare_with(earlier, kept, &ways.shared).await {
        Ok(comparison) => ways.step(Step::Compared(Some(Rc::new(comparison)))),
        Err(why) => ways.fail(&kept.title(), why),
    }
}

/// Puts an article into the library without opening it; answers whether it is there now.
pub(crate) async fn shelve(article: Article, ways: &Ways) -> bool {
    let Some(storage) = ways.shared.borrow().clone() else {
        return false;
    };
    let id = article_id(&article.text);
    if let Ok(Some(found)) = storage.article(&id).await {
        return found.deleted.is_none() || storage.set_deleted(&id, None).await.is_ok();
    }
    let kept = Kept {
        id,
        article,
        opened: clock::now(),
    };
    let changes = Changes {
        article: Some(&kept),
        ..Changes::default()
    };
    storage.put(&changes).await.is_ok()
}

/// Opens an article that is kept, out of the bin too; answers whether there is one.
pub(crate) async fn show_kept(id: &str, known: Option<&Metadata>, ways: &Ways) -> bool {
    let Some(storage) = ways.shared.borrow().clone() else {
        return false;
    };
    let Ok(Some(found)) = storage.article(id).await else {
        return false;
    };
    let mut kept = found.kept;
    let mut stored = found.deleted.is_none();
    if let Some(known) = known {
        let filled = kept.article.metadata.clone().or(known.clone());
        stored &= filled == kept.article.metadata;
        kept.article.metadata = filled;
    }
    ways.act(Action::ArticleOpened {
        article: Rc::new(kept),
        annotations: found.annotations,
        drafts: found.drafts,
        stored,
    });
    if found.unreadable > 0 {
        ways.act(Action::NoticeRaised(Notice::RecordsUnreadable(
            found.unreadable,
        )));
    }
    remember(id, ways).await;
    true
}

/// Which article is open is a convenience; where it cannot be stored the sample opens next time.
async fn remember(id: &str, ways: &Ways) {
    let storage = ways.shared.borrow().clone();
    if let Some(storage) = storage {
        let _ = storage.set_last_opened(id).await;
    }
}
