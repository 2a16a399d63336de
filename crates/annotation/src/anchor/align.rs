//! Where exactly an edited quote begins and ends: quote and context are aligned with the text as one,
//! and the quote is what lies between the two seams.

use super::context::Context;

/// More cells than this are not filled; the caller keeps the ends it has.
const CELLS: usize = 6_000_000;

/// The quote within `text`, in characters of `text`, by the alignment of all of context and quote
/// with the fewest edits. `None` where the table would be too large. What was put in at a seam stays
/// outside; at the first seam it counts as part of the quote where `opens` says that the quote began
/// a sentence.
pub(super) fn align(
    context: &Context,
    quote: &[char],
    text: &[char],
    opens: bool,
) -> Option<(usize, usize)> {
    // White space next to a seam would be found at either side of what was put in there.
    let (before, behind) = (inked(&context.before), inked(&context.behind));
    let pattern: Vec<char> = before
        .iter()
        .rev()
        .chain(quote)
        .chain(behind)
        .copied()
        .collect();
    let width = text.len() + 1;
    if (pattern.len() + 1).checked_mul(width)? > CELLS {
        return None;
    }
    let mut steps = vec![Step::Skip; (pattern.len() + 1) * width];
    // Row 0 costs nothing: the pattern may begin anywhere.
    let mut row = vec![0u32; width];
    for (i, p) in pattern.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = i as u32 + 1;
        steps[(i + 1) * width] = Step::Drop;
        for (j, t) in text.iter().enumerate() {
            let pair = diagonal + u32::from(p != t);
            let (dropped, skipped) = (row[j + 1] + 1, row[j] + 1);
            diagonal = row[j + 1];
            let (cost, step) = if pair <= dropped && pair <= skipped {
                (pair, Step::Pair)
            } else if dropped <= skipped {
                (dropped, Step::Drop)
            } else {
                (skipped, Step::Skip)
            };
            row[j + 1] = cost;
            steps[(i + 1) * width + j + 1] = step;
        }
    }
    let end = (0..width).min_by_key(|j| row[*j])?;
    let (first, last) = (before.len(), before.len() + quote.len());
    let (mut i, mut j) = (pattern.len(), end);
    // For each seam, the columns between which the path runs along it.
    let mut seams = [(end, end), (end, end)];
    let mut seen = [false, false];
    loop {
        for (seam, row) in [first, last].into_iter().enumerate() {
            if i == row {
                if !seen[seam] {
                    seams[seam].1 = j;
                    seen[seam] = true;
                }
                seams[seam].0 = j;
            }
        }
        if i == 0 {
            break;
        }
        match steps[i * width + j] {
            Step::Pair => (i, j) = (i - 1, j.checked_sub(1)?),
            Step::Drop => i -= 1,
            Step::Skip => j = j.checked_sub(1)?,
        }
    }
    let start = if opens && first > 0 {
        seams[0].0
    } else {
        seams[0].1
    };
    let end = seams[1].0;
    (start < end).then_some((start, end))
}

fn inked(context: &[char]) -> &[char] {
    let blank = context.iter().take_while(|c| c.is_whitespace()).count();
    &context[blank..]
}

/// What one cell of the table did.
#[derive(Clone, Copy)]
enum Step {
    /// A character of the pattern stands for one of the text.
    Pair,
    /// A character of the pattern is gone.
    Drop,
    /// A character of the text is new.
    Skip,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn aligned(before: &str, quote: &str, behind: &str, text: &str, opens: bool) -> String {
        let context = Context {
            before: before.chars().rev().collect(),
            behind: behind.chars().collect(),
        };
        let quote: Vec<char> = quote.chars().collect();
        let text: Vec<char> = text.chars().collect();
        let (start, end) = align(&context, &quote, &text, opens).unwrap();
        text[start..end]
            .iter()
            .collect::<String>()
            .trim()
            .to_owned()
    }

    #[test]
    fn the_quote_is_what_lies_between_its_contexts() {
        let text = "The toll rose to 17 people by noon, doctors said. It rained.";
        assert_eq!(
            aligned("The toll rose to ", "14 people", " by noon", text, false),
            "17 people"
        );
        let text =
            "It rained in the hills. On Monday, the ministry found two mines. Nobody was hurt.";
        let quote = "The ministry found two mines.";
        assert_eq!(
            aligned("It rained in the hills. ", quote, " Nobody", text, true),
            &text[24..64]
        );
    }
}
