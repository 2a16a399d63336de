//! Trains the learned layer of the contested topics. What it learns from, how well it does and what it
//! does not do well: README.md.
//!
//! See [`USAGE`].

mod corpus;
mod last;
mod learn;
mod measure;

use std::path::{Path, PathBuf};

use std::time::Instant;

use anyhow::{Context, Result, bail};
use sourcelight_analysis::Controversy;
use sourcelight_analysis::training::{TopicContext, TopicModel, TopicScores};
use sourcelight_text::Span;

use crate::corpus::{Row, Story, TOPICS, same, topics};
use crate::last::{Judged, Last};
use crate::learn::{Learned, Plan, learn};
use crate::measure::Figures;

const USAGE: &str = "\
cargo xtask train topics [--write] [--measure DIR] [--errors TOPIC]
  --write         learn from all stories and examples and write the model
  --measure DIR   measure the model that ships, and the rules alone, on other stories
  --errors TOPIC  list what was missed and what was wrong of a topic, or of treaties
  --l2 --eta --epochs --drop --least --sure NUMBER, --more DIR, --without PREFIX
                  try another plan, more stories to learn from, or fewer features
Without --measure, the figures are those of stories that were left out of the learning (cross-validation).";

/// Where the stories and examples lie.
const HERE: &str = env!("CARGO_MANIFEST_DIR");

const MODEL: &str = "../../crates/analysis/data/topic_weights.txt";

/// Annotated articles that lie elsewhere in the repository.
const FIXTURES: &str = "../../tests/fixtures/wikinews/a";

const PLAN: Plan = Plan {
    epochs: 24,
    eta: 0.1,
    l2: 0.02,
    drop: 0.3,
    least: 3,
    sure: 0.3,
};

/// How many parts the stories are cut into: each is measured with a model learned from the others.
const FOLDS: usize = 8;

fn main() -> Result<()> {
    let mut plan = PLAN;
    let mut errors = None;
    let (mut write, mut measure, mut more, mut without) = (false, None, Vec::new(), Vec::new());
    let mut args = std::env::args().skip(1);
    while let Some(word) = args.next() {
        let mut value = || args.next().context(USAGE);
        match word.as_str() {
            "--write" => write = true,
            "--measure" => measure = Some(PathBuf::from(value()?)),
            "--more" => more.push(PathBuf::from(value()?)),
            "--l2" => plan.l2 = value()?.parse()?,
            "--eta" => plan.eta = value()?.parse()?,
            "--epochs" => plan.epochs = value()?.parse()?,
            "--drop" => plan.drop = value()?.parse()?,
            "--errors" => errors = Some(value()?),
            "--without" => without.push(format!("{} ", value()?)),
            "--sure" => plan.sure = value()?.parse()?,
            "--least" => plan.least = value()?.parse()?,
            _ => bail!("{USAGE}"),
        }
    }
    let here = Path::new(HERE);
    if let Some(folder) = measure {
        let stories = corpus::stories(&folder)?;
        let model = std::fs::read_to_string(here.join(MODEL))?;
        println!("rules alone\n{}", figures(&stories, "").lines());
        println!("with the model\n{}", figures(&stories, &model).lines());
        let (rules, all) = (TopicModel::read(""), TopicModel::read(&model));
        println!("for 1,000 words, rules alone: {}", times(&stories, &rules));
        println!("for 1,000 words, with the model: {}", times(&stories, &all));
        return Ok(());
    }
    let mut stories = corpus::stories(&here.join("stories"))?;
    stories.extend(corpus::stories(&here.join(FIXTURES))?);
    let mut examples = corpus::examples(&here.join("examples"))?;
    for folder in ["wire", "known"] {
        examples.extend(corpus::stories(&here.join(folder))?);
    }
    for folder in &more {
        examples.extend(corpus::stories(folder)?);
    }
    for row in stories
        .iter_mut()
        .chain(&mut examples)
        .flat_map(|s| &mut s.rows)
    {
        row.features
            .retain(|f| !without.iter().any(|w| f.starts_with(w.as_str())));
    }
    let crossed = cross_validated(&stories, &examples, plan);
    println!("rules alone\n{}", crossed.rules.lines());
    println!("cross-validated\n{}", crossed.figures.lines());
    if let Some(topic) = errors {
        crossed.errors(&stories, &topic);
    }
    if write {
        let rows: Vec<&Row> = stories
            .iter()
            .chain(&examples)
            .flat_map(|s| &s.rows)
            .collect();
        let file = learn(&rows, plan).file(&crossed.last);
        println!("{} bytes, {} features", file.len(), file.lines().count());
        std::fs::write(here.join(MODEL), file)?;
    }
    Ok(())
}

fn figures(stories: &[Story], model: &str) -> Figures {
    let model = TopicModel::read(model);
    let mut figures = Figures::default();
    for story in stories {
        figures.add(story, &model.read_article(&story.article));
    }
    figures
}

/// What cross-validation answers.
struct Crossed {
    /// How the context weighs, for each topic.
    last: Last,
    /// The figures of all stories, each with a model that has not seen it.
    figures: Figures,
    /// The figures of the rules alone.
    rules: Figures,
    /// What was found in each story.
    found: Vec<Vec<Controversy>>,
}

