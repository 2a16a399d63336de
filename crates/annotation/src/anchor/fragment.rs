//! Text fragments: `#:~:text=[prefix-,]start[,end][,-suffix]`
//! (<https://wicg.github.io/scroll-to-text-fragment/>), and plain text positions (RFC 5147).

use sourcelight_text::{CodePointSpan, Span};

use super::fold::Folded;
use super::ground::occurrences;

/// Places of a start that are tried.
const PLACES: usize = 2000;

/// Words to look for, folded as browsers do.
#[derive(Debug, Default, PartialEq, Eq)]
struct Directive {
    prefix: Option<String>,
    start: String,
    end: Option<String>,
    suffix: Option<String>,
}

/// The first passage of `text` that a text directive in `fragment` finds.
pub(super) fn find(fragment: &str, text: &str) -> Option<Span> {
    let directives = fragment.split_once(":~:").map_or(fragment, |parts| parts.1);
    let mut directives = directives
        .trim_start_matches('#')
        .split('&')
        .filter_map(|directive| directive.strip_prefix("text="))
        .filter_map(read)
        .peekable();
    directives.peek()?;
    let folded = Folded::loose(text);
    directives.find_map(|directive| directive.find(&folded))
}

/// The code points of `char=3,9` (RFC 5147), or of `char=3`, a place.
pub(super) fn characters(fragment: &str) -> Option<CodePointSpan> {
    let range = fragment.trim_start_matches('#').strip_prefix("char=")?;
    let range = range.split(';').next().unwrap_or_default();
    let (start, end) = range.split_once(',').unwrap_or((range, range));
    Some(CodePointSpan {
        start: if start.is_empty() {
            0
        } else {
            start.parse().ok()?
        },
        end: if end.is_empty() {
            usize::MAX
        } else {
            end.parse().ok()?
        },
    })
}

fn read(directive: &str) -> Option<Directive> {
    let mut parts: Vec<&str> = directive.split(',').collect();
    let mut read = Directive::default();
    if let Some(prefix) = parts.first().and_then(|part| part.strip_suffix('-')) {
        read.prefix = Some(loose(prefix));
        parts.remove(0);
    }
    if let Some(suffix) = parts.last().and_then(|part| part.strip_prefix('-')) {
        read.suffix = Some(loose(suffix));
        parts.pop();
    }
    match *parts {
        [start] => read.start = loose(start),
        [start, end] => (read.start, read.end) = (loose(start), Some(loose(end))),
        _ => return None,
    }
    (!read.start.is_empty()).then_some(read)
}

fn loose(encoded: &str) -> String {
    Folded::loose(&decoded(encoded)).text.trim().to_owned()
}

/// `text` with its percent escapes undone.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, behind)) = rest.split_first() {
        let escape = (first == b'%')
            .then(|| behind.get(..2))
            .flatten()
            .and_then(|hex| std::str::from_utf8(hex).ok())
            .and_then(|hex| u8::from_str_radix(hex, 16).ok());
        match escape {
            Some(byte) => {
                bytes.push(byte);
                rest = &behind[2..];
            }
            None => {
                bytes.push(first);
                rest = behind;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

impl Directive {
    fn find(&self, folded: &Folded) -> Option<Span> {
        let text = &folded.text;
        let ends: Vec<usize> = match &self.end {
            Some(end) => words(text, end)
                .map(|at| at + end.len())
                .filter(|e| self.precedes_suffix(text, *e))
                .collect(),
            None => Vec::new(),
        };
        words(text, &self.start)
            .filter(|start| self.follows_prefix(text, *start))
            .find_map(|start| {
                let first = start + self.start.len();
                let end = match &self.end {
                    Some(end) => *ends.iter().find(|e| **e >= first + end.len())?,
                    None => self.precedes_suffix(text, first).then_some(first)?,
                };
                Some(folded.origin(start, end))
            })
    }

    fn follows_prefix(&self, text: &str, at: usize) -> bool {
        self.prefix.as_ref().is_none_or(|prefix| {
            let before = text[..at].trim_end();
            before.ends_with(prefix.as_str()) && is_edge(text, before.len() - prefix.len())
        })
    }

    fn precedes_suffix(&self, text: &str, at: usize) -> bool {
        self.suffix.as_ref().is_none_or(|suffix| {
            let behind = text[at..].trim_start();
            behind.starts_with(suffix.as_str())
                && is_edge(text, text.len() - behind.len() + suffix.len())
        })
    }
}

/// Where `pattern` stands as whole words.
fn words<'a>(text: &'a str, pattern: &'a str) -> impl Iterator<Item = usize> + 'a {
    occurrences(text, pattern, PLACES)
        .into_iter()
        .filter(|at| is_edge(text, *at) && is_edge(text, *at + pattern.len()))
}

/// Whether no word goes on across `at`. Scripts without spaces have an edge anywhere.
fn is_edge(text: &str, at: usize) -> bool {
    let (before, behind) = text.split_at(at);
    let inside =
        |c: Option<char>| c.is_some_and(|c| (c.is_alphanumeric() || c == '_') && c < '\u{2e80}');
    !(inside(before.chars().next_back()) && inside(behind.chars().next()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(fragment: &str) -> Option<&'static str> {
        const TEXT: &str =
            "One mine. Ten mines were found,\n and ten more — “all live” — near Élan. Ten mines.";
        find(fragment, TEXT).map(|span| span.of(TEXT))
    }

    #[test]
    fn a_directive_finds_the_first_whole_words_between_its_contexts() {
        assert_eq!(found("#:~:text=ten%20mines"), Some("Ten mines"));
        assert_eq!(found("#top:~:text=mine"), Some("mine"));
        assert_eq!(found("#:~:text=ten,mines"), Some("Ten mines"));
        assert_eq!(
            found("#:~:text=and-,ten,live,-%E2%80%9D"),
            Some("ten more — “all live")
        );
        assert_eq!(found(":~:text=elan.-,ten%20mines"), Some("Ten mines"));
        assert_eq!(found("#:~:text=min"), None);
        assert_eq!(
            found("#:~:text=ten%20mines,-were&text=zzz"),
            Some("Ten mines")
        );
        assert_eq!(found("#:~:text=zzz&text=near"), Some("near"));
        assert_eq!(found("#:~:text="), None);
        assert_eq!(found("#section"), None);
        assert_eq!(found("#:~:text=%zz%e9,-,-,,"), None);
    }

    #[test]
    fn characters_are_counted_between_them() {
        assert_eq!(
            characters("char=3,9"),
            Some(CodePointSpan { start: 3, end: 9 })
        );
        assert_eq!(
            characters("#char=,9;length=3"),
            Some(CodePointSpan { start: 0, end: 9 })
        );
        assert_eq!(characters("char=x"), None);
    }
}
