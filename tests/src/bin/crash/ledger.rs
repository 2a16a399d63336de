//! What a reader did, what of it the status called saved, and what is still there.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

/// What stands somewhere: the words of a note, a verdict; empty where nothing does.
pub(crate) type Value = String;

/// Everything the reader has touched, by name.
#[derive(Debug, Default)]
pub(crate) struct Ledger {
    things: BTreeMap<String, Thing>,
    figures: Figures,
    losses: Vec<String>,
    killed: Option<Instant>,
}

#[derive(Debug, Default)]
struct Thing {
    /// What stood there when the status last said saved.
    acknowledged: Value,
    /// What was put there since, in order, and when.
    later: Vec<(Value, Instant)>,
}

/// The figures.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Figures {
    /// Changes that were made.
    pub(crate) made: usize,
    /// Changes that the status called saved.
    pub(crate) acknowledged: usize,
    /// Things whose acknowledged state was gone after a kill.
    pub(crate) lost: usize,
    /// Changes that nothing had acknowledged when the browser was killed.
    pub(crate) on_their_way: usize,
    /// Those of them that were kept all the same.
    pub(crate) arrived: usize,
    /// The age, at the kill, of the oldest change that was not acknowledged and is lost.
    pub(crate) oldest_lost: Duration,
}

impl Ledger {
    /// A change is being made: from now on `value` may stand there.
    pub(crate) fn put(&mut self, thing: &str, value: impl Into<Value>) {
        self.figures.made += 1;
        self.pass(thing, value);
    }

    /// On the way to a change this may stand there too, as while words are typed.
    pub(crate) fn pass(&mut self, thing: &str, value: impl Into<Value>) {
        let value = value.into();
        let thing = self.things.entry(thing.to_owned()).or_default();
        thing.later.push((value, Instant::now()));
    }

    /// What should stand there now.
    pub(crate) fn now(&self, thing: &str) -> &str {
        self.things.get(thing).map_or("", |thing| {
            thing
                .later
                .last()
                .map_or(&thing.acknowledged, |(value, _)| value)
        })
    }

    /// The names of the things that begin like this and at which something stands.
    pub(crate) fn standing(&self, prefix: &str) -> Vec<String> {
        let names = self.things.keys().filter(|name| name.starts_with(prefix));
        names
            .filter(|name| !self.now(name).is_empty())
            .cloned()
            .collect()
    }

    /// The one of these that was begun last: names count upwards.
    pub(crate) fn newest(&self, kind: &str) -> Option<String> {
        let names = self.things.keys();
        names.filter(|name| name.starts_with(kind)).max().cloned()
    }

    /// The status says that all is saved.
    pub(crate) fn acknowledge(&mut self) {
        for thing in self.things.values_mut() {
            self.figures.acknowledged += usize::from(!thing.later.is_empty());
            if let Some((value, _)) = thing.later.pop() {
                thing.acknowledged = value;
                thing.later.clear();
            }
        }
    }

    /// The browser was killed.
    pub(crate) fn killed(&mut self, at: Instant) {
        self.killed = Some(at);
    }

    /// Compares with what is there, which counts from now on. What is not named in `there` is empty.
    /// What is there before anything was done belongs to the article.
    pub(crate) fn compare(&mut self, there: &BTreeMap<String, Value>) {
        let first = self.things.is_empty();
        for (name, value) in there {
            if first {
                let thing = Thing {
                    acknowledged: value.clone(),
                    later: Vec::new(),
                };
                self.things.insert(name.clone(), thing);
            } else if !self.things.contains_key(name) {
                // What nobody ever made cannot be there.
                self.figures.lost += 1;
                self.losses.push(format!("{name}: nobody put it there"));
            }
        }
        for (name, thing) in &mut self.things {
            let found = there.get(name).cloned().unwrap_or_default();
            let way = thing.later.iter().rposition(|(value, _)| *value == found);
            if way.is_none() && found != thing.acknowledged {
                self.figures.lost += 1;
                self.losses.push(format!(
                    "{name}: {:?} was acknowledged, then came {:?}; {found:?} is there",
                    thing.acknowledged,
                    thing.later.iter().map(|(v, _)| v).collect::<Vec<_>>()
                ));
            }
            if !thing.later.is_empty() {
                self.figures.on_their_way += 1;
                let first_lost = way.map_or(0, |way| way + 1);
                self.figures.arrived += usize::from(first_lost == thing.later.len());
                if let (Some((_, made)), Some(killed)) = (thing.later.get(first_lost), self.killed)
                {
                    let age = killed.saturating_duration_since(*made);
                    self.figures.oldest_lost = self.figures.oldest_lost.max(age);
                }
            }
            thing.acknowledged = found;
            thing.later.clear();
        }
    }

    /// The figures so far.
    pub(crate) const fn figures(&self) -> Figures {
        self.figures
    }

    /// What was lost, in words.
    pub(crate) fn losses(&self) -> &[String] {
        &self.losses
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn there(value: &str) -> BTreeMap<String, Value> {
        BTreeMap::from([("note".to_owned(), value.to_owned())])
    }

    #[test]
    fn what_was_acknowledged_may_be_followed_but_not_gone_behind() {
        let mut ledger = Ledger::default();
        ledger.put("note", "one");
        ledger.acknowledge();
        ledger.put("note", "two");
        ledger.compare(&there("two"));
        assert_eq!((ledger.figures().lost, ledger.figures().arrived), (0, 1));
        ledger.put("note", "three");
        ledger.compare(&there("two"));
        assert_eq!((ledger.figures().lost, ledger.figures().arrived), (0, 1));
        ledger.compare(&there("one"));
        assert_eq!(ledger.figures().lost, 1);
        ledger.compare(&BTreeMap::new());
        assert_eq!(ledger.figures().lost, 2);
    }

    #[test]
    fn what_nobody_made_is_a_fault() {
        let mut ledger = Ledger::default();
        ledger.put("other", "one");
        ledger.compare(&there("stray"));
        assert_eq!(ledger.figures().lost, 1);
    }
}