impl Crossed {
    /// Prints what was missed and what was wrong of one topic.
    fn errors(&self, stories: &[Story], topic: &str) {
        if topic == "treaties" {
            return treaty_errors(stories);
        }
        for (story, found) in stories.iter().zip(&self.found) {
            let text = |span: Span| span.of(&story.article.text).replace('\n', " ");
            let found: Vec<_> = found.iter().filter(|c| c.topic.word() == topic).collect();
            let marks: Vec<_> = story
                .marks
                .iter()
                .filter(|m| m.topic.word() == topic)
                .collect();
            for mark in marks.iter().filter(|m| !m.optional) {
                if !found.iter().any(|f| same(f.span, mark.span)) {
                    println!("{} missed: {}", story.id, text(mark.span));
                }
            }
            for point in found
                .iter()
                .filter(|f| !marks.iter().any(|m| same(f.span, m.span)))
            {
                println!("{} wrong: {} ({})", story.id, text(point.span), point.why);
            }
        }
    }
}

/// Prints the mentions of treaties that were missed, and those that were wrong.
fn treaty_errors(stories: &[Story]) {
    let rules = TopicModel::read("");
    for story in stories {
        let found = rules.read_article(&story.article).treaties;
        let text = |span: Span| span.of(&story.article.text);
        for mark in story.treaties.iter().filter(|m| !m.optional) {
            if !found.iter().any(|f| same(f.span, mark.span)) {
                println!("{} missed: {}", story.id, text(mark.span));
            }
        }
        for point in &found {
            if !story.treaties.iter().any(|m| same(point.span, m.span)) {
                println!("{} wrong: {}", story.id, text(point.span));
            }
        }
    }
}

/// How long the stages of the analysis take for 1,000 words, on all stories together: the least of many
/// rounds, for other work on the machine can only add to it.
fn times(stories: &[Story], model: &TopicModel) -> String {
    const ROUNDS: usize = 20;
    let mut least: Vec<(&str, f64)> = Vec::new();
    for story in stories {
        let mut here: Vec<(&str, f64)> = Vec::new();
        for _ in 0..ROUNDS {
            let mut last = Instant::now();
            model.stages(&story.article, &mut |stage| {
                let now = Instant::now();
                let took = (now - last).as_secs_f64() * 1e3;
                match here.iter_mut().find(|s| s.0 == stage) {
                    Some(least) => least.1 = least.1.min(took),
                    None => here.push((stage, took)),
                }
                last = now;
            });
        }
        for (stage, took) in here {
            match least.iter_mut().find(|s| s.0 == stage) {
                Some(sum) => sum.1 += took,
                None => least.push((stage, took)),
            }
        }
    }
    let words = |s: &Story| s.article.text.split_whitespace().count();
    let words: usize = stories.iter().map(words).sum();
    let part = |(stage, ms): &(&str, f64)| format!("{stage} {:.2} ms", ms * 1e3 / words as f64);
    least.iter().map(part).collect::<Vec<_>>().join(", ")
}

fn cross_validated(stories: &[Story], examples: &[Story], plan: Plan) -> Crossed {
    let fold = |at: usize| at % FOLDS;
    let models: Vec<Learned> = std::thread::scope(|scope| {
        let learning: Vec<_> = (0..FOLDS)
            .map(|left_out| {
                scope.spawn(move || {
                    let others = stories
                        .iter()
                        .enumerate()
                        .filter(|(at, _)| fold(*at) != left_out);
                    let rows: Vec<&Row> = others
                        .map(|s| s.1)
                        .chain(examples)
                        .flat_map(|s| &s.rows)
                        .collect();
                    learn(&rows, plan)
                })
            })
            .collect();
        learning.into_iter().filter_map(|l| l.join().ok()).collect()
    });
    let rules = TopicModel::read("");
    let mut rule_figures = Figures::default();
    let mut judged: Vec<Vec<Judged>> = vec![Vec::new(); TOPICS];
    for (at, story) in stories.iter().enumerate() {
        let by_rules = rules.read_article(&story.article);
        rule_figures.add(story, &by_rules);
        let by_rules = by_rules.controversies;
        let scores: Vec<TopicScores> = story
            .rows
            .iter()
            .map(|r| models[fold(at)].scores(r))
            .collect();
        for (row, context) in story.rows.iter().zip(TopicContext::of(&scores)) {
            for (place, topic) in topics().enumerate() {
                let Some(label) = row.labels[place] else {
                    continue;
                };
                judged[place].push(Judged {
                    context: context[place].parts(),
                    ruled: by_rules
                        .iter()
                        .any(|c| c.topic == topic && same(c.span, row.span)),
                    label,
                    calm: story.is_calm(),
                });
            }
        }
    }
    let last: Last = std::array::from_fn(|place| last::learn(&judged[place], plan.sure));
    let mut figures = Figures::default();
    let readers: Vec<TopicModel> = models
        .iter()
        .map(|m| TopicModel::read(&m.file(&last)))
        .collect();
    let mut found = Vec::new();
    for (at, story) in stories.iter().enumerate() {
        let points = readers[fold(at)].read_article(&story.article);
        figures.add(story, &points);
        found.push(points.controversies);
    }
    Crossed {
        last,
        figures,
        rules: rule_figures,
        found,
    }
}
