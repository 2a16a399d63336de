//! What can go wrong, and what to do next.

/// Why a command could not be carried out.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Error {
    /// The file could not be read.
    #[error("cannot read {0}: {1}. Give the path of a text file, or - for standard input.")]
    Read(String, std::io::Error),
    /// The file is not UTF-8.
    #[error(
        "{0} is not UTF-8 (first bad byte at {1}). Save it as UTF-8, or convert it: iconv -f WINDOWS-1252 -t UTF-8 {0}"
    )]
    NotUtf8(String, usize),
    /// The article could not be opened.
    #[error(transparent)]
    Open(#[from] sourcelight_article::OpenError),
    /// A line of a stream is no record.
    #[error("not a record: {0}. A line is one JSON object with \"id\" and \"text\" (or \"html\").")]
    Record(String),
    /// The annotations are not JSON.
    #[error("{0} is not JSON: {1}. Give a Web Annotation, or a page of them, as JSON.")]
    NoJson(String, serde_json::Error),
    /// A line of selectors is no record.
    #[error("not a record: {0}. A line is one JSON object with \"id\" and \"selector\".")]
    Selectors(String),
    /// A page could not be read.
    #[error(transparent)]
    Page(#[from] sourcelight_annotation::tree::PageError),
    /// A line of a stream is no page.
    #[error(
        "not a page: {0}. A line is one JSON object with \"id\", \"html\" and, where known, \"url\"."
    )]
    NotAPage(String),
    /// A file of our own holds articles with notes, and is opened in the app.
    #[error("this is a Sourcelight file; open it in the app, or give the article it was made from")]
    OwnFile,
    /// Output could not be written.
    #[error("cannot write: {0}")]
    Write(#[from] std::io::Error),
    /// A record could not be made JSON.
    #[error("cannot write JSON: {0}")]
    Json(#[from] serde_json::Error),
    /// A gold file that does not follow the schema.
    #[error(
        "{0}, line {1}: {2}. A line is one JSON object with \"id\", \"text\" and \"attributions\"."
    )]
    Gold(String, usize, String),
    /// A folder could not be listed.
    #[error("cannot list {0}: {1}. Give a folder of annotated articles.")]
    Folder(String, std::io::Error),
    /// A folder without articles.
    #[error(
        "{0} has no annotated articles. Give a folder of .json files, or of .txt files with marks, one article each."
    )]
    NoArticles(String),
    /// A text whose marks cannot be read.
    #[error("{0} cannot be read as a text with marks: {1}. See training/topics for the format.")]
    Marked(String, sourcelight_analysis::training::MarkError),
    /// An article that does not follow the format.
    #[error("{0} is not an annotated article: {1}. See tests/fixtures/wikinews for the format.")]
    Annotated(String, serde_json::Error),
}
