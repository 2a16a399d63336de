//! Clauses of a sentence, roughly: the size at which a point is marked.

use std::ops::Range;

use sourcelight_text::Span;

use crate::{
    grammar::Grammar,
    pattern::{Words, list_has},
};

/// The clauses of a sentence as ranges of its words, in order, without what joins them. A clause
/// ends at a semicolon, colon, dash or bracket, and at a conjunction that has a finite verb on both
/// sides. Linear.
pub(crate) fn clauses(words: &Words) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let first = dateline(words);
    let mut start = first;
    for at in first..words.len() {
        let word = words.norms[at].as_str();
        let hard = matches!(word, ";" | ":" | "—" | "–" | "(" | ")");
        if hard || (is_joint(words, at) && has_verb(words, start..at) && verb_follows(words, at)) {
            push(&mut found, words, start..at);
            start = if hard { at + 1 } else { at };
        }
    }
    push(&mut found, words, start..words.len());
    found
}

/// Whether `sentence` asks, closing quotation marks aside.
pub(crate) fn is_question(sentence: &str) -> bool {
    sentence
        .trim_end_matches(['"', '”', '’', '\'', '»', ')'])
        .ends_with(['?', '؟'])
}

/// Where the sentence begins behind a dateline such as "KYIV, May 3 (Reuters) -"; 0 where it has none.
pub(crate) fn dateline(words: &Words) -> usize {
    /// The most words and marks that stand before the dash.
    const LONGEST: usize = 12;
    (1..words.len().min(LONGEST))
        .take_while(|&i| !words.finite[i])
        .find(|&i| matches!(words.norms[i].as_str(), "-" | "—" | "–" | "―"))
        .filter(|_| words.shouted)
        .map_or(0, |i| i + 1)
}

/// How far behind a joint the verb of its clause is looked for.
const REACH: usize = 14;

/// Whether a verb follows so soon behind `at` that a subject and nothing else stands between.
fn verb_soon(words: &Words, at: usize) -> bool {
    (at + 2..words.len().min(at + 7))
        .take_while(|&i| !matches!(words.norms[i].as_str(), "," | "who" | "which" | "that"))
        .any(|i| words.finite[i])
}

/// Whether a conjunction at `at` can begin a clause.
fn is_joint(words: &Words, at: usize) -> bool {
    let word = words.norms[at].as_str();
    let before = at.checked_sub(1).map_or("", |i| words.norms[i].as_str());
    let after = words.norms.get(at + 1).map_or("", String::as_str);
    match word {
        "because" | "although" | "though" | "whereas" | "but" => before != ",",
        // "since 2022" and "a while ago" begin no clause.
        "while" | "since" | "and" | "or" => {
            before != "," && words.openers.get(at + 1).is_some_and(|o| *o) && verb_soon(words, at)
        }
        "," => list_has("joints", after) && !matches!(before, ","),
        _ => false,
    }
}

fn has_verb(words: &Words, range: Range<usize>) -> bool {
    range.into_iter().any(|i| words.finite[i])
}

fn verb_follows(words: &Words, at: usize) -> bool {
    (at + 1..words.len().min(at + 1 + REACH))
        .take_while(|&i| !matches!(words.norms[i].as_str(), ";" | ":" | "." | "—"))
        .any(|i| words.finite[i])
}

fn push(found: &mut Vec<Range<usize>>, words: &Words, range: Range<usize>) {
    let range = trimmed(words, range);
    if !range.is_empty() {
        found.push(range);
    }
}

/// `range` without conjunctions and adverbs at its front and marks at its end.
pub(crate) fn trimmed(words: &Words, mut range: Range<usize>) -> Range<usize> {
    let is_mark =
        |w: &str| !w.chars().any(char::is_alphanumeric) && !matches!(w, "$" | "£" | "€" | "%");
    while range.start < range.end {
        let word = words.norms[range.start].as_str();
        let next = words.norms.get(range.start + 1).map_or("", String::as_str);
        let adverb = list_has("sentence_adverbs", word) && next == ",";
        // "Since 2007 …" at the start of a sentence is part of what it says.
        let joins =
            list_has("openings", word) || (range.start > 0 && list_has("subordinators", word));
        if !(is_mark(word) || joins || adverb) {
            break;
        }
        range.start += 1;
    }
    while range.start < range.end && is_mark(&words.norms[range.end - 1]) {
        range.end -= 1;
    }
    range
}

