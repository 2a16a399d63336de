//! Letters into lines, and lines into reading order where a page is set in columns.

use super::letters::Letter;

/// Letters on one line, without a gap as wide as between columns.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Line {
    pub(super) text: String,
    pub(super) left: f64,
    pub(super) right: f64,
    /// The baseline, from the page's top.
    pub(super) y: f64,
    pub(super) size: f64,
    /// Whether most of its letters are.
    pub(super) bold: bool,
    /// Whether it was put together from cells that stand far apart, as in a table.
    pub(super) cells: usize,
    /// Which column it stands in, counted over the page.
    pub(super) column: usize,
}

/// A page's lines in reading order.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Page {
    pub(super) lines: Vec<Line>,
    pub(super) height: f64,
}

/// A gap wider than this parts words, in ems: half a narrow space.
const WORD_GAP: f64 = 0.14;
/// A gap wider than this parts columns or cells, in ems.
const COLUMN_GAP: f64 = 1.3;
/// Lines that a column has at least.
const SHORTEST_COLUMN: usize = 4;
/// Letters that a column's line has at least on average; less is a cell of a table.
const NARROWEST_COLUMN: usize = 16;
/// A page with more lines is a plan or a table, and read from top to bottom.
const MOST_SORTED: usize = 1_200;

/// The page that `letters` make.
pub(super) fn page(letters: Vec<Letter>, (_, height): (f32, f32)) -> Page {
    let mut segments = segments(letters);
    segments.sort_by(|a, b| a.y.total_cmp(&b.y).then(a.left.total_cmp(&b.left)));
    let mut lines = Vec::new();
    let mut column = 0;
    if segments.len() > MOST_SORTED {
        lines = rows(segments, 0);
    } else {
        order(segments, &mut column, &mut lines, 0);
    }
    let height = f64::from(height);
    Page { lines, height }
}

/// Stretches of letters on one baseline. Programs draw a line from left to right, but not always at
/// once: what touches is put together afterwards.
fn segments(letters: Vec<Letter>) -> Vec<Line> {
    let mut rows: Vec<(f64, Vec<Letter>)> = Vec::new();
    let mut letters = letters;
    letters.sort_by(|a, b| a.y.total_cmp(&b.y));
    for letter in letters {
        let fits = rows.last().is_some_and(|(y, row)| {
            let size = row.last().map_or(letter.size, |l| l.size.min(letter.size));
            letter.y - y <= size * 0.25
        });
        match rows.last_mut().filter(|_| fits) {
            Some((_, row)) => row.push(letter),
            None => rows.push((letter.y, vec![letter])),
        }
    }
    let mut found = Vec::new();
    for (_, mut row) in rows {
        row.sort_by(|a, b| a.x.total_cmp(&b.x));
        let mut segment: Vec<Letter> = Vec::new();
        for letter in row {
            let Some(last) = segment.last() else {
                segment.push(letter);
                continue;
            };
            // The same letter twice in one place is drawn bold.
            let doubled = letter.text == last.text && (letter.x - last.x).abs() < 0.1 * letter.size;
            let gap = letter.x - (last.x + last.width);
            if doubled {
                continue;
            }
            if gap > COLUMN_GAP * last.size.max(letter.size) {
                found.extend(segment_line(&segment));
                segment.clear();
            }
            segment.push(letter);
        }
        found.extend(segment_line(&segment));
    }
    found
}

fn segment_line(letters: &[Letter]) -> Option<Line> {
    let first = letters.first()?;
    let last = letters.last()?;
    let mut text = String::new();
    let mut before: Option<&Letter> = None;
    for letter in in_order(letters) {
        if let Some(before) = before {
            let (left, right) = if before.x <= letter.x {
                (before, letter)
            } else {
                (letter, before)
            };
            let gap = right.x - (left.x + left.width);
            let spaced = text.ends_with(' ') || letter.text.starts_with(' ');
            if gap > WORD_GAP * letter.size.min(before.size) && !spaced {
                text.push(' ');
            }
        }
        text.push_str(&letter.text);
        before = Some(letter);
    }
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let weight = letters.iter().filter(|l| l.bold).count();
    (!text.is_empty()).then(|| Line {
        text,
        left: first.x,
        right: last.x + last.width,
        y: middle(letters.iter().map(|l| l.y)),
        size: middle(letters.iter().map(|l| l.size)),
        bold: weight * 10 >= letters.len() * 9,
        cells: 1,
        column: 0,
    })
}

