//! What is fetched: files of our own, and the one page that the reader asks for by its address.

use gloo::{net::http::Request, utils::window};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, Blob, ReferrerPolicy, RequestCredentials, RequestInit, Response};

use super::bounded::{StreamError, whole};

/// Why one of our own files could not be had.
#[derive(Debug, thiserror::Error)]
pub(crate) enum FetchError {
    /// No answer.
    #[error("“{0}” could not be fetched")]
    NoAnswer(String),
    /// The host says no.
    #[error("the host answered {1} for “{0}”")]
    Refused(String, u16),
}

/// The text of a file shipped with the app; `path` is relative to the page.
pub(crate) async fn fetch_own(path: &str) -> Result<String, FetchError> {
    let no_answer = |_| FetchError::NoAnswer(path.to_owned());
    let answer = Request::get(path).send().await.map_err(no_answer)?;
    if !answer.ok() {
        return Err(FetchError::Refused(path.to_owned(), answer.status()));
    }
    answer.text().await.map_err(no_answer)
}

/// A page of another site.
#[derive(Debug)]
pub(crate) struct Fetched {
    /// What it sent.
    pub(crate) blob: Blob,
    /// What it says that is.
    pub(crate) media_type: Option<String>,
    /// Where it was found in the end.
    pub(crate) url: String,
}

/// Why a page of another site could not be had.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum PageError {
    /// The site lets no other site's script read its pages, or it cannot be reached: browsers tell no
    /// script which of the two.
    #[error("the site did not let us read it, or was not reached")]
    Closed,
    /// The site answered with this status.
    #[error("the site answered {0}")]
    Status(u16),
    /// It sends more than the bound.
    #[error("it is too large")]
    TooLarge,
}

/// Fetches a page of another site without cookies and without telling it where the reader comes from;
/// at most `bound` bytes. `abort` ends it.
///
/// # Errors
/// See [`PageError`].
pub(crate) async fn fetch_page(
    url: &str,
    bound: usize,
    abort: &AbortController,
) -> Result<Fetched, PageError> {
    let options = RequestInit::new();
    options.set_credentials(RequestCredentials::Omit);
    options.set_referrer_policy(ReferrerPolicy::NoReferrer);
    options.set_signal(Some(&abort.signal()));
    let answer = JsFuture::from(window().fetch_with_str_and_init(url, &options))
        .await
        .map_err(|_| PageError::Closed)?;
    let answer: Response = answer.dyn_into().map_err(|_| PageError::Closed)?;
    if !answer.ok() {
        return Err(PageError::Status(answer.status()));
    }
    let stream = answer.body().ok_or(PageError::Closed)?;
    let blob = whole(&stream, bound).await.map_err(|why| match why {
        StreamError::TooMuch => PageError::TooLarge,
        StreamError::Broken => PageError::Closed,
    })?;
    Ok(Fetched {
        blob,
        media_type: answer.headers().get("content-type").ok().flatten(),
        url: answer.url(),
    })
}

/// What ends a fetch; none where the browser has nothing of the kind.
pub(crate) fn abort_controller() -> Option<AbortController> {
    AbortController::new().ok()
}
