//! Where the nodes of a chain stand: a column for every step from this page, a row for every end.
//! Pure geometry in whole CSS pixels; no browser measures anything.

use sourcelight_analysis::ViaBasis;

use super::ChainNode;

/// About how wide a letter is at the size the graph is set in, in tenths of a pixel.
const LETTER: u32 = 64;
/// What stands beside the words in a box: the icon and the space around both.
const BESIDE: u32 = 32;
const LINE: u32 = 16;
const PADDING: u32 = 7;
const BETWEEN_ROWS: u32 = 10;
const NARROWEST: u32 = 84;
const WIDEST: u32 = 190;

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

/// Lays `tree` out in about `width` pixels, wider where its columns would be too narrow to read.
/// `labels` holds what each node is called. Linear in nodes and letters.
pub fn lay_out(tree: &[ChainNode], labels: &[String], width: u32) -> Drawing {
    if tree.is_empty() {
        return Drawing::default();
    }
    let mut depth: Vec<u32> = Vec::with_capacity(tree.len());
    for node in tree {
        depth.push(node.parent.map_or(0, |parent| depth[parent] + 1));
    }
    let columns = depth.iter().max().map_or(1, |deepest| deepest + 1);
    let gap = if width > 600 { 44 } else { 20 };
    let column = (width.saturating_sub(gap * (columns - 1)) / columns).clamp(NARROWEST, WIDEST);
    let rows = rows(tree);
    let letters = (column - BESIDE) * 10 / LETTER;
    let words: Vec<Vec<String>> = (0..tree.len())
        .map(|node| wrap(labels.get(node).map_or("", String::as_str), letters))
        .collect();
    let height_of =
        |lines: &[String]| 2 * PADDING + LINE * u32::try_from(lines.len().max(1)).unwrap_or(2);
    let row_height = words.iter().map(|w| height_of(w)).max().unwrap_or(0);
    let boxes: Vec<Placed> = words
        .into_iter()
        .enumerate()
        .map(|(node, lines)| {
            let height = height_of(&lines);
            Placed {
                x: 1 + depth[node] * (column + gap),
                y: 1 + rows[node] * (row_height + BETWEEN_ROWS) + (row_height - height) / 2,
                width: column,
                height,
                lines,
            }
        })
        .collect();
    let wires = tree
        .iter()
        .enumerate()
        .filter_map(|(to, node)| Some(wire(&boxes, node.parent?, to, node.basis, gap)))
        .collect();
    let last = rows.iter().max().copied().unwrap_or(0);
    Drawing {
        width: 2 + columns * column + gap * (columns - 1),
        height: 2 + (last + 1) * row_height + last * BETWEEN_ROWS,
        boxes,
        wires,
    }
}

/// The row of every node: a node stands in the row of its first child, so that the main line is
/// straight; every other child begins a row of its own.
fn rows(tree: &[ChainNode]) -> Vec<u32> {
    let mut children: Vec<Vec<usize>> = vec![Vec::new(); tree.len()];
    for (index, node) in tree.iter().enumerate().skip(1) {
        if let Some(parent) = node.parent {
            children[parent].push(index);
        }
    }
    // What leads farther stands above what does not.
    for own in &mut children {
        own.sort_by_key(|child| tree[*child].voices.len() > 1);
    }
    let mut rows = vec![0; tree.len()];
    let mut next = 0;
    let mut waiting = vec![(0_usize, false)];
    while let Some((at, begins)) = waiting.pop() {
        if begins {
            next += 1;
        }
        rows[at] = next;
        let own = &children[at];
        waiting.extend(
            own.iter()
                .enumerate()
                .rev()
                .map(|(i, &child)| (child, i > 0)),
        );
    }
    rows
}

fn wire(boxes: &[Placed], from: usize, to: usize, basis: ViaBasis, gap: u32) -> Wire {
    let (parent, child) = (&boxes[from], &boxes[to]);
    let middle = |placed: &Placed| placed.y + placed.height / 2;
    let start = (parent.x + parent.width, middle(parent));
    let end = (child.x, middle(child));
    let turn = start.0 + gap / 2;
    let corners = if start.1 == end.1 {
        vec![start, end]
    } else {
        vec![start, (turn, start.1), (turn, end.1), end]
    };
    Wire { to, basis, corners }
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
        assert_eq!(rows(&tree), [0, 0, 0, 1, 2]);
        let drawn = lay_out(&tree, &labels(5), 400);
        let corners: Vec<usize> = drawn.wires.iter().map(|w| w.corners.len()).collect();
        assert_eq!(corners, [2, 2, 4, 4]);
    }

    #[test]
    fn what_is_folded_stands_last() {
        let tree = [
            node(None, 0),
            node(Some(0), 3),
            node(Some(0), 1),
            node(Some(2), 1),
        ];
        assert_eq!(rows(&tree), [0, 1, 0, 0]);
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