/// Letters from left to right, or, in scripts that run the other way, from right to left with figures
/// and foreign words as they are.
fn in_order(letters: &[Letter]) -> Vec<&Letter> {
    let runs_left = |l: &&Letter| {
        let right_to_left = |c| matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}');
        l.text.chars().any(right_to_left)
    };
    let left = letters.iter().filter(runs_left).count();
    let all: Vec<&Letter> = letters.iter().collect();
    if left * 2
        < letters
            .iter()
            .filter(|l| l.text.chars().any(char::is_alphabetic))
            .count()
        || left == 0
    {
        return all;
    }
    let mut ordered: Vec<&Letter> = Vec::with_capacity(all.len());
    let mut foreign: Vec<&Letter> = Vec::new();
    for letter in all.into_iter().rev() {
        if letter.text.chars().any(|c| c.is_ascii_alphanumeric()) {
            foreign.push(letter);
        } else {
            ordered.extend(foreign.drain(..).rev());
            ordered.push(letter);
        }
    }
    ordered.extend(foreign.drain(..).rev());
    ordered
}

/// Puts `segments`, sorted from the top, in reading order: a band of columns is read column by column,
/// what stands above and below it before and after.
fn order(segments: Vec<Line>, column: &mut usize, out: &mut Vec<Line>, depth: usize) {
    // Columns within columns stand in boxes; deeper there are none.
    let band = if depth < 6 {
        widest_band(&segments)
    } else {
        None
    };
    let Some((from, to, cut)) = band else {
        *column += 1;
        out.extend(rows(segments, *column));
        return;
    };
    let mut above = segments;
    let below = above.split_off(to);
    let within = above.split_off(from);
    if !above.is_empty() {
        order(above, column, out, depth + 1);
    }
    let (left, right): (Vec<Line>, Vec<Line>) = within.into_iter().partition(|l| l.left < cut);
    order(left, column, out, depth + 1);
    order(right, column, out, depth + 1);
    if !below.is_empty() {
        order(below, column, out, depth + 1);
    }
}

/// The longest run of `segments` with a gap between columns through all of it: where it begins and ends,
/// and where the right column begins.
fn widest_band(segments: &[Line]) -> Option<(usize, usize, f64)> {
    let mut best: Option<(usize, usize, f64)> = None;
    let mut from = 0;
    while from < segments.len() {
        let longest = best.map_or(0, |(f, t, _)| t - f);
        if let Some((to, cut)) = band(segments, from, longest) {
            best = Some((from, to, cut));
        }
        // A run that was read to its end begins anew only behind what stopped it.
        from += 1;
        if best.is_some_and(|(f, t, _)| t - f >= segments.len() - from) {
            break;
        }
    }
    best
}

/// How far a gap goes on from `from`, and where its right side begins, if both sides are columns and it
/// goes on for more than `longest` segments.
fn band(segments: &[Line], from: usize, longest: usize) -> Option<(usize, f64)> {
    let size = segments[from].size;
    let mut best = None;
    let mut longest = longest;
    // Candidates for the right side's left edge: where some line begins.
    let mut cuts: Vec<f64> = segments[from..].iter().take(8).map(|l| l.left).collect();
    cuts.sort_by(f64::total_cmp);
    cuts.dedup_by(|a, b| (*a - *b).abs() < 1.0);
    for cut in cuts.into_iter().skip(1) {
        let right = |l: &Line| l.left >= cut - 1.0;
        let left = |l: &Line| l.right <= cut - 0.7 * size;
        let run = segments[from..]
            .iter()
            .take_while(|l| right(l) || left(l))
            .count();
        let within = &segments[from..from + run];
        if run > longest && is_column(within, right) && is_column(within, |l| !right(l)) {
            longest = run;
            best = Some((from + run, cut - 0.5));
        }
    }
    best
}

/// Whether the lines of one side are a column of prose.
fn is_column(lines: &[Line], side: impl Fn(&Line) -> bool) -> bool {
    let column: Vec<&Line> = lines.iter().filter(|l| side(l)).collect();
    let letters: usize = column.iter().map(|l| l.text.chars().count()).sum();
    column.len() >= SHORTEST_COLUMN && letters >= column.len() * NARROWEST_COLUMN
}

/// Segments of one column from top to bottom; those on one baseline are the cells of a row.
fn rows(segments: Vec<Line>, column: usize) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for mut segment in segments {
        segment.column = column;
        match lines.last_mut() {
            Some(last) if (segment.y - last.y).abs() < 0.3 * last.size.min(segment.size) => {
                last.text.push_str(" | ");
                last.text.push_str(&segment.text);
                last.right = last.right.max(segment.right);
                last.left = last.left.min(segment.left);
                last.bold &= segment.bold;
                last.cells += 1;
            }
            _ => lines.push(segment),
        }
    }
    lines
}

/// The value in the middle.
pub(super) fn middle(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or_default()
}
