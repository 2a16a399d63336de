//! What every page repeats: running heads, feet and page numbers.

use std::collections::BTreeMap;

use super::lines::{Line, Page};

/// How much of a page's height may hold running heads, and as much its feet.
const MARGIN: f64 = 0.12;

/// Takes away lines in the margins that stand on several pages but for their figures, and page numbers.
pub(super) fn remove(pages: &mut [Page]) {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for page in pages.iter() {
        let mut here: Vec<String> = in_margin(page).map(|l| shape(&l.text)).collect();
        here.sort();
        here.dedup();
        for shape in here {
            *seen.entry(shape).or_default() += 1;
        }
    }
    // Left and right pages have heads of their own, so a third of the pages is enough.
    let enough = (pages.len() / 3).max(2);
    for page in pages {
        let (height, last) = (page.height, page.lines.len());
        let edge: Vec<bool> = (0..last)
            .map(|at| is_in_margin(&page.lines[at], height))
            .collect();
        let mut at = 0;
        page.lines.retain(|line| {
            let margin = edge[at];
            at += 1;
            let repeated = seen.get(&shape(&line.text)).is_some_and(|&n| n >= enough);
            !(margin && (repeated || is_page_number(&line.text) || is_browsers(line)))
        });
    }
}

fn in_margin(page: &Page) -> impl Iterator<Item = &Line> {
    page.lines.iter().filter(|l| is_in_margin(l, page.height))
}

fn is_in_margin(line: &Line, height: f64) -> bool {
    line.y < height * MARGIN || line.y > height * (1.0 - MARGIN)
}

/// The line with its figures alike.
fn shape(text: &str) -> String {
    let mut shape = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            c if c.is_numeric() && shape.ends_with('#') => {}
            c if c.is_numeric() => shape.push('#'),
            c => shape.push(c),
        }
    }
    shape
}

/// Whether the line is a page's number and nothing else: "12", "– 3 –", "Page 2 of 7", "2/7".
fn is_page_number(text: &str) -> bool {
    let letters: String = text.chars().filter(|c| c.is_alphabetic()).collect();
    let figures = text.chars().filter(|c| c.is_ascii_digit()).count();
    let marks = text
        .chars()
        .all(|c| c.is_alphanumeric() || " -–—/|.·•()[]".contains(c));
    let word = letters.to_lowercase();
    (1..=6).contains(&figures)
        && marks
        && matches!(
            word.as_str(),
            "" | "p"
                | "page"
                | "pageof"
                | "of"
                | "seite"
                | "seitevon"
                | "pagesur"
                | "página"
                | "str"
                | "стр"
        )
}

/// Whether a browser printed the line at the edge of the page: a time or an address beside the title or
/// the page's number.
fn is_browsers(line: &Line) -> bool {
    let address = |cell: &str| {
        ["http://", "https://", "file://"]
            .iter()
            .any(|scheme| cell.starts_with(scheme))
    };
    let time = |cell: &str| {
        let letters = cell.chars().filter(|c| c.is_alphabetic()).count();
        let figures = cell.chars().filter(char::is_ascii_digit).count();
        figures >= 5 && letters <= 2 && cell.contains(':') && cell.contains(['/', '.', '-'])
    };
    line.cells > 1
        && line
            .text
            .split(" | ")
            .any(|cell| address(cell) || time(cell))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn page_numbers_are_told_from_figures() {
        for number in ["12", "– 3 –", "Page 2 of 7", "2/7", "Seite 4"] {
            assert!(is_page_number(number), "{number}");
        }
        for text in ["12 people died", "2015-09-12 10:00", "Harbour", "$3"] {
            assert!(!is_page_number(text), "{text}");
        }
    }
}
