//! Found points against marked ones, topic by topic.

use sourcelight_analysis::Analysis;
use sourcelight_text::Span;

use crate::corpus::{Marked, Story, TOPICS, same, topics};

/// How many were right, found, wanted.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Count {
    pub(crate) right: usize,
    pub(crate) found: usize,
    pub(crate) wanted: usize,
}

impl Count {
    pub(crate) fn f1(self) -> f64 {
        match self.found + self.wanted {
            0 => 1.0,
            all => 2.0 * self.right as f64 / all as f64,
        }
    }

    fn add(&mut self, other: Self) {
        self.right += other.right;
        self.found += other.found;
        self.wanted += other.wanted;
    }
}

/// The figures of many stories.
#[derive(Clone, Debug, Default)]
pub(crate) struct Figures {
    pub(crate) topics: [Count; TOPICS],
    treaties: Count,
    words: usize,
    false_ones: usize,
}

impl Figures {
    /// Adds a story: pairs one to one, what is not optional first, then the longest overlaps, as `eval
    /// article` does.
    pub(crate) fn add(&mut self, story: &Story, analysis: &Analysis) {
        let found = &analysis.controversies;
        let treaties: Vec<&Marked> = story.treaties.iter().collect();
        let mentions: Vec<Span> = analysis.treaties.iter().map(|t| t.span).collect();
        self.treaties.add(paired(&treaties, &mentions));
        let mut wrong = 0;
        for (place, topic) in topics().enumerate() {
            let gold: Vec<&Marked> = story.marks.iter().filter(|m| m.topic == topic).collect();
            let here: Vec<Span> = found
                .iter()
                .filter(|c| c.topic == topic)
                .map(|c| c.span)
                .collect();
            let count = paired(&gold, &here);
            wrong += count.found - count.right;
            self.topics[place].add(count);
        }
        if story.is_calm() {
            self.words += story.article.text.split_whitespace().count();
            self.false_ones += wrong;
        }
    }

    pub(crate) fn all(&self) -> Count {
        let mut all = Count::default();
        self.topics.iter().for_each(|c| all.add(*c));
        all
    }

    /// A table.
    pub(crate) fn lines(&self) -> String {
        let line = |name: &str, c: Count| {
            let of = |n: usize| {
                if n == 0 {
                    0.0
                } else {
                    c.right as f64 / n as f64
                }
            };
            format!(
                "{name:<22} F1 {:.3}   P {:.3}   R {:.3}  (right {}, found {}, gold {})\n",
                c.f1(),
                of(c.found),
                of(c.wanted),
                c.right,
                c.found,
                c.wanted
            )
        };
        let mut out = line("all", self.all());
        for (place, topic) in topics().enumerate() {
            out += &line(topic.word(), self.topics[place]);
        }
        out += &line("treaty mentions", self.treaties);
        let rate = self.false_ones as f64 * 1000.0 / self.words.max(1) as f64;
        out + &format!(
            "points where none is: {rate:.2} per 1,000 words ({} in {})\n",
            self.false_ones, self.words
        )
    }
}

fn paired(gold: &[&Marked], found: &[Span]) -> Count {
    let mut pairs = Vec::new();
    for (i, g) in gold.iter().enumerate() {
        for (j, f) in found.iter().enumerate().filter(|(_, f)| same(g.span, **f)) {
            let shared = g.span.intersection(*f).map_or(0, Span::len);
            pairs.push((g.optional, usize::MAX - shared, i, j));
        }
    }
    pairs.sort_unstable();
    let (mut golds, mut founds) = (vec![false; gold.len()], vec![false; found.len()]);
    let mut right = 0;
    for &(optional, _, i, j) in &pairs {
        if !golds[i] && !founds[j] {
            (golds[i], founds[j]) = (true, true);
            right += usize::from(!optional);
        }
    }
    let beside = |j: usize| pairs.iter().any(|p| p.0 && p.3 == j);
    let wrong = (0..found.len())
        .filter(|&j| !founds[j] && !beside(j))
        .count();
    Count {
        right,
        found: right + wrong,
        wanted: gold.iter().filter(|g| !g.optional).count(),
    }
}
