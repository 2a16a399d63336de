//! From what the reader has in hand to an open article with everything that is kept for it.

use std::rc::Rc;

use opener::{Read, Request, Said};
use sourcelight_article::{Article, Metadata, looks_like_html, open_plain_text};
use sourcelight_state::{Action, Notice};
use web_sys::{Blob, File};

use super::{
    Ways, fetch_article,
    shelve::{check, show, show_kept},
    ways::Turn,
};
use crate::{
    browser::{address, files, net, page},
    opening::{Choice, PageBrought, Report, Stage, Step},
};

/// Where an article comes from.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Source {
    /// The sample that is shipped.
    Sample,
    /// Text, or text with the markup it had.
    Pasted {
        /// The text.
        text: String,
        /// Its markup; empty where it had none.
        html: String,
    },
    /// A page that the bookmarklet packed.
    Page(Rc<PageBrought>),
    /// Files the reader picked or dropped.
    Files(Vec<File>),
    /// One of several articles in a file.
    Part(Rc<Choice>, usize),
    /// An address the reader typed, or agreed to.
    Address(String),
    /// An article that is kept, by its id.
    Kept(String),
    /// A new version of the article with this id.
    VersionOf(String, Box<Source>),
}

/// Opens an article; answers whether there is one now. What stood open stays where there is none.
pub(crate) async fn open_article(source: Source, ways: &Ways) -> bool {
    let turn = ways.begin();
    let source = match source {
        Source::VersionOf(id, source) => {
            ways.expect_version_of(id);
            *source
        }
        source => source,
    };
    let kept = matches!(source, Source::Kept(_));
    let opened = match source {
        Source::Kept(id) => show_kept(&id, None, ways).await,
        Source::Sample => match sample().await {
            Some((text, sidecar)) => open_text(&text, sidecar, ways).await,
            None => refuse(Notice::Unreadable, ways),
        },
        Source::Pasted { text, html } => open_pasted(turn, text, &html, ways).await,
        Source::Page(page) => open_page(turn, &page, ways).await,
        Source::Files(list) => super::open_files(turn, list, ways).await,
        Source::Part(choice, part) => open_part(turn, &choice, part, ways).await,
        Source::Address(typed) => fetch_article(turn, &typed, ways).await,
        // One in another is never made.
        Source::VersionOf(..) => false,
    };
    ways.end(turn);
    // Where a kept article cannot be opened another one follows.
    if !opened && !kept {
        page::say_ready();
    }
    opened
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

/// Opens plain text, which needs no worker.
pub(crate) async fn open_text(text: &str, known: Metadata, ways: &Ways) -> bool {
    if let Err(notice) = check(text) {
        return refuse(notice, ways);
    }
    let mut article = open_plain_text(text);
    article.metadata = known.or(article.metadata);
    show(article, ways).await;
    true
}

/// Markup is read for what it says of headline and paragraphs; where it says much less than the text that
/// came with it, the text is taken.
async fn open_pasted(turn: Turn, text: String, html: &str, ways: &Ways) -> bool {
    let source = looks_like_html(&text);
    let html = if source { &text } else { html };
    if html.trim().is_empty() {
        return open_text(&text, Metadata::default(), ways).await;
    }
    ways.busy("", (1, 1), Stage::Reading);
    let request = Request {
        media_type: Some(HTML.to_owned()),
        ..Request::default()
    };
    let read = match files::blob(html, HTML) {
        Some(blob) => ways.read(turn, &request, &blob).await,
        None => Err(Said::new("open-error-broken")),
    };
    match read {
        Ok(None) => false,
        Ok(Some(read)) if source || holds_most(&read.article, &text) => {
            arrive("", read, ways).await
        }
        Err(why) if source || text.trim().is_empty() => {
            ways.fail("", why);
            false
        }
        Ok(Some(_)) | Err(_) => open_text(&text, Metadata::default(), ways).await,
    }
}

const HTML: &str = "text/html;charset=utf-8";

/// Whether an article has most of the words of the text it should hold.
fn holds_most(article: &Article, text: &str) -> bool {
    let letters = |s: &str| s.chars().filter(|c| c.is_alphanumeric()).count();
    letters(&article.text) * 10 >= letters(text) * 7
}

async fn open_page(turn: Turn, page: &PageBrought, ways: &Ways) -> bool {
    let about = address::origin_and_host(&page.url).map(|(_, host)| host);
    let about = about.unwrap_or_default();
    ways.busy(&about, (1, 1), Stage::Reading);
    let request = Request {
        media_type: Some(HTML.to_owned()),
        url: (!about.is_empty()).then(|| page.url.clone()),
        ..Request::default()
    };
    let Some(blob) = files::blob(&page.html, HTML) else {
        ways.fail(&about, Said::new("open-error-broken"));
        return false;
    };
    open_blob(turn, &about, request, blob, ways).await
}

async fn open_part(turn: Turn, choice: &Rc<Choice>, part: usize, ways: &Ways) -> bool {
    let request = Request {
        part: Some(part),
        ..choice.request.clone()
    };
    let about = request.name.clone().unwrap_or_default();
    ways.busy(&about, (1, 1), Stage::Reading);
    match ways.read(turn, &request, &choice.blob).await {
        Ok(None) => false,
        Ok(Some(read)) => arrive(&about, read, ways).await,
        Err(why) => {
            ways.fail(&about, why);
            false
        }
    }
}

/// Has a file read and opens what is in it, and offers the rest where there are several articles.
pub(crate) async fn open_blob(
    turn: Turn,
    about: &str,
    request: Request,
    blob: Blob,
    ways: &Ways,
) -> bool {
    match ways.read(turn, &request, &blob).await {
        Ok(None) => false,
        Ok(Some(read)) => {
            let parts = read.parts.clone();
            let opened = arrive(about, read, ways).await;
            if opened && parts.len() > 1 {
                ways.step(Step::Several(Some(Rc::new(Choice {
                    blob,
                    request,
                    parts,
                }))));
            }
            opened
        }
        Err(why) => {
            ways.fail(about, why);
            false
        }
    }
}

/// Opens what was read and tells what the reader should know of the reading.
pub(crate) async fn arrive(about: &str, read: Read, ways: &Ways) -> bool {
    if let Err(notice) = check(&read.article.text) {
        return refuse(notice, ways);
    }
    show(read.article, ways).await;
    if !read.notes.is_empty() {
        ways.step(Step::Reported(Report::notes(about, read.notes)));
    }
    true
}

fn refuse(notice: Notice, ways: &Ways) -> bool {
    ways.act(Action::NoticeRaised(notice));
    false
}
