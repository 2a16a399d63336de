//! Finding a quote: the words are the judge, what stood around them and where they stood are
//! witnesses.
//!
//! Edits, context and place are separate criteria, because no single score tells a lookalike from a
//! passage that moved. In order:
//!
//! 1. The words stand there unchanged. Once, and nothing speaks against it: *exact*. Several times:
//!    context decides, then position; where neither does, the quote is *lost* with its candidates.
//!    A short quote that stands only where all context is different has not moved: it is gone.
//! 2. The same words in other typography: *changed*, by the same criteria.
//! 3. Similar words: a place is taken the more readily the better its context agrees, see
//!    [`Found::is_accepted`](super::found::Found::is_accepted); between the old contexts even words that are all new, where they
//!    are few.

use sourcelight_text::Span;

use super::align::{first_seam, last_seam};
use super::approximate::{self, Search};
use super::context::{Agreement, Context};
use super::fold::folded;
use super::found::{Found, likeness, names};
use super::ground::{Ground, occurrences};
use super::slots::slots;
use super::{Anchored, State};
use crate::TextQuote;

/// More places than this are not compared: such a quote can only be decided by its context.
const OCCURRENCES: usize = 2000;
/// A quote of more characters is looked for unchanged only.
const LONGEST: usize = 20_000;
/// Candidates that are listed.
const CANDIDATES: usize = 20;
/// How much of a quote, at each end, is aligned with its context, and how much more of the text.
const SEAM: usize = 40;
const SLACK: usize = 40;
/// Two places whose contexts agree equally well within this are not told apart by it.
const CLEARLY: f64 = 0.1;
/// A quote of this weight is unlikely to stand in a text twice by chance.
const DISTINCTIVE: usize = 32;

/// A quote to be found.
struct Sought<'q> {
    quote: &'q TextQuote,
    context: Context,
    /// Its words, folded.
    folded: Vec<char>,
    /// Where it is said to stand.
    hint: Option<Span>,
    /// How much there is to recognise it by, in letters; a character of a script without spaces
    /// counts three times.
    weight: usize,
}

/// Where `quote` stands in the text of `ground`. `hint` is where a position or a range says it is.
pub(super) fn find(ground: &Ground<'_>, quote: &TextQuote, hint: Option<Span>) -> Anchored {
    if let Some(span) = where_it_stood(ground, quote, hint) {
        return Anchored::exact(span);
    }
    let framed = with_all_context(ground, quote);
    if let [span] = *framed {
        return Anchored::exact(span);
    }
    if quote.exact.is_empty() {
        return Anchored::lost(listed(&framed));
    }
    let sought = Sought {
        quote,
        context: Context::of(quote),
        folded: Vec::new(),
        hint,
        weight: weight(&quote.exact),
    };
    let length = quote.exact.len();
    let anywhere = || {
        ground
            .places(&quote.exact, OCCURRENCES)
            .into_iter()
            .map(|start| Span::new(start, start + length))
            .collect()
    };
    let unchanged: Vec<Span> = if framed.is_empty() {
        anywhere()
    } else {
        framed
    };
    let refused = match sought.choose(ground, &unchanged) {
        Choice::Place(span, agreement) if !agreement.contradicts() => {
            return sought.with_whole_words(ground, span);
        }
        // All around it is different: it may be a copy, and the quote itself have been edited.
        Choice::Place(span, _) => {
            return match sought.between_contexts(ground) {
                Some(edited) => edited,
                None => sought.with_whole_words(ground, span),
            };
        }
        Choice::Undecided(all) => return Anchored::lost(all),
        Choice::Refused(all) => all,
    };
    if quote.exact.chars().take(LONGEST + 1).count() > LONGEST {
        return Anchored::lost(refused);
    }
    let sought = Sought {
        folded: folded(&quote.exact).chars().collect(),
        ..sought
    };
    sought
        .same_words(ground, &unchanged)
        .unwrap_or_else(|| sought.similar(ground, refused))
}

