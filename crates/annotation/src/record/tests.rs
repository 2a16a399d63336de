use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;
use crate::record::Clock;

fn text(content: &str) -> Option<String> {
    Some(content.to_owned())
}

fn first(device: &str, at: u64, content: &str) -> Record<String> {
    let version = Version::first(device, Stamp::at(at), content.to_owned());
    Record::new("urn:x:1", version)
}

#[test]
fn a_change_made_in_knowledge_replaces() {
    let mut mine = first("a", 1, "old");
    let mut theirs = mine.clone();
    theirs.change("b", Stamp::at(2), None, text("new"));
    assert_eq!(mine.merge(theirs.clone()), Taken::Updated);
    assert_eq!(mine.shown().content, text("new"));
    assert_eq!(mine.merge(first("a", 1, "old")), Taken::Known);
    assert_eq!(mine, theirs);
}

#[test]
fn a_clock_that_is_behind_loses_nothing() {
    let mut mine = first("a", 1_000_000, "old");
    mine.change("b", Stamp::at(3), None, text("made later by a slow clock"));
    let mut old = first("a", 1_000_000, "old");
    assert_eq!(old.merge(mine), Taken::Updated);
    assert_eq!(old.conflicts().count(), 0);
}

#[test]
fn two_changes_that_did_not_know_of_each_other_are_both_kept_until_the_reader_settles_them() {
    let mut mine = first("a", 1, "base");
    let mut theirs = mine.clone();
    mine.change("a", Stamp::at(5), None, text("mine"));
    theirs.change("b", Stamp::at(9), None, text("theirs"));
    assert_eq!(mine.merge(theirs), Taken::Both);
    assert_eq!(mine.shown().content, text("theirs"));
    let other: Vec<_> = mine.conflicts().map(|v| v.content.clone()).collect();
    assert_eq!(other, [text("mine")]);
    mine.change("a", Stamp::at(10), None, text("settled"));
    assert_eq!(mine.versions().len(), 1);
}

#[test]
fn a_deletion_against_a_change_keeps_the_change_in_sight() {
    let mut mine = first("a", 1, "base");
    let mut theirs = mine.clone();
    mine.change("a", Stamp::at(5), None, text("changed"));
    theirs.change(
        "b",
        Stamp::at(9),
        Some("2024-11-20T10:00:00Z".into()),
        text("base"),
    );
    mine.merge(theirs);
    assert!(mine.shown().is_live());
    assert_eq!(mine.shown().content, text("changed"));
    assert_eq!(mine.conflicts().count(), 1);
}

#[test]
fn the_same_done_twice_is_no_conflict() {
    let mut mine = first("a", 1, "base");
    let mut theirs = mine.clone();
    mine.change("a", Stamp::at(5), Some("then".into()), text("base"));
    theirs.change("b", Stamp::at(9), Some("later".into()), text("base"));
    mine.merge(theirs);
    assert_eq!(mine.versions().len(), 2);
    assert_eq!(mine.conflicts().count(), 0);
}

#[test]
fn a_tombstone_keeps_an_old_backup_from_bringing_the_record_back() {
    let backup = first("a", 1, "base");
    let mut here = backup.clone();
    here.change("a", Stamp::at(5), Some("then".into()), None);
    assert_eq!(here.merge(backup), Taken::Known);
    assert!(!here.shown().is_live());
}

#[test]
fn a_device_that_lost_its_clock_does_not_number_two_changes_alike() {
    let mut record = first("a", 1_000, "one");
    record.change("a", Stamp::at(5), None, text("two"));
    assert!(record.shown().stamp() > Stamp::at(1_000));
}

