//! From what the reader has in hand to an open article with everything that is kept for it.

use std::rc::Rc;

use sourcelight_annotation::article_id;
use sourcelight_article::{Metadata, open_plain_text};
use sourcelight_state::{Action, Kept, Notice};

use super::Shared;
use crate::{
    app::Dispatch,
    browser::{clock, files, net, page},
};

/// The most that is opened, about 170,000 words: far longer than any article, and what a browser can
/// still draw at once.
const MAX_MEGABYTES: usize = 1;

/// Where an article comes from.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Source {
    /// The sample that is shipped.
    Sample,
    /// Text the reader pasted.
    Text(String),
    /// A file the reader picked.
    File(web_sys::File),
    /// An article that is kept, by its id.
    Kept(String),
}

/// Opens an article; answers whether there is one now. What stood open stays where there is none.
pub(crate) async fn open_article(source: Source, dispatch: &Dispatch, shared: &Shared) -> bool {
    let opened = match source {
        Source::Sample => sample().await.ok_or(Notice::Unreadable),
        Source::Text(text) => Ok((text, Metadata::default())),
        Source::File(file) => read(&file).await,
        Source::Kept(id) => return open_kept(&id, dispatch, shared).await,
    };
    match opened.and_then(checked) {
        Ok((text, sidecar)) => {
            open_new(text, sidecar, dispatch, shared).await;
            true
        }
        Err(notice) => {
            dispatch.dispatch(Action::NoticeRaised(notice));
            page::say_ready();
            false
        }
    }
}

async fn read(file: &web_sys::File) -> Result<(String, Metadata), Notice> {
    if file.size() > (MAX_MEGABYTES * 1_000_000) as f64 {
        return Err(Notice::TooLarge(MAX_MEGABYTES));
    }
    let text = files::text(file).await.ok_or(Notice::Unreadable)?;
    Ok((text, Metadata::default()))
}

/// The sample's text with the sidecar that says what its text does not.
async fn sample() -> Option<(String, Metadata)> {
    let text = net::fetch_own(&page::meta("sourcelight:sample")?)
        .await
        .ok()?;
    let sidecar = net::fetch_own(&page::meta("sourcelight:sample-sidecar")?)
        .await
        .ok();
    // A sidecar that cannot be read leaves the article without what it would have said.
    let sidecar = sidecar
        .and_then(|json| serde_json::from_str(&json).ok())
        .unwrap_or_default();
    Some((text, sidecar))
}

fn checked((text, sidecar): (String, Metadata)) -> Result<(String, Metadata), Notice> {
    if text.trim().is_empty() {
        Err(Notice::NothingToOpen)
    } else if text.len() > MAX_MEGABYTES * 1_000_000 {
        Err(Notice::TooLarge(MAX_MEGABYTES))
    } else {
        Ok((text, sidecar))
    }
}

async fn open_new(text: String, sidecar: Metadata, dispatch: &Dispatch, shared: &Shared) {
    let id = article_id(&text);
    // The same text opened before brings its notes back.
    if open_kept(&id, dispatch, shared).await {
        return;
    }
    let mut article = open_plain_text(&text);
    article.metadata = sidecar.or(article.metadata);
    let kept = Rc::new(Kept {
        id: id.clone(),
        article,
        opened: clock::now(),
    });
    dispatch.dispatch(Action::ArticleOpened {
        article: kept,
        annotations: Vec::new(),
        stored: false,
    });
    remember(&id, shared).await;
}

async fn open_kept(id: &str, dispatch: &Dispatch, shared: &Shared) -> bool {
    let Some(storage) = shared.borrow().clone() else {
        return false;
    };
    let Ok(Some(found)) = storage.article(id).await else {
        return false;
    };
    dispatch.dispatch(Action::ArticleOpened {
        article: Rc::new(found.kept),
        annotations: found.annotations,
        stored: true,
    });
    if found.unreadable > 0 {
        dispatch.dispatch(Action::NoticeRaised(Notice::RecordsUnreadable(
            found.unreadable,
        )));
    }
    remember(id, shared).await;
    true
}

/// Which article is open is a convenience; where it cannot be stored the sample opens next time.
async fn remember(id: &str, shared: &Shared) {
    let storage = shared.borrow().clone();
    if let Some(storage) = storage {
        let _ = storage.set_last_opened(id).await;
    }
}
