//! Lines into paragraphs: what was broken for the page is joined.

use std::collections::{BTreeMap, BTreeSet};

use super::lines::{Line, Page, middle};
use crate::{
    BlockKind,
    formats::manuscript::Manuscript,
    plain::{is_heading, is_top_matter, marker_length},
};

/// A size is another size from this ratio on.
const OTHER_SIZE: f64 = 1.07;
/// A headline is set larger than the text at least by this ratio.
const HEADLINE_SIZE: f64 = 1.25;

/// The text of `pages` in pieces.
pub(super) fn paragraphs(pages: &[Page]) -> Manuscript {
    let lines: Vec<(usize, &Line)> = pages
        .iter()
        .enumerate()
        .flat_map(|(number, page)| page.lines.iter().map(move |line| (number, line)))
        .collect();
    let body = body_size(&lines);
    let columns = columns(&lines);
    let words = words(&lines);
    let mut manuscript = Manuscript::default();
    let mut paragraph: Vec<&Line> = Vec::new();
    let mut page = 0;
    for (at, &(number, line)) in lines.iter().enumerate() {
        let starts = paragraph.last().is_none_or(|last| {
            let same_place = page == number && last.column == line.column;
            let next = lines.get(at + 1).map(|l| l.1);
            if same_place {
                begins(&paragraph, line, next, columns.of(number, line))
            } else {
                !goes_on(last, line)
            }
        });
        if starts {
            add(&paragraph, body, &words, &mut manuscript);
            paragraph.clear();
        }
        paragraph.push(line);
        page = number;
    }
    add(&paragraph, body, &words, &mut manuscript);
    settle_headline(&mut manuscript, &lines, body);
    manuscript
}

/// The size that most letters have.
fn body_size(lines: &[(usize, &Line)]) -> f64 {
    let letters = |l: &Line| l.text.len().min(200);
    middle(
        lines
            .iter()
            .flat_map(|(_, l)| std::iter::repeat_n(l.size, letters(l) / 8 + 1)),
    )
}

/// How a column is set.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Column {
    /// Its right edge.
    right: f64,
    /// How far apart its lines of one size stand where they stand closest; 0 where there is but one.
    pitch: f64,
}

/// How the columns of all pages are set.
#[derive(Debug, Default)]
struct Columns {
    /// The right edges by page and column.
    rights: BTreeMap<(usize, usize), f64>,
    /// The pitches by page, column and size.
    pitches: BTreeMap<(usize, usize, u32), f64>,
}

impl Columns {
    fn of(&self, page: usize, line: &Line) -> Column {
        let right = self.rights.get(&(page, line.column));
        let pitch = self.pitches.get(&(page, line.column, half_points(line)));
        Column {
            right: right.copied().unwrap_or(line.right),
            pitch: pitch.copied().unwrap_or_default(),
        }
    }
}

fn half_points(line: &Line) -> u32 {
    (line.size * 2.0).round() as u32
}

fn columns(lines: &[(usize, &Line)]) -> Columns {
    let mut columns = Columns::default();
    let mut before: Option<&(usize, &Line)> = None;
    for item @ (page, line) in lines {
        let right = columns.rights.entry((*page, line.column)).or_default();
        *right = right.max(line.right);
        let size = half_points(line);
        if let Some((same_page, above)) = before
            && same_page == page
            && above.column == line.column
            && half_points(above) == size
            && line.y - above.y >= line.size * 0.8
        {
            let pitch = columns.pitches.entry((*page, line.column, size));
            let pitch = pitch.or_insert(f64::INFINITY);
            *pitch = pitch.min(line.y - above.y);
        }
        before = Some(item);
    }
    columns
}

/// Whether `line` begins a paragraph under the last line of `paragraph`, in the same column.
fn begins(paragraph: &[&Line], line: &Line, next: Option<&Line>, column: Column) -> bool {
    let Some(last) = paragraph.last() else {
        return true;
    };
    let differs = |a: f64, b: f64| a > b * OTHER_SIZE || b > a * OTHER_SIZE;
    if differs(last.size, line.size) || last.cells > 1 || line.cells > 1 || last.bold != line.bold {
        return true;
    }
    if marker_length(&line.text) > 0 || is_top_matter(&last.text) {
        return true;
    }
    let pitch = line.y - last.y;
    // Lines of one paragraph stand as far apart as those before, or as the closest of the column.
    let usual = match paragraph {
        [.., a, b] => (b.y - a.y).max(line.size),
        _ if column.pitch > 0.0 => column.pitch.max(line.size),
        _ => line.size * 1.4,
    };
    if pitch > usual * 1.25 || pitch <= 0.0 {
        return true;
    }
    let indent = line.left - last.left;
    let first_indented =
        paragraph.len() == 1 && next.is_some_and(|n| (n.left - line.left).abs() < 2.0);
    // The text of a list's item hangs behind its sign.
    let hanging = paragraph.len() == 1 && marker_length(&last.text) > 0;
    let short = last.right + line.size * 3.0 < column.right && ends_sentence(&last.text);
    (indent > line.size * 0.7 && !first_indented && !hanging)
        || (short && starts_sentence(&line.text))
}

/// Whether `line`, at the top of another column or page, goes on where `last` stopped.
fn goes_on(last: &Line, line: &Line) -> bool {
    let same = (last.size - line.size).abs() < 0.07 * last.size && last.bold == line.bold;
    same && last.cells == 1
        && line.cells == 1
        && marker_length(&line.text) == 0
        && (!ends_sentence(&last.text) || line.text.starts_with(char::is_lowercase))
}

