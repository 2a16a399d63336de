//! The stages of a test run: their time, and how many tests each ran.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};

use crate::run::written_out;

/// What was done so far.
#[derive(Default)]
pub(super) struct Stages {
    done: Vec<Stage>,
}

struct Stage {
    name: &'static str,
    took: Duration,
    passed: Option<u32>,
}

impl Stages {
    /// Does one stage.
    pub(super) fn run<T>(
        &mut self,
        name: &'static str,
        stage: impl FnOnce() -> Result<T>,
    ) -> Result<T> {
        println!("\n=== {name}");
        let started = Instant::now();
        let answer = stage();
        let took = started.elapsed();
        println!(
            "=== {name}: {} {} min",
            if answer.is_ok() {
                "passed,"
            } else {
                "FAILED after"
            },
            minutes(took)
        );
        self.done.push(Stage {
            name,
            took,
            passed: None,
        });
        if answer.is_err() {
            self.report();
        }
        answer.with_context(|| format!("the stage “{name}” failed"))
    }

    /// Does one stage that is a test runner, and counts the tests it says have passed.
    pub(super) fn count(&mut self, name: &'static str, runner: &mut Command) -> Result<()> {
        let passed = self.run(name, || counted(runner))?;
        if let Some(stage) = self.done.last_mut() {
            stage.passed = Some(passed);
        }
        Ok(())
    }

    /// Prints what each stage took.
    pub(super) fn report(&self) {
        println!("\n{:>7}  {:>6}  stage", "minutes", "tests");
        for Stage { name, took, passed } in &self.done {
            let passed = passed.map(|passed| passed.to_string()).unwrap_or_default();
            println!("{:>7}  {passed:>6}  {name}", minutes(*took));
        }
        let took = self.done.iter().map(|stage| stage.took).sum();
        let passed: u32 = self.done.iter().filter_map(|stage| stage.passed).sum();
        println!("{:>7}  {passed:>6}  in all", minutes(took));
    }

    /// Prints the report and, as the last line, what CI reads.
    pub(super) fn close(&self) {
        self.report();
        let passed: u32 = self.done.iter().filter_map(|stage| stage.passed).sum();
        println!("\n{passed} passed, 0 failed");
    }
}

fn minutes(took: Duration) -> String {
    format!("{:.1}", took.as_secs_f64() / 60.0)
}

/// Runs a test runner with its output shown, and counts the tests in its closing lines.
fn counted(runner: &mut Command) -> Result<u32> {
    let line = written_out(runner);
    let mut child = runner
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("starting `{line}`"))?;
    let stdout = child
        .stdout
        .take()
        .context("the test runner has no output")?;
    let mut passed = 0;
    for written in BufReader::new(stdout).lines() {
        let written = written?;
        println!("{written}");
        passed += passed_in(&written).unwrap_or(0);
    }
    let status = child.wait()?;
    if !status.success() {
        bail!("`{line}` failed ({status})");
    }
    ensure!(passed > 0, "`{line}` ran no test");
    Ok(passed)
}

/// The number in `test result: ok. 12 passed; 0 failed; …`.
fn passed_in(line: &str) -> Option<u32> {
    let counts = line.strip_prefix("test result: ok. ")?;
    counts.split_once(" passed")?.0.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::passed_in;

    #[test]
    fn closing_lines_are_counted() {
        let line = "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.02s";
        assert_eq!(passed_in(line), Some(12));
        assert_eq!(passed_in("test a_test ... ok"), None);
    }
}
