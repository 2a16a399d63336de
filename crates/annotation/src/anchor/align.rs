//! Where exactly an edited quote begins and ends: an end of the quote and the context next to it are
//! aligned with the text as one, and the seam between them is the end.

use super::context::Context;

/// Where the quote begins in `text`, whose characters are counted: the seam between the context before
/// it and `head`, its first characters; by its words alone it begins at `rough`. What was put in at the seam stays outside; it counts as part
/// of the quote where `opens` says that the quote began a sentence.
pub(super) fn first_seam(
    context: &Context,
    head: &[char],
    text: &[char],
    rough: usize,
    opens: bool,
) -> Option<usize> {
    let before: Vec<char> = inked(&context.before).iter().rev().copied().collect();
    let (from, to) = seam(&before, head, text, rough + head.len())?;
    Some(if opens && !before.is_empty() {
        from
    } else {
        to
    })
}

/// Where the quote ends in `text`: the seam between `tail`, its last characters, and the context behind
/// it; by its words alone it ends at `rough`. What was put in there stays outside.
pub(super) fn last_seam(
    context: &Context,
    tail: &[char],
    text: &[char],
    rough: usize,
) -> Option<usize> {
    let behind = inked(&context.behind);
    seam(tail, behind, text, rough + behind.len()).map(|(from, _)| from)
}

/// White space next to a seam would be found at either side of what was put in there.
fn inked(context: &[char]) -> &[char] {
    let blank = context.iter().take_while(|c| c.is_whitespace()).count();
    &context[blank..]
}

/// Aligns `left` and `right` as one with any part of `text`, with the fewest edits, and gives the places
/// between which the text crosses from one to the other: more than one where something new stands
/// there.
///
/// Of several alignments with as few edits, the one that ends nearest to `about` is taken.
fn seam(left: &[char], right: &[char], text: &[char], about: usize) -> Option<(usize, usize)> {
    let width = text.len() + 1;
    let rows = left.len() + right.len();
    let mut steps = vec![Step::Skip; (rows + 1) * width];
    // Row 0 costs nothing: what is looked for may begin anywhere.
    let mut row = vec![0u32; width];
    for (i, p) in left.iter().chain(right).enumerate() {
        let mut diagonal = row[0];
        row[0] = i as u32 + 1;
        let steps = &mut steps[(i + 1) * width..(i + 2) * width];
        steps[0] = Step::Drop;
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
            steps[j + 1] = step;
        }
    }
    let end = (0..width).min_by_key(|j| (row[*j], j.abs_diff(about)))?;
    let (mut i, mut j) = (rows, end);
    let mut seam = None;
    loop {
        if i == left.len() {
            seam = Some((j, seam.map_or(j, |(_, to)| to)));
        } else if i < left.len() || i == 0 {
            return seam;
        }
        match steps[i * width + j] {
            Step::Pair => (i, j) = (i.checked_sub(1)?, j.checked_sub(1)?),
            Step::Drop => i = i.checked_sub(1)?,
            // Row 0 is never left by skipping: what stands before is not part of the alignment.
            Step::Skip if i == 0 => return seam,
            Step::Skip => j = j.checked_sub(1)?,
        }
    }
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
        let start = first_seam(&context, &quote, &text, before.len(), opens).unwrap();
        let end = last_seam(&context, &quote, &text, start + quote.len()).unwrap();
        let found: String = text[start..end].iter().collect();
        found.trim().to_owned()
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
        let found = aligned("It rained in the hills. ", quote, " Nobody", text, true);
        assert_eq!(found, &text[24..64]);
        assert_eq!(aligned("", "17 men", "", "17 men", false), "17 men");
    }
}