/// The quote with all of its context, at least twelve characters on a side, where nothing else like
/// it stands nearby: position and context agree on it, and the rest of the text need not be read.
fn where_it_stood(ground: &Ground<'_>, quote: &TextQuote, hint: Option<Span>) -> Option<Span> {
    const NEAR: usize = 1024;
    let (prefix, suffix) = (quote.prefix.as_deref()?, quote.suffix.as_deref()?);
    if prefix.len().min(suffix.len()) < 12 || quote.exact.is_empty() {
        return None;
    }
    let stood = hint?.start.checked_sub(prefix.len())?;
    let whole = [prefix, &quote.exact, suffix].concat();
    let from = ground
        .text
        .floor_char_boundary(stood.saturating_sub(3 * NEAR));
    let to = ground
        .text
        .ceil_char_boundary((stood + whole.len() + 3 * NEAR).min(ground.text.len()));
    match *occurrences(ground.text.get(from..to)?, &whole, 2) {
        [at] if (from + at).abs_diff(stood) <= NEAR => {
            let start = from + at + prefix.len();
            Some(Span::new(start, start + quote.exact.len()))
        }
        _ => None,
    }
}

/// Where the quote stands with all of its context unchanged, as far as it has any.
fn with_all_context(ground: &Ground<'_>, quote: &TextQuote) -> Vec<Span> {
    let prefix = quote.prefix.as_deref().unwrap_or_default();
    let suffix = quote.suffix.as_deref().unwrap_or_default();
    if prefix.is_empty() && suffix.is_empty() {
        return Vec::new();
    }
    let whole = [prefix, &quote.exact, suffix].concat();
    ground
        .places(&whole, OCCURRENCES)
        .into_iter()
        .map(|start| start + prefix.len())
        .map(|start| Span::new(start, start + quote.exact.len()))
        .collect()
}

fn weight(text: &str) -> usize {
    text.chars()
        .map(|c| if c >= '\u{2e80}' { 3 } else { 1 })
        .sum()
}

/// What can be said of places where the same words stand.
enum Choice {
    /// This one.
    Place(Span, Agreement),
    /// Nothing decides between these.
    Undecided(Vec<Span>),
    /// None; these have the words, but not what stood around them.
    Refused(Vec<Span>),
}