/// Where the comma of "(as) the Post writes," stands in `near`.
fn near_comma(words: &Words, mut near: Range<usize>) -> Option<usize> {
    near.find(|&i| words.norms[i] == ",")
        .filter(|&i| i > 0 && list_has("reports", &words.norms[i - 1]))
}

/// `range` without "the mayor said that" or "as the Post writes," at its front, or ", the mayor said" at its end.
pub(crate) fn without_report(
    words: &Words,
    range: Range<usize>,
    keep: &Range<usize>,
) -> Range<usize> {
    /// "U.S. Secretary of State John Kerry has also said that" is as long as they get.
    const LONGEST: usize = 11;
    let near = range.start..range.end.min(range.start + LONGEST);
    let opens = near.rev().find(|&i| {
        let next = words.norms.get(i + 1).map_or("", String::as_str);
        let that = next == "that" && list_has("reports", &words.norms[i]);
        that || (list_has("says", &words.norms[i]) && !list_has("not_content", next))
    });
    let as_told = (range.start > 0 && words.norms[range.start - 1] == "as")
        .then(|| near_comma(words, range.start..range.end.min(range.start + LONGEST)))
        .flatten();
    let start = opens
        .or(as_told)
        .filter(|i| i + 3 < range.end && *i < keep.start)
        .map_or(range.start, |i| i + 1);
    let told = |i: usize| {
        let last = words.norms[i..range.end].iter().rev().take(3);
        last.chain(words.norms.get(i + 1))
            .any(|w| list_has("says", w))
    };
    let closes = (range.end.saturating_sub(LONGEST).max(start + 2)..range.end)
        .find(|&i| words.norms[i] == "," && i >= keep.end && told(i));
    trimmed(words, start..closes.unwrap_or(range.end))
}

/// The clause or clauses that hold `range`, as one range.
pub(crate) fn clause_around(clauses: &[Range<usize>], range: &Range<usize>) -> Range<usize> {
    let mut around = range.clone();
    for clause in clauses
        .iter()
        .filter(|c| c.start < range.end && range.start < c.end)
    {
        around.start = around.start.min(clause.start);
        around.end = around.end.max(clause.end);
    }
    around
}

/// `span` with the quotation marks of quoted words that it holds whole, so that a mark never loses its
/// partner.
pub(crate) fn with_quotes(grammar: &Grammar, span: Span) -> Span {
    let text = grammar.reading.text();
    let first = grammar
        .quotations
        .partition_point(|q| grammar.span(&q.tokens).end <= span.start);
    let mut whole = span;
    for quotation in &grammar.quotations[first..] {
        let quoted = grammar.span(&quotation.tokens);
        if quoted.start >= span.end {
            break;
        }
        let left_out = |from: usize, to: usize| {
            text.get(from..to)
                .is_some_and(|t| t.contains(char::is_alphanumeric))
        };
        if !left_out(quoted.start, span.start) && !left_out(span.end, quoted.end) {
            whole = whole.cover(quoted);
        }
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{reading::Reading, testing::paragraphs};

    fn cut(text: &str) -> Vec<String> {
        let article = paragraphs(text);
        let reading = Reading::new(&article);
        let words = Words::all(&Grammar::new(&reading), &[]);
        let clauses = clauses(&words[0]);
        clauses
            .iter()
            .map(|c| words[0].span(c).of(text).to_owned())
            .collect()
    }

    #[test]
    fn a_clause_ends_where_a_joint_has_a_verb_on_both_sides() {
        assert_eq!(
            cut("However, over 160 countries have signed it, as this weapon can cause harm."),
            [
                "over 160 countries have signed it",
                "this weapon can cause harm"
            ]
        );
        assert_eq!(
            cut("The broadcasts began in May and South Korea says they will continue."),
            [
                "The broadcasts began in May",
                "South Korea says they will continue"
            ]
        );
        assert_eq!(
            cut("Troops and tanks were seen in May and June."),
            ["Troops and tanks were seen in May and June"]
        );
    }

    #[test]
    fn datelines_are_no_clauses() {
        assert_eq!(
            cut("WASHINGTON, July 7 (Reuters) - The army shelled the town."),
            ["The army shelled the town"]
        );
    }
}
