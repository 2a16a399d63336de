//! Where the nodes of a chain stand: a column for every step from this page and a row for every end, or
//! a row for every node where there is no room for columns.
//! Pure geometry in whole CSS pixels; no browser measures anything.

use sourcelight_analysis::ViaBasis;

use super::ChainNode;

/// About how wide a letter is at the size the graph is set in, in tenths of a pixel.
const LETTER: u32 = 70;
/// What stands beside the words in a box: the icon and the space around both.
const BESIDE: u32 = 32;
const LINE: u32 = 16;
const PADDING: u32 = 7;
const BETWEEN_ROWS: u32 = 8;
/// A column narrower than this cannot be read.
const NARROWEST: u32 = 120;
const WIDEST: u32 = 200;
/// Between two columns.
const GAP: u32 = 44;
/// How far a step is set in where the chain goes downwards.
const INDENT: u32 = 24;

/// A chain, drawn.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Drawing {
    /// Its size.
    pub width: u32,
    /// Its size.
    pub height: u32,
    /// A box for every node, in the order of the nodes.
    pub boxes: Vec<Placed>,
    /// A line for every node but the first.
    pub wires: Vec<Wire>,
}

/// The box of a node.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed {
    /// The left edge.
    pub x: u32,
    /// The upper edge.
    pub y: u32,
    /// Its size.
    pub width: u32,
    /// Its size.
    pub height: u32,
    /// Its words, two lines at most, cut with "…" where they do not fit.
    pub lines: Vec<String>,
}

/// The line that leads to a node from its parent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wire {
    /// The node it leads to.
    pub to: usize,
    /// How the link is known.
    pub basis: ViaBasis,
    /// Its corners, from the parent on.
    pub corners: Vec<(u32, u32)>,
}

/// Lays `tree` out in about `width` pixels: from left to right where there is room for its columns,
/// else downwards, indented at every step. `labels` holds what each node is called. Linear in nodes and
/// letters.
pub fn lay_out(tree: &[ChainNode], labels: &[String], width: u32) -> Drawing {
    if tree.is_empty() {
        return Drawing::default();
    }
    let mut depth: Vec<u32> = Vec::with_capacity(tree.len());
    for node in tree {
        depth.push(node.parent.map_or(0, |parent| depth[parent] + 1));
    }
    let deepest = depth.iter().max().copied().unwrap_or(0);
    let column = width.saturating_sub(GAP * deepest) / (deepest + 1);
    let down = column < NARROWEST;
    let (step, widest) = if down {
        (
            INDENT,
            width.saturating_sub(INDENT * deepest).max(NARROWEST),
        )
    } else {
        let column = column.min(WIDEST);
        (column + GAP, column)
    };
    let rows = rows(tree, down);
    let letters = (widest - BESIDE) * 10 / LETTER;
    let words: Vec<Vec<String>> = (0..tree.len())
        .map(|node| wrap(labels.get(node).map_or("", String::as_str), letters))
        .collect();
    let row_height = words.iter().map(|w| height_of(w)).max().unwrap_or(0);
    let place = |(node, lines): (usize, Vec<String>)| {
        let height = height_of(&lines);
        let own = lines.iter().map(|line| size(line)).max().unwrap_or(0) * LETTER / 10 + BESIDE;
        Placed {
            x: 1 + depth[node] * step,
            y: 1 + rows[node] * (row_height + BETWEEN_ROWS) + (row_height - height) / 2,
            width: if down { own.min(widest) } else { widest },
            height,
            lines,
        }
    };
    let boxes: Vec<Placed> = words.into_iter().enumerate().map(place).collect();
    let mut drawn: Vec<Option<u32>> = vec![None; tree.len()];
    let mut order: Vec<usize> = (1..tree.len()).collect();
    order.sort_by_key(|node| rows[*node]);
    let wire = |to: usize| {
        let from = tree[to].parent?;
        let (parent, child) = (&boxes[from], &boxes[to]);
        let corners = if down {
            hook(parent, child, drawn[from])
        } else {
            line(parent, child, drawn[from])
        };
        drawn[from] = Some(middle(child));
        let basis = tree[to].basis;
        Some(Wire { to, basis, corners })
    };
    let wires = order.into_iter().filter_map(wire).collect();
    let edge = |of: fn(&Placed) -> u32| boxes.iter().map(of).max().unwrap_or(0) + 1;
    Drawing {
        width: edge(|b| b.x + b.width),
        height: edge(|b| b.y + b.height),
        boxes,
        wires,
    }
}

/// The row of every node. Downwards every node has its own; from left to right a node stands in the row
/// of its first child, so that the main line is straight, and every other child begins a row.
fn rows(tree: &[ChainNode], down: bool) -> Vec<u32> {
    let mut children: Vec<Vec<usize>> = vec![Vec::new(); tree.len()];
    for (index, node) in tree.iter().enumerate().skip(1) {
        if let Some(parent) = node.parent {
            children[parent].push(index);
        }
    }
    // What is folded stands below what is not.
    for own in &mut children {
        own.sort_by_key(|child| tree[*child].voices.len() > 1);
    }
    let mut rows = vec![0; tree.len()];
    let mut next = 0;
    let mut waiting = vec![(0_usize, false)];
    while let Some((at, begins)) = waiting.pop() {
        next += u32::from(begins);
        rows[at] = next;
        let own = children[at].iter().enumerate().rev();
        waiting.extend(own.map(|(i, &child)| (child, down || i > 0)));
    }
    rows
}

fn height_of(lines: &[String]) -> u32 {
    2 * PADDING + LINE * u32::try_from(lines.len().max(1)).unwrap_or(2)
}

