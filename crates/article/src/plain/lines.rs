//! Plain text cut into units: a paragraph a line, or several lines where the text is hard-wrapped.

use sourcelight_text::Span;

/// No hard-wrapped text is wider than this many characters.
const WIDEST: usize = 120;

/// A run of text that becomes one block: one line, or the wrapped lines of one paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Unit {
    /// UTF-8 bytes, trimmed, never empty.
    pub(crate) span: Span,
    /// Whether a blank line stands before it.
    pub(crate) after_blank: bool,
}

/// One line that is not blank.
struct Line {
    span: Span,
    width: usize,
    after_blank: bool,
    indented: bool,
}

/// The units of `text`, in order. Linear.
pub(crate) fn units(text: &str) -> Vec<Unit> {
    let lines = lines(text);
    let width = wrap_width(text, &lines);
    let mut found: Vec<Unit> = Vec::new();
    let mut before: Option<&Line> = None;
    for line in &lines {
        let joins = before.is_some_and(|b| width.is_some_and(|w| goes_on(text, b, line, w)));
        match found.last_mut() {
            Some(unit) if joins => unit.span = unit.span.cover(line.span),
            _ => found.push(Unit {
                span: line.span,
                after_blank: line.after_blank,
            }),
        }
        before = Some(line);
    }
    found
}

/// Whether `c` is neither white space nor a mark that draws nothing, such as a byte order mark.
fn is_ink(c: char) -> bool {
    !(c.is_whitespace()
        || c.is_control()
        || matches!(
            c,
            '\u{feff}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2060}'
        ))
}

fn lines(text: &str) -> Vec<Line> {
    let mut found = Vec::new();
    let mut after_blank = false;
    let mut start = 0;
    for piece in text.split_inclusive(['\n', '\r', '\u{2028}', '\u{2029}']) {
        let end = start + piece.len();
        let first = piece.find(is_ink);
        let last = piece.char_indices().rev().find(|&(_, c)| is_ink(c));
        if let (Some(first), Some((last, c))) = (first, last) {
            let span = Span::new(start + first, start + last + c.len_utf8());
            let width = span.of(text).chars().take(WIDEST + 1).count();
            let indented = piece[..first].contains('\t') || first >= 2;
            found.push(Line {
                span,
                width,
                after_blank,
                indented,
            });
            after_blank = false;
        } else if piece != "\n" || !text[..start].ends_with('\r') {
            after_blank = true;
        }
        start = end;
    }
    found
}

/// The column at which `text` was wrapped by hand, if it was: nearly every line that has another
/// right under it is so full that the next word would not have fitted.
fn wrap_width(text: &str, lines: &[Line]) -> Option<usize> {
    let fitting = lines.iter().filter(|l| l.width <= WIDEST).count();
    if lines.len() < 3 || fitting * 20 < lines.len() * 19 {
        return None;
    }
    let width = lines
        .iter()
        .map(|l| l.width)
        .filter(|&w| w <= WIDEST)
        .max()?;
    if width < 40 {
        return None;
    }
    let pairs = || lines.windows(2).filter(|p| !p[1].after_blank);
    let full = pairs()
        .filter(|p| goes_on(text, &p[0], &p[1], width))
        .count();
    (full >= 2 && full * 10 >= pairs().count() * 7).then_some(width)
}

/// Whether `next` is the same paragraph as `line` in a text wrapped at `width`.
fn goes_on(text: &str, line: &Line, next: &Line, width: usize) -> bool {
    if next.after_blank || (next.indented && !line.indented) || is_marked(next.span.of(text)) {
        return false;
    }
    let word = next
        .span
        .of(text)
        .split_whitespace()
        .next()
        .unwrap_or_default();
    // A ragged text breaks a little early; three columns are forgiven.
    line.width + 1 + word.chars().take(WIDEST).count() + 3 > width
}

/// Whether `line` opens with the mark of a list item.
fn is_marked(line: &str) -> bool {
    marker_len(line) > 0
}

/// Length in bytes of the list mark ("- ", "• ", "1. ") that opens `line`, with the white space
/// behind it; 0 where there is none.
pub(crate) fn marker_len(line: &str) -> usize {
    let mark = match line.chars().next() {
        Some(c @ ('-' | '*' | '•' | '◦' | '▪' | '‣' | '·' | '–' | '—')) => {
            c.len_utf8()
        }
        Some('0'..='9') => {
            let digits = line.bytes().take_while(u8::is_ascii_digit).count();
            match line.as_bytes().get(digits) {
                Some(b'.' | b')') if digits <= 2 => digits + 1,
                _ => return 0,
            }
        }
        _ => return 0,
    };
    let behind = &line[mark..];
    let gap = behind.len() - behind.trim_start().len();
    if gap == 0 || gap == behind.len() {
        0
    } else {
        mark + gap
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<&str> {
        units(text).iter().map(|u| u.span.of(text)).collect()
    }

    #[test]
    fn a_paragraph_a_line_stays_so() {
        assert_eq!(
            cut("One.\r\nTwo.\r\n\r\nThree."),
            ["One.", "Two.", "Three."]
        );
        assert!(!units("One.\r\nTwo.")[1].after_blank);
        assert!(units("One.\r\n\r\nTwo.")[1].after_blank);
    }

    #[test]
    fn hard_wrapped_lines_become_one_paragraph() {
        let text = "Ministers meet\n\n\
            The ministers of the seven countries met on Tuesday in the capital to\n\
            talk about the price of wheat, which has risen by a third since May,\n\
            officials said.\n\n\
            They will meet again in the autumn, when the harvest is in and the true\n\
            size of it is known.\n";
        let units = cut(text);
        assert_eq!(units.len(), 3);
        assert!(units[1].starts_with("The ministers") && units[1].ends_with("officials said."));
    }

    #[test]
    fn invisible_marks_at_the_edges_are_no_text() {
        assert_eq!(
            cut("\u{feff}Title\n\u{200b}\n  \nBody\u{200f}\n"),
            ["Title", "Body"]
        );
        assert_eq!(cut(" \n\t\r\n"), Vec::<&str>::new());
    }

    #[test]
    fn list_marks_need_white_space_and_text_behind_them() {
        assert_eq!(marker_len("- item"), 2);
        assert_eq!(marker_len("12) item"), 4);
        assert_eq!(marker_len("-5 degrees"), 0);
        assert_eq!(marker_len("2015. A year"), 0);
        assert_eq!(marker_len("-"), 0);
    }
}
