//! The slot a quote stood in: what lies between its two contexts, where these still stand.

use sourcelight_text::Span;

use super::context::Context;
use super::ground::Ground;

/// Places of one context that are looked at.
const PLACES: usize = 64;
/// The least characters of a context that are looked for.
const LEAST: usize = 8;

/// What lies between the contexts.
#[derive(Clone, Debug, Default)]
pub(super) struct Slots {
    /// What stands between the two, without white space at its edges.
    pub(super) gaps: Vec<Span>,
    /// Whether the two contexts touch somewhere: nothing is left between them.
    pub(super) closed: bool,
}

/// Looks for both contexts, each next to the slot and as much of it as still stands. `length` is the
/// quote's, in characters; a slot is not more than a paragraph wider. A quote at the start of its text
/// (`hint` says so) has that start for a context.
pub(super) fn slots(
    ground: &Ground<'_>,
    context: &Context,
    hint: Option<Span>,
    length: usize,
) -> Slots {
    let text = &ground.folded().text;
    let before: String = context.before.iter().rev().collect();
    let behind: String = context.behind.iter().collect();
    let before = before.trim_end();
    let behind = behind.trim_start();
    let mut starts: Vec<usize> = stand(ground, before, Edge::End);
    if before.is_empty() && hint.is_some_and(|h| h.start == 0) {
        starts.push(0);
    }
    let ends = stand(ground, behind, Edge::Start);
    let widest = (3 * length).max(length + 400);
    let mut slots = Slots::default();
    for start in starts {
        let next = ends.partition_point(|end| *end < start);
        let Some(end) = ends.get(next) else {
            continue;
        };
        let gap = &text[start..*end];
        if gap.trim().is_empty() {
            slots.closed = true;
        } else if gap.chars().count() <= widest + 2 {
            let span = ground.folded().origin(start, *end).trimmed(&ground.text);
            if !slots.gaps.contains(&span) {
                slots.gaps.push(span);
            }
        }
    }
    slots
}

/// The edge of a context that lies at the slot.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Edge {
    Start,
    End,
}

/// Where that edge of `context` stands, by the longest part next to it that stands anywhere; in
/// order.
fn stand(ground: &Ground<'_>, context: &str, edge: Edge) -> Vec<usize> {
    let length = context.chars().count();
    for wanted in [64, 32, 24, 16, 12, LEAST] {
        if wanted > length && wanted != LEAST {
            continue;
        }
        let wanted = wanted.min(length);
        if wanted < 4 {
            break;
        }
        let part: &str = match edge {
            Edge::End => {
                let cut = context
                    .char_indices()
                    .nth(length - wanted)
                    .map_or(0, |c| c.0);
                &context[cut..]
            }
            Edge::Start => {
                let cut = context
                    .char_indices()
                    .nth(wanted)
                    .map_or(context.len(), |c| c.0);
                &context[..cut]
            }
        };
        let found = ground.folded_places(part, PLACES);
        if !found.is_empty() {
            let shift = if edge == Edge::End { part.len() } else { 0 };
            return found.into_iter().map(|at| at + shift).collect();
        }
    }
    Vec::new()
}