fn middle(placed: &Placed) -> u32 {
    placed.y + placed.height / 2
}

/// From the parent's right edge to the child's left. `from` is the height that the line to the child
/// before has come down to: dashes over dashes would look solid, so this one starts there.
fn line(parent: &Placed, child: &Placed, from: Option<u32>) -> Vec<(u32, u32)> {
    let start = (parent.x + parent.width, middle(parent));
    let end = (child.x, middle(child));
    let turn = start.0 + GAP / 2;
    match from {
        None if start.1 == end.1 => vec![start, end],
        None => vec![start, (turn, start.1), (turn, end.1), end],
        Some(y) => vec![(turn, y), (turn, end.1), end],
    }
}

/// From under the parent's left edge, or from where the line to the child before turned off, down and to
/// the child.
fn hook(parent: &Placed, child: &Placed, from: Option<u32>) -> Vec<(u32, u32)> {
    let x = parent.x + INDENT / 2;
    let y = middle(child);
    let start = from.unwrap_or(parent.y + parent.height);
    vec![(x, start), (x, y), (child.x, y)]
}

/// `label` in two lines of about so many letters.
fn wrap(label: &str, letters: u32) -> Vec<String> {
    let mut lines: Vec<String> = vec![String::new()];
    for word in label.split_whitespace() {
        let line = lines.last().map_or("", String::as_str);
        let joined = if line.is_empty() {
            word.to_owned()
        } else {
            format!("{line} {word}")
        };
        if line.is_empty() || size(&joined) <= letters || lines.len() == 2 {
            if let Some(last) = lines.last_mut() {
                *last = joined;
            }
        } else {
            lines.push(word.to_owned());
        }
        if lines.len() == 2 && lines.last().is_some_and(|l| size(l) > letters) {
            break;
        }
    }
    for line in &mut lines {
        if size(line) > letters {
            *line = cut(line, letters);
        }
    }
    lines
}

/// As much of a line as fits with "…" after it.
fn cut(line: &str, letters: u32) -> String {
    let mut used = 1;
    let fits = line.chars().take_while(|c| {
        used += wide(*c);
        used <= letters
    });
    let kept: String = fits.collect();
    format!("{}…", kept.trim_end())
}

fn size(line: &str) -> u32 {
    line.chars().map(wide).sum()
}

/// Letters of East Asian scripts and emoji are twice as wide as others.
fn wide(letter: char) -> u32 {
    if letter >= '\u{1100}' && !('\u{2000}'..'\u{2e80}').contains(&letter) {
        2
    } else {
        1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn node(parent: Option<usize>, voices: usize) -> ChainNode {
        ChainNode {
            voices: (0..voices).collect(),
            parent,
            basis: ViaBasis::Explicit,
            passages: 1,
        }
    }

    fn labels(count: usize) -> Vec<String> {
        (0..count).map(|i| format!("voice {i}")).collect()
    }

    #[test]
    fn the_main_line_is_straight_and_every_end_has_a_row() {
        // page → a → b; a → c; page → d
        let tree = [
            node(None, 0),
            node(Some(0), 1),
            node(Some(1), 1),
            node(Some(1), 1),
            node(Some(0), 1),
        ];
        assert_eq!(rows(&tree, false), [0, 0, 0, 1, 2]);
        assert_eq!(rows(&tree, true), [0, 1, 2, 3, 4]);
        let drawn = lay_out(&tree, &labels(5), 600);
        let corners: Vec<usize> = drawn.wires.iter().map(|w| w.corners.len()).collect();
        // Two straight, then two that go on from where the line before turned off.
        assert_eq!(corners, [2, 2, 3, 3]);
    }

    #[test]
    fn what_is_folded_stands_last() {
        let tree = [
            node(None, 0),
            node(Some(0), 3),
            node(Some(0), 1),
            node(Some(2), 1),
        ];
        assert_eq!(rows(&tree, false), [0, 1, 0, 0]);
        assert_eq!(rows(&tree, true), [0, 3, 1, 2]);
    }

    #[test]
    fn boxes_neither_overlap_nor_leave_the_drawing() {
        let mut tree = vec![node(None, 0)];
        for index in 0..40 {
            tree.push(node(Some(index / 3), 1));
        }
        for width in [100, 348, 900] {
            let drawn = lay_out(&tree, &labels(41), width);
            for (i, one) in drawn.boxes.iter().enumerate() {
                assert!(one.x + one.width < drawn.width && one.y + one.height < drawn.height);
                for other in &drawn.boxes[..i] {
                    let apart = one.x + one.width <= other.x
                        || other.x + other.width <= one.x
                        || one.y + one.height <= other.y
                        || other.y + other.height <= one.y;
                    assert!(apart, "{one:?} over {other:?}");
                }
            }
        }
    }

    #[test]
    fn words_are_wrapped_in_two_lines_and_cut_where_they_do_not_fit() {
        assert_eq!(wrap("The Washington Post", 14), ["The Washington", "Post"]);
        assert_eq!(wrap("this page", 14), ["this page"]);
        assert_eq!(
            wrap("A senior official of the ministry of defence", 12),
            ["A senior", "official of…"]
        );
        assert_eq!(wrap("Donaudampfschifffahrt", 10), ["Donaudamp…"]);
        assert_eq!(wrap("新华社北京分社", 8), ["新华社…"]);
        assert_eq!(wrap("", 8), [""]);
    }

    #[test]
    fn nothing_is_drawn_of_nothing() {
        assert_eq!(lay_out(&[], &[], 300), Drawing::default());
    }
}