fn ends_sentence(text: &str) -> bool {
    text.trim_end_matches(['"', '\'', '”', '’', '»', ')', ']'])
        .ends_with(['.', '!', '?', '…', '。', ':', '؟'])
}

fn starts_sentence(text: &str) -> bool {
    !text.starts_with(char::is_lowercase)
}

/// All words that stand within lines, in lower case, to tell hyphens of the language from hyphens of the
/// page.
fn words(lines: &[(usize, &Line)]) -> BTreeSet<String> {
    /// More words say nothing new.
    const MOST: usize = 200_000;
    let within = lines.iter().flat_map(|(_, l)| {
        let mut words: Vec<&str> = l.text.split_whitespace().collect();
        if l.text.ends_with(['-', '\u{ad}', '\u{2010}']) {
            words.pop();
        }
        words
    });
    let bare = |w: &str| {
        w.trim_matches(|c: char| !c.is_alphanumeric())
            .to_lowercase()
    };
    within.take(MOST).map(bare).collect()
}

fn add(paragraph: &[&Line], body: f64, words: &BTreeSet<String>, out: &mut Manuscript) {
    let Some(first) = paragraph.first() else {
        return;
    };
    let mut text = String::new();
    for line in paragraph {
        join(&mut text, &line.text, words);
    }
    let large = first.size > body * OTHER_SIZE;
    let kind = match () {
        () if first.cells > 1 => BlockKind::Table,
        // A heading may be numbered; then the number is its own.
        () if (large || first.bold) && is_heading(text.trim()) => BlockKind::Subhead,
        () if is_bullet(&text) => {
            text = text[marker_length(&text)..].to_owned();
            BlockKind::ListItem
        }
        () => BlockKind::Paragraph,
    };
    out.push(kind, &text);
}

/// Whether the paragraph is an item of a list by its sign. A dash may open a line of speech.
fn is_bullet(text: &str) -> bool {
    marker_length(text) > 0 && !text.starts_with(['-', '–', '—'])
}

/// Adds `line` to `text`: a word that was broken for the page is put together, one that has a hyphen of
/// its own keeps it.
fn join(text: &mut String, line: &str, words: &BTreeSet<String>) {
    let hyphen = text.ends_with(['-', '\u{2010}', '\u{ad}']);
    let letter_before = text.chars().rev().nth(1).is_some_and(char::is_lowercase);
    if !hyphen || !letter_before || !line.starts_with(char::is_lowercase) {
        let touches = (hyphen && letter_before) || is_unspaced(text, line);
        if !text.is_empty() && !touches {
            text.push(' ');
        }
        text.push_str(line);
        return;
    }
    let soft = text.ends_with('\u{ad}');
    text.pop();
    let before = text
        .rsplit(|c: char| !(c.is_alphanumeric() || c == '-'))
        .next();
    let after = line
        .split(|c: char| !(c.is_alphanumeric() || c == '-'))
        .next();
    let (before, after) = (
        before.unwrap_or_default().to_lowercase(),
        after.unwrap_or_default(),
    );
    let after = after.to_lowercase();
    let whole = words.contains(&format!("{before}{after}"));
    let parted = words.contains(&format!("{before}-{after}"));
    // Where the text itself does not tell: two words of the text make a compound, fragments do not.
    let both = words.contains(&before) && words.contains(&after);
    if !soft && !whole && (parted || both) {
        text.push('-');
    }
    text.push_str(line);
}

/// Whether no space stands between lines, as in Chinese and Japanese.
fn is_unspaced(text: &str, line: &str) -> bool {
    let wide = |c: char| matches!(c, '\u{3000}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}');
    text.chars().next_back().is_some_and(wide) && line.chars().next().is_some_and(wide)
}

/// The largest lines of the first page, if larger than the text, are the headline.
fn settle_headline(manuscript: &mut Manuscript, lines: &[(usize, &Line)], body: f64) {
    let first_page = lines.iter().filter(|(number, _)| *number == 0).map(|l| l.1);
    let largest = first_page.map(|l| l.size).fold(0.0, f64::max);
    if largest < body * HEADLINE_SIZE {
        return;
    }
    let Some((_, line)) = lines
        .iter()
        .find(|(n, l)| *n == 0 && l.size > largest * 0.98)
    else {
        return;
    };
    let top = manuscript.pieces.iter_mut().take(12);
    let opens = |p: &&mut crate::formats::manuscript::Piece| {
        p.text.starts_with(line.text.trim_end_matches('-'))
    };
    if let Some(piece) = top.filter(|p| p.text.chars().count() < 300).find(opens) {
        piece.kind = BlockKind::Headline;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hyphens_of_the_page_go_and_those_of_the_language_stay() {
        let words: BTreeSet<String> = ["government", "long-term", "harbour", "master"]
            .iter()
            .map(|w| (*w).to_owned())
            .collect();
        let joined = |a: &str, b: &str| {
            let mut text = a.to_owned();
            join(&mut text, b, &words);
            text
        };
        assert_eq!(joined("The govern-", "ment said"), "The government said");
        assert_eq!(joined("a long-", "term plan"), "a long-term plan");
        assert_eq!(
            joined("the harbour-", "master said"),
            "the harbour-master said"
        );
        assert_eq!(joined("the minis\u{ad}", "ter"), "the minister");
        assert_eq!(joined("Anglo-", "American"), "Anglo-American");
        assert_eq!(joined("He said", "so"), "He said so");
    }
}
