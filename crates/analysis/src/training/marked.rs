//! Stories with marks in their text, as readers write them to teach and to measure the contested topics:
//!
//! ```text
//! [[civilian_risk: The shell fell on a bus queue]], and [[legality?: [[treaty=ottawa: the treaty]] bans it]].
//! ```
//!
//! A mark is a topic of taxonomy.json or `treaty=` with a short name of the treaty; `?` behind it says
//! that reasonable readers could leave it out. Marks nest and do not cross.

use sourcelight_text::Span;

use crate::model::Topic;

/// A story without its marks, and what they say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marked {
    /// The text.
    pub text: String,
    /// The marks, by where they begin, the outer one first.
    pub marks: Vec<Mark>,
}

/// One mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// What it says of its span.
    pub label: Label,
    /// UTF-8 bytes of the text.
    pub span: Span,
    /// Whether reasonable readers could leave it out.
    pub optional: bool,
}

/// What a mark says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Label {
    /// The span is contested.
    Topic(Topic),
    /// The span mentions a treaty, by this name.
    Treaty(String),
}

/// Why marks cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MarkError {
    /// A mark without an end.
    #[error("the mark that begins “{0}” has no ]]")]
    Open(String),
    /// An end without a mark.
    #[error("there is a ]] without a [[ before “{0}”")]
    Closed(String),
    /// A word that is neither a topic nor a treaty.
    #[error("“{0}” is no topic; write [[topic: words]] or [[treaty=name: words]]")]
    Unknown(String),
}

/// Reads a story with marks. Linear.
///
/// # Errors
/// When a mark has no end or no beginning, or its label is not known.
pub fn marked(source: &str) -> Result<Marked, MarkError> {
    let mut found = Marked::default();
    let mut open: Vec<usize> = Vec::new();
    let mut rest = source;
    loop {
        let Some(at) = rest.find("[[").into_iter().chain(rest.find("]]")).min() else {
            found.text.push_str(rest);
            break;
        };
        found.text.push_str(&rest[..at]);
        let mark = &rest[at + 2..];
        if rest[at..].starts_with("]]") {
            let closed = open.pop().ok_or_else(|| MarkError::Closed(start(mark)))?;
            let span = &mut found.marks[closed].span;
            *span = Span::new(span.start, found.text.len());
            rest = mark;
            continue;
        }
        let (word, words) = mark
            .split_once(':')
            .ok_or_else(|| MarkError::Unknown(start(mark)))?;
        let label = label(&word.replace('?', "")).ok_or_else(|| MarkError::Unknown(start(word)))?;
        open.push(found.marks.len());
        let here = found.text.len();
        found.marks.push(Mark {
            label,
            span: Span::new(here, here),
            optional: word.contains('?'),
        });
        rest = words.strip_prefix(' ').unwrap_or(words);
    }
    match open.pop() {
        Some(at) => Err(MarkError::Open(start(
            &found.text[found.marks[at].span.start..],
        ))),
        None => Ok(found),
    }
}

fn label(word: &str) -> Option<Label> {
    match word.trim().strip_prefix("treaty=") {
        Some(name) => Some(Label::Treaty(name.trim().to_owned())),
        None => {
            let mut topics = Topic::ALL.iter().filter(|t| **t != Topic::Custom);
            topics
                .find(|t| t.word() == word.trim())
                .map(|t| Label::Topic(*t))
        }
    }
}

/// The first letters of `text`, to be shown in a message.
fn start(text: &str) -> String {
    text.chars().take(40).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_nest_and_leave_the_text() {
        let story = marked(
            "A\n\n[[legality?: Use of [[treaty=ottawa: the é mines]] is unlawful]], he said.",
        );
        let story = story.expect("marks");
        assert_eq!(story.text, "A\n\nUse of the é mines is unlawful, he said.");
        let read: Vec<_> = story
            .marks
            .iter()
            .map(|m| (m.label.clone(), m.span.of(&story.text), m.optional))
            .collect();
        let wanted = [
            (
                Label::Topic(Topic::Legality),
                "Use of the é mines is unlawful",
                true,
            ),
            (Label::Treaty("ottawa".to_owned()), "the é mines", false),
        ];
        assert_eq!(read, wanted);
    }

    #[test]
    fn what_is_wrong_is_said() {
        for (source, wanted) in [
            ("[[legality: no end", "no end"),
            ("no beginning]] here", " here"),
            ("[[weather: rain]]", "weather"),
            ("[[rain]]", "rain]]"),
        ] {
            let error = marked(source).expect_err(source).to_string();
            assert!(error.contains(wanted), "{error}");
        }
    }
}