#[test]
fn a_later_schema_and_empty_records_are_refused_in_words() {
    let read = |text: &str| serde_json::from_str::<Store<String>>(text).map_err(|e| e.to_string());
    let later = read(r#"{"schema": 2, "records": []}"#).unwrap_err();
    assert!(later.contains("later version of Sourcelight"), "{later}");
    let empty = read(r#"{"schema": 1, "records": [{"id": "x", "versions": []}]}"#).unwrap_err();
    assert!(empty.contains("“x” has no version"), "{empty}");
    let version = r#"{"device": "a", "seen": {"a": "1.0"}, "content": "c"}"#;
    let crowd = vec![version; 65].join(",");
    let crowded = format!(r#"{{"schema": 1, "records": [{{"id": "x", "versions": [{crowd}]}}]}}"#);
    assert!(read(&crowded).unwrap_err().contains("too many versions"));
}

/// Any version, coherent or not: as a hostile file could hold it.
fn version() -> impl Strategy<Value = Version<u8>> {
    let seen = prop::collection::btree_map("[abc]", (0u64..3, 0u8..2), 0..4);
    let content = prop::option::weighted(0.8, 0u8..3);
    (seen, "[abcd]", any::<bool>(), content).prop_map(|(seen, device, deleted, content)| Version {
        device,
        seen: seen
            .into_iter()
            .map(|(device, (at, more))| {
                let at = Stamp::at(at);
                (device, if more == 0 { at } else { at.next() })
            })
            .collect(),
        deleted: deleted.then(|| "then".to_owned()),
        content,
    })
}

fn store() -> impl Strategy<Value = Store<u8>> {
    let record = ("[xy]", prop::collection::vec(version(), 1..5))
        .prop_map(|(id, versions)| Record::of(id, versions).unwrap());
    prop::collection::vec(record, 0..3).prop_map(|records| {
        let mut store = Store::default();
        for record in records {
            store.take_in(record);
        }
        store
    })
}

fn merged(a: &Store<u8>, b: &Store<u8>) -> Store<u8> {
    let mut both = a.clone();
    both.merge(b.clone());
    both
}

/// What a device does in a simulated team: changes the record, by a clock that says what it likes,
/// or takes in another one's copy.
#[derive(Clone, Debug)]
enum Deed {
    Change {
        who: usize,
        clock: u64,
        deletes: bool,
    },
    Sync {
        from: usize,
        to: usize,
    },
}

fn deed() -> impl Strategy<Value = Deed> {
    let clock = prop_oneof![0u64..50, Just(u64::MAX), Just(0)];
    prop_oneof![
        (0usize..3, clock, any::<bool>()).prop_map(|(who, clock, deletes)| Deed::Change {
            who,
            clock,
            deletes
        }),
        (0usize..3, 0usize..3).prop_map(|(from, to)| Deed::Sync { from, to }),
    ]
}

proptest! {
    #[test]
    fn merging_is_commutative_associative_and_idempotent(a in store(), b in store(), c in store()) {
        prop_assert_eq!(merged(&a, &b), merged(&b, &a));
        prop_assert_eq!(merged(&merged(&a, &b), &c), merged(&a, &merged(&b, &c)));
        prop_assert_eq!(merged(&a, &a), a.clone());
        prop_assert_eq!(merged(&merged(&a, &b), &b), merged(&a, &b));
    }

    #[test]
    fn a_store_is_read_as_it_was_written(a in store()) {
        let written = serde_json::to_string(&a).unwrap();
        prop_assert_eq!(serde_json::from_str::<Store<u8>>(&written).unwrap(), a);
    }

    #[test]
    fn no_change_is_lost_whatever_the_clocks_say(deeds in prop::collection::vec(deed(), 1..60)) {
        let names = ["a", "b", "c"];
        let start = Record::new("x", Version::first("a", Stamp::at(1), 0usize));
        let mut copies = [start.clone(), start.clone(), start];
        let mut clocks = [Clock::default(); 3];
        // For every change the changes its maker knew of, kept apart from the records under test.
        let mut knew: Vec<Vec<usize>> = vec![vec![]];
        let mut knows: [Vec<usize>; 3] = [vec![0], vec![0], vec![0]];
        for deed in deeds {
            match deed {
                Deed::Change { who, clock, deletes } => {
                    let id = knew.len();
                    let stamp = clocks[who].tick(clock);
                    copies[who].change(names[who], stamp, deletes.then(String::new), Some(id));
                    knew.push(knows[who].clone());
                    knows[who].push(id);
                }
                Deed::Sync { from, to } => {
                    let other = copies[from].clone();
                    copies[to].merge(other);
                    let news = knows[from].clone();
                    knows[to].extend(news);
                }
            }
        }
        let mut all = copies[0].clone();
        all.merge(copies[1].clone());
        all.merge(copies[2].clone());
        let standing: Vec<usize> = all.versions().iter().filter_map(|v| v.content).collect();
        let overtaken: Vec<usize> = knew.iter().flatten().copied().collect();
        let expected: Vec<usize> = (0..knew.len()).filter(|id| !overtaken.contains(id)).collect();
        let sorted: BTreeMap<usize, ()> = standing.into_iter().map(|id| (id, ())).collect();
        prop_assert_eq!(sorted.into_keys().collect::<Vec<_>>(), expected);
    }
}
