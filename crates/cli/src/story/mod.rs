//! `eval article`: what PolNeAR cannot measure. An engine, or a second reader, against articles that a
//! reader annotated: attributions and what is said of each, voices, chains, coverage, claims without a
//! source, contested points, treaties.

mod annotated;
mod attributions;
mod coverage;
mod engine;
mod figure;
mod spans;
#[cfg(test)]
mod testing;
mod via;
mod voices;

use std::path::Path;

use crate::error::Error;
use crate::stream::in_parallel;

use annotated::{Story, stories};
use figure::{Accuracy, Count};
use sourcelight_analysis::Engine;

/// The table of figures on the articles in the folder `gold`: of the engine, or of the annotations of
/// the same name in `pred`. An article that `pred` lacks counts as one in which nothing was found;
/// one that only `pred` has is left alone.
pub(crate) fn table(gold: &Path, pred: Option<&Path>, engine: Engine) -> Result<String, Error> {
    let gold = stories(gold)?;
    let found = match pred {
        Some(folder) => {
            let mut found = stories(folder)?;
            gold.iter()
                .map(|g| match found.iter().position(|f| f.id == g.id) {
                    Some(at) => found.swap_remove(at),
                    None => Story::empty(&g.id, &g.text),
                })
                .collect()
        }
        None => in_parallel(&gold, |g| engine::story(&g.id, &g.text, engine)),
    };
    Ok(measured(&gold, &found).lines())
}

/// The figures of all articles together.
#[derive(Clone, Debug, Default)]
struct Figures {
    articles: usize,
    /// Of these, those in which attributions were annotated, too.
    whole: usize,
    attribution: Count,
    source_type: Accuracy,
    named: Accuracy,
    quote: Accuracy,
    tier: Accuracy,
    via: Count,
    voices: voices::BCubed,
    speakers: voices::BCubed,
    coverage: Accuracy,
    unsourced: Count,
    controversies: spans::ByLabel,
    uncontested: Uncontested,
    treaties: Count,
}

/// Points found in the articles in which a reader found nothing contested.
#[derive(Clone, Copy, Debug, Default)]
struct Uncontested {
    articles: usize,
    words: usize,
    points: usize,
}

impl Uncontested {
    /// Adds an article, if it is one. A point that a reader marked as optional is not false.
    fn add(&mut self, gold: &Story, found: &Story) {
        if gold.controversies.iter().any(|c| !c.optional) {
            return;
        }
        let mut count = Count::default();
        spans::add(&gold.controversies, &found.controversies, &mut count);
        self.articles += 1;
        self.words += gold.text.split_whitespace().count();
        self.points += count.false_ones();
    }

    fn line(self) -> String {
        let rate = match self.words {
            0 => 0.0,
            words => self.points as f64 * 1000.0 / words as f64,
        };
        format!(
            "{:<22} per 1,000 words {rate:.2}        (false {}, of {} words in {} articles)",
            "points where none is", self.points, self.words, self.articles
        )
    }
}

/// Measures `found` against `gold`, article by article.
fn measured(gold: &[Story], found: &[Story]) -> Figures {
    let mut figures = Figures {
        articles: gold.len(),
        ..Figures::default()
    };
    for (gold, found) in gold.iter().zip(found) {
        figures.add_points(gold, found);
        if gold.points_only {
            continue;
        }
        figures.whole += 1;
        let matched = attributions::matched(gold, found, &mut figures.attribution);
        figures.speakers.add_speakers(gold, found, &matched);
        for (i, j) in matched {
            let (want, got) = (&gold.attributions[i], &found.attributions[j]);
            figures.source_type.add(want.source_type == got.source_type);
            figures.named.add(want.named == got.named);
            figures.quote.add(want.quote == got.quote);
            figures.tier.add(want.tier == got.tier);
            via::add(gold, found, (i, j), &mut figures.via);
        }
        figures.voices.add(gold, found);
        coverage::add(&gold.coverage, &found.coverage, &mut figures.coverage);
        spans::add(&gold.unsourced, &found.unsourced, &mut figures.unsourced);
    }
    figures
}

impl Figures {
    /// Measures the contested points and the treaties of one article.
    fn add_points(&mut self, gold: &Story, found: &Story) {
        self.controversies
            .add(&gold.controversies, &found.controversies);
        self.uncontested.add(gold, found);
        // Readers name treaties in words of their own: the place decides.
        let places = |side: &[spans::Labelled]| -> Vec<spans::Labelled> {
            let plain = |l: &spans::Labelled| spans::Labelled {
                label: String::new(),
                ..l.clone()
            };
            side.iter().map(plain).collect()
        };
        spans::add(
            &places(&gold.treaties),
            &places(&found.treaties),
            &mut self.treaties,
        );
    }

    fn lines(&self) -> String {
        let mut lines = vec![format!("{:<34} {}", "articles", self.articles)];
        if self.whole > 0 || self.articles == 0 {
            lines.extend([
                self.attribution.line("attribution"),
                self.source_type.line("source type"),
                self.named.line("named"),
                self.quote.line("quote kind"),
                self.tier.line("tier"),
                self.voices.line("entities (B-cubed)"),
                self.speakers.line("  of those matched"),
                self.via.line("via"),
                self.coverage.line("coverage"),
                self.unsourced.line("unsourced"),
            ]);
        }
        lines.push(self.controversies.all().line("controversy"));
        for (topic, count) in self.controversies.labels() {
            lines.push(count.line(&format!("  {topic}")));
        }
        lines.push(self.uncontested.line());
        lines.push(self.treaties.line("treaty mentions"));
        lines.join("\n")
    }
}

#[cfg(test)]
mod tests {
    use sourcelight_analysis::Engine;

    use super::testing::{TEXT, gold};
    use super::*;

    #[test]
    fn what_is_the_same_on_both_sides_is_right_throughout() {
        let figures = measured(&[gold()], &[gold()]);
        for line in figures.lines().lines().skip(1) {
            let calm = line.starts_with("points where none is");
            assert!(calm || line.contains("1.000"), "{line}");
        }
    }

    #[test]
    fn points_in_an_uncontested_article_are_false() {
        let mut calm = gold();
        calm.controversies.clear();
        let figures = measured(&[calm], &[gold()]);
        let line = figures.uncontested.line();
        assert!(
            line.contains("(false 1, of 23 words in 1 articles)"),
            "{line}"
        );
        assert!(line.contains(" 43.48 "), "{line}");
        let figures = measured(&[gold()], &[gold()]);
        assert_eq!(figures.uncontested.articles, 0);
    }

    #[test]
    fn an_article_that_was_not_read_counts_as_all_missed() {
        let figures = measured(&[gold()], &[Story::empty("tiny", TEXT)]);
        let wanted = gold().attributions.iter().filter(|a| !a.optional).count();
        assert_eq!(figures.attribution, Count::of(0, 0, wanted));
        assert_eq!(figures.coverage.right, 0);
    }

    #[test]
    fn the_two_readers_of_the_fixtures_are_measured_against_each_other() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/wikinews");
        let (a, b) = (folder.join("a"), folder.join("b"));
        let table = super::table(&a, Some(&b), Engine::Instant).expect("annotated articles");
        assert!(table.contains("attribution            F1 0.9"), "{table}");
        let table = super::table(&a, Some(&a), Engine::Instant).expect("annotated articles");
        assert!(table.contains("via                    F1 1.000"), "{table}");
    }
}
