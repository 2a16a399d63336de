//! Search over the article's text, its voices, the findings' tags and the reader's notes. Letters of
//! either case are the same.

use sourcelight_annotation::{Part, Role};
use sourcelight_text::Span;

use crate::{Finding, State, Status};

/// The most hits that are told of each kind.
const MOST: usize = 60;
/// About how much is told around a hit, in bytes.
const AROUND: usize = 42;

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Where.
    pub place: HitPlace,
    /// What stands before the words, shortened.
    pub before: String,
    /// The words.
    pub words: String,
    /// What stands after them, shortened.
    pub after: String,
}

/// Where something was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HitPlace {
    /// In the article's text: UTF-8 bytes, and the block it stands in.
    Text(Span, usize),
    /// In a voice's name, by the voice's id.
    Voice(String),
    /// In a finding's tag, by the finding's id.
    Tag(String),
    /// In a note, by the note's id.
    Note(String),
}

/// All that `query` finds: voices, tags, notes, then the text. `tag` says what a finding is tagged, in
/// the interface's words. Linear in all texts.
pub fn search(state: &State, query: &str, tag: impl Fn(&Finding) -> String) -> Vec<Hit> {
    let query = query.trim().to_lowercase();
    if query.is_empty() {
        return Vec::new();
    }
    let mut hits = Vec::new();
    let one = |text: &str, place: HitPlace| first(text, &query).map(|span| hit(text, span, place));
    let voices = state.voices.iter();
    hits.extend(
        voices
            .filter_map(|v| one(&v.name, HitPlace::Voice(v.id.clone())))
            .take(MOST),
    );
    let standing = state.findings.iter();
    let standing =
        standing.filter(|f| f.status != Status::Rejected && (state.extended_shown || !f.extended));
    hits.extend(
        standing
            .filter_map(|f| {
                let mut hit = one(&tag(f), HitPlace::Tag(f.id.clone()))?;
                hit.after.push_str(&passage(state, f));
                Some(hit)
            })
            .take(MOST),
    );
    let notes = state.notes();
    let in_note = |a: &std::rc::Rc<sourcelight_annotation::Annotation>| {
        one(&a.note()?.text, HitPlace::Note(a.id.clone()))
    };
    hits.extend(notes.iter().filter_map(in_note).take(MOST));
    if let Some(kept) = &state.article {
        let text = &kept.article.text;
        let folded = Folded::new(text);
        let blocks = &kept.article.blocks;
        let places = folded.all(&query).filter_map(|span| {
            let block = blocks.partition_point(|b| b.span.end <= span.start);
            let inside = blocks.get(block)?.span.overlaps(span);
            inside.then(|| hit(text, span, HitPlace::Text(span, block)))
        });
        hits.extend(places.take(MOST));
    }
    hits
}

/// The words a finding is about, after what it is tagged.
fn passage(state: &State, finding: &Finding) -> String {
    let text = state.article.as_ref().map_or("", |kept| &kept.article.text);
    let about = |part: &&Part| !matches!(part.role, Role::Source | Role::Cue);
    let part = finding.parts.iter().find(about);
    let words = part.map_or("", |part| part.span.of(text));
    let end = floor(words, (2 * AROUND).min(words.len()));
    let more = if end < words.len() { "…" } else { "" };
    format!(" · {}{more}", words[..end].replace('\n', " "))
}

fn first(text: &str, query: &str) -> Option<Span> {
    Folded::new(text).all(query).next()
}

/// A text in lower case, and where each of its letters came from.
struct Folded {
    text: String,
    /// For every byte of `text`, where its letter starts in the original; one more for the end.
    from: Vec<usize>,
}

impl Folded {
    fn new(original: &str) -> Self {
        let mut text = String::with_capacity(original.len());
        let mut from = Vec::with_capacity(original.len() + 1);
        for (start, letter) in original.char_indices() {
            for lower in letter.to_lowercase() {
                text.push(lower);
                from.resize(text.len(), start);
            }
        }
        from.push(original.len());
        Self { text, from }
    }

    /// Every place of `query`, in the original's bytes.
    fn all<'f>(&'f self, query: &'f str) -> impl Iterator<Item = Span> + 'f {
        self.text.match_indices(query).map(|(start, words)| {
            let (first, end) = (self.from[start], start + words.len());
            // A letter that grew in lower case ends where the next one starts.
            let last = self.from[end - 1];
            let next = self.from[end..].iter().find(|from| **from > last);
            Span::new(first, next.copied().unwrap_or(last))
        })
    }
}

fn hit(text: &str, span: Span, place: HitPlace) -> Hit {
    let start = floor(text, span.start.saturating_sub(AROUND));
    let end = floor(text, (span.end + AROUND).min(text.len()));
    let line = |words: &str| words.replace('\n', " ");
    let more = |there: bool| if there { "…" } else { "" };
    Hit {
        place,
        before: format!("{}{}", more(start > 0), line(&text[start..span.start])),
        words: line(span.of(text)),
        after: format!(
            "{}{}",
            line(&text[span.end..end.max(span.end)]),
            more(end < text.len())
        ),
    }
}

/// The nearest start of a letter at or before `at`.
fn floor(text: &str, at: usize) -> usize {
    (0..=at)
        .rev()
        .find(|i| text.is_char_boundary(*i))
        .unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use sourcelight_article::{Article, Block, BlockKind};

    use super::*;
    use crate::Kept;

    fn places(text: &str, query: &str) -> Vec<String> {
        let folded = Folded::new(text);
        let query = query.to_lowercase();
        folded.all(&query).map(|s| s.of(text).to_owned()).collect()
    }

    #[test]
    fn case_does_not_matter_and_the_words_come_as_they_stand() {
        for (text, query, found) in [
            (
                "The Treaty and the TREATY",
                "treaty",
                &["Treaty", "TREATY"][..],
            ),
            ("Київ і київ", "КИЇВ", &["Київ", "київ"]),
            ("İstanbul", "i̇stanbul", &["İstanbul"]),
            ("🕊 dove", "DOVE", &["dove"]),
            ("nothing", "treaty", &[]),
        ] {
            assert_eq!(places(text, query), found, "{query} in {text}");
        }
    }

    fn opened(text: &str) -> State {
        let article = Article {
            text: text.into(),
            blocks: vec![Block {
                kind: BlockKind::Paragraph,
                span: Span::new(0, text.len()),
            }],
            ..Article::default()
        };
        State {
            article: Some(Rc::new(Kept {
                id: "a".into(),
                article,
                opened: String::new(),
            })),
            ..State::default()
        }
    }

    #[test]
    fn a_hit_is_told_with_what_stands_around_it() {
        let text = "é".repeat(40) + " the Treaty\nof " + &"ü".repeat(40);
        let hits = search(&opened(&text), " treaty ", |_| String::new());
        assert_eq!(hits.len(), 1);
        assert_eq!(hits[0].words, "Treaty");
        assert!(hits[0].before.starts_with('…') && hits[0].before.ends_with("the "));
        assert!(hits[0].after.starts_with(" of ") && hits[0].after.ends_with('…'));
        assert!(matches!(hits[0].place, HitPlace::Text(_, 0)));
    }

    #[test]
    fn nothing_is_found_for_nothing_and_no_more_than_can_be_told() {
        assert!(search(&opened("text"), "  ", |_| String::new()).is_empty());
        let many = search(&opened(&"a ".repeat(500)), "a", |_| String::new());
        assert_eq!(many.len(), MOST);
    }
}