impl Sought<'_> {
    fn away(&self, span: Span) -> Option<usize> {
        self.hint.map(|hint| hint.start.abs_diff(span.start))
    }

    /// Whether the place is where the quote is said to stand, give or take its own length.
    fn is_near(&self, span: Span) -> bool {
        self.away(span)
            .is_some_and(|away| away <= self.quote.exact.len().max(16))
    }

    fn choose(&self, ground: &Ground<'_>, places: &[Span]) -> Choice {
        let mut judged: Vec<(Span, Agreement)> = places
            .iter()
            .map(|span| (*span, self.context.agreement(&ground.text, *span)))
            .collect();
        if let [(span, agreement)] = *judged {
            let gone = agreement.contradicts() && self.weight < DISTINCTIVE && !self.is_near(span);
            return if gone {
                Choice::Refused(vec![span])
            } else {
                Choice::Place(span, agreement)
            };
        }
        if judged.is_empty() {
            return Choice::Refused(Vec::new());
        }
        if judged.iter().all(|(_, agreement)| agreement.contradicts())
            && self.weight < DISTINCTIVE
            && !judged.iter().any(|(span, _)| self.away(*span) == Some(0))
        {
            return Choice::Refused(listed(places));
        }
        let best = judged.iter().map(|j| j.1.mean()).fold(0.0, f64::max);
        judged.retain(|(_, agreement)| best - agreement.mean() < CLEARLY);
        let spans: Vec<Span> = judged.iter().map(|j| j.0).collect();
        match self.nearest(&spans) {
            Some(at) => Choice::Place(judged[at].0, judged[at].1),
            None => Choice::Undecided(listed(&spans)),
        }
    }

    /// The only place, or the one that is clearly nearest to where the quote is said to stand:
    /// at least three times as near as the next.
    fn nearest(&self, places: &[Span]) -> Option<usize> {
        if places.len() == 1 {
            return Some(0);
        }
        let mut by_distance: Vec<(usize, usize)> = places
            .iter()
            .enumerate()
            .filter_map(|(at, span)| Some((self.away(*span)?, at)))
            .collect();
        by_distance.sort_unstable();
        match *by_distance {
            [(near, at), (next, _), ..] if near.saturating_mul(3) <= next && near < next => {
                Some(at)
            }
            _ => None,
        }
    }

    /// Whether the quote began, or ended, with a whole word, as far as its context tells.
    fn whole_at_start(&self) -> bool {
        let ends_word = |p: &String| p.chars().next_back().is_some_and(char::is_alphanumeric);
        !self.quote.prefix.as_ref().is_some_and(ends_word)
    }

    fn whole_at_end(&self) -> bool {
        let starts_word = |s: &String| s.chars().next().is_some_and(char::is_alphanumeric);
        !self.quote.suffix.as_ref().is_some_and(starts_word)
    }

    /// The place of the unchanged quote; where it ends in the middle of a word although it did not
    /// once (“14” is now “140”), the words are not the same.
    fn with_whole_words(&self, ground: &Ground<'_>, span: Span) -> Anchored {
        let given = |side: &Option<String>| side.as_ref().is_some_and(|s| !s.is_empty());
        let whole = ground.whole_words(
            span,
            given(&self.quote.prefix) && self.whole_at_start(),
            given(&self.quote.suffix) && self.whole_at_end(),
        );
        self.answer(ground, whole)
    }

    fn answer(&self, ground: &Ground<'_>, span: Span) -> Anchored {
        let distance = approximate::distance(&self.quote.exact, span.of(&ground.text));
        if distance == 0 {
            Anchored::exact(span)
        } else {
            Anchored {
                state: State::Changed,
                span: Some(span),
                distance,
                candidates: Vec::new(),
            }
        }
    }

    /// The same words in other typography, at a place other than `seen`.
    fn same_words(&self, ground: &Ground<'_>, seen: &[Span]) -> Option<Anchored> {
        let quote: String = self.folded.iter().collect();
        let quote = quote.trim();
        let text = ground.folded();
        let places: Vec<Span> = ground
            .folded_places(quote, OCCURRENCES)
            .into_iter()
            .map(|start| text.origin(start, start + quote.len()))
            .filter(|span| !seen.contains(span))
            .collect();
        if places.is_empty() {
            return None;
        }
        match self.choose(ground, &places) {
            Choice::Place(span, _) => Some(self.with_whole_words(ground, span)),
            Choice::Undecided(all) => Some(Anchored::lost(all)),
            Choice::Refused(_) => None,
        }
    }

    /// Similar words, or lost.
    fn similar(&self, ground: &Ground<'_>, refused: Vec<Span>) -> Anchored {
        let slots = slots(ground, &self.context, self.hint, self.folded.len());
        let mut found: Vec<Found> = self.shared_grams(ground);
        found.extend(
            slots
                .gaps
                .iter()
                .filter_map(|gap| self.judge_gap(ground, *gap)),
        );
        found.retain(|f| f.is_accepted(self.weight, slots.closed));
        found.sort_by(|a, b| b.merit().total_cmp(&a.merit()).then(a.span.cmp(&b.span)));
        let mut apart: Vec<Found> = Vec::new();
        for one in found {
            if !apart.iter().any(|other| other.span.overlaps(one.span)) {
                apart.push(one);
            }
        }
        let Some(best) = apart.first().map(Found::merit) else {
            return Anchored::lost(refused);
        };
        let equal: Vec<Span> = apart
            .iter()
            .filter(|f| best - f.merit() < CLEARLY)
            .map(|f| f.span)
            .collect();
        match self.nearest(&equal) {
            Some(at) => self.answer(ground, equal[at]),
            None => Anchored::lost(listed(&equal)),
        }
    }

    /// The edited quote between both of its contexts, where it is still recognisable.
    fn between_contexts(&self, ground: &Ground<'_>) -> Option<Anchored> {
        let sought = Sought {
            quote: self.quote,
            context: self.context.clone(),
            folded: folded(&self.quote.exact).chars().collect(),
            hint: self.hint,
            weight: self.weight,
        };
        if sought.folded.len() > LONGEST {
            return None;
        }
        let slots = slots(ground, &sought.context, sought.hint, sought.folded.len());
        let mut found: Vec<Found> = slots
            .gaps
            .iter()
            .filter_map(|gap| sought.judge_gap(ground, *gap))
            .filter(|f| f.held || f.agreement.holds_fast() && f.likeness >= 0.6)
            .collect();
        (found.len() == 1)
            .then(|| found.remove(0))
            .map(|f| sought.answer(ground, f.span))
    }

    /// Whether it is so short that its context says more of it than its words.
    fn is_short(&self) -> bool {
        self.weight <= 20
    }

    /// Places that share many grams with the quote, each with its best ends.
    fn shared_grams(&self, ground: &Ground<'_>) -> Vec<Found> {
        let quote: String = self.folded.iter().collect();
        let limit = self.folded.len() * 45 / 100;
        let text = ground.folded();
        let mut found: Vec<Found> = Vec::new();
        for stretch in ground.grams().stretches(&quote) {
            let start = text.text.floor_char_boundary(stretch.start);
            let end = text.text.ceil_char_boundary(stretch.end);
            let window = &text.text[start..end];
            let mut search = Search::new(&quote, limit);
            search.feed(window);
            let matches = search.finish(&quote, window);
            let mut behind = 0;
            for best in matches {
                // Neighbouring ends are of one place.
                if best.start < behind {
                    continue;
                }
                behind = best.end;
                let rough = text.origin(start + best.start, start + best.end);
                let span = self
                    .seams(ground, start + best.start, start + best.end)
                    .unwrap_or(rough);
                let span = ground.whole_words(span, self.whole_at_start(), self.whole_at_end());
                if !found.iter().any(|f| f.span == span)
                    && let Some(one) = self.judge(ground, span)
                {
                    found.push(one);
                }
            }
        }
        found
    }

    /// The ends of the quote, which by itself is best found at the folded bytes `start..end`, by
    /// aligning each end with its context.
    fn seams(&self, ground: &Ground<'_>, start: usize, end: usize) -> Option<Span> {
        let text = ground.folded();
        let window = |from: usize, to: usize| {
            let from = text.text.floor_char_boundary(from);
            let to = text.text.ceil_char_boundary(to.min(text.text.len()));
            (from, text.text[from..to].chars().collect::<Vec<char>>())
        };
        let bytes = |chars: &[char]| chars.iter().map(|c| c.len_utf8()).sum::<usize>();
        let reach = SEAM + SLACK + self.context.before.len().max(self.context.behind.len());
        let head = &self.folded[..self.folded.len().min(SEAM)];
        let tail = &self.folded[self.folded.len().saturating_sub(SEAM)..];
        let (from, before) = window(start.saturating_sub(reach), start + SEAM + SLACK);
        let rough = text.text[from..start].chars().count();
        let opens = self.opens_sentence();
        let first = first_seam(&self.context, head, &before, rough, opens)?;
        let start = from + bytes(&before[..first]);
        let (from, behind) = window(end.saturating_sub(SEAM + SLACK), end + reach);
        let rough = text.text[from..end].chars().count();
        let last = last_seam(&self.context, tail, &behind, rough)?;
        let end = from + bytes(&behind[..last]);
        (start < end).then(|| text.origin(start, end).trimmed(&ground.text))
    }

    /// Whether the quote stood at the start of a sentence or line.
    fn opens_sentence(&self) -> bool {
        let prefix = self.quote.prefix.as_deref().unwrap_or_default();
        let spaced = prefix.trim_end();
        let ends = ['.', '!', '?', ':', '”', '"', '…', '。'];
        spaced.is_empty()
            || prefix[spaced.len()..].contains('\n')
            || prefix.len() > spaced.len() && spaced.ends_with(ends)
    }

    fn judge(&self, ground: &Ground<'_>, span: Span) -> Option<Found> {
        if span.is_empty() {
            return None;
        }
        let there = folded(span.of(&ground.text));
        let quote: String = self.folded.iter().collect();
        let likeness = likeness(&quote, &there);
        Some(Found {
            span,
            likeness,
            agreement: self.context.agreement(&ground.text, span),
            away: self.away(span),
            same_names: names(&quote) == names(&there),
            held: false,
        })
    }

    /// The edited quote in the slot `gap`.
    fn judge_gap(&self, ground: &Ground<'_>, gap: Span) -> Option<Found> {
        let mut found = self.judge(ground, gap)?;
        let length = self.folded.len();
        let brief = gap.of(&ground.text).chars().count() <= (4 * length).max(length + 40);
        found.held = brief && self.is_short() && found.agreement.holds_fast();
        Some(found)
    }
}

fn listed(places: &[Span]) -> Vec<Span> {
    places.iter().take(CANDIDATES).copied().collect()
}
