//! Files of our own, fetched from where the app was served.

use gloo::net::http::Request;

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
