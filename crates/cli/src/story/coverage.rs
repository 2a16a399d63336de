//! What covers each sentence: the found sentence that overlaps it most must have the same state.

use super::figure::Accuracy;
use super::spans::{Labelled, overlap};

/// Adds one answer for each sentence of `gold` that is not optional. A sentence that was not found at
/// all is answered wrong.
pub(crate) fn add(gold: &[Labelled], found: &[Labelled], accuracy: &mut Accuracy) {
    for want in gold.iter().filter(|g| !g.optional) {
        let got = found
            .iter()
            .map(|f| (overlap(want.span, f.span), f))
            .filter(|(shared, _)| *shared > 0)
            .max_by_key(|(shared, f)| (*shared, std::cmp::Reverse(f.span.0)));
        accuracy.add(got.is_some_and(|(_, f)| f.label == want.label));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sentence(start: usize, end: usize, state: &str) -> Labelled {
        Labelled {
            span: (start, end),
            label: state.to_owned(),
            optional: false,
        }
    }

    #[test]
    fn the_sentence_that_overlaps_most_answers() {
        let gold = [sentence(0, 10, "none"), sentence(11, 20, "in_sentence")];
        let found = [sentence(0, 12, "none"), sentence(12, 20, "in_sentence")];
        let mut accuracy = Accuracy::default();
        add(&gold, &found, &mut accuracy);
        add(&gold, &found[..1], &mut accuracy);
        assert_eq!((accuracy.right, accuracy.asked), (3, 4));
    }
}
