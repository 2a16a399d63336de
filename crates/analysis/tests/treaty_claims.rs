//! What stories say of who is in a treaty, held against the register: `data/treaty_claims.txt`.

use sourcelight_analysis::{Analysis, Options, RegisterVerdict, TreatyClaim, analyze};
use sourcelight_article::open_plain_text;

const CASES: &str = include_str!("data/treaty_claims.txt");

fn read(date: &str, text: &str) -> Analysis {
    let mut article = open_plain_text(text);
    article.metadata.published = (date != "-").then(|| date.to_owned());
    let options = Options {
        today: Some("2026-11-22".to_owned()),
        ..Options::default()
    };
    analyze(&article, &options)
}

fn described(claim: &TreatyClaim) -> String {
    let mut said = claim.id.clone();
    if claim.negated {
        said += " not";
    }
    said += &format!(" {}", claim.says);
    for state in &claim.states {
        said += if state.except { " !" } else { " " };
        said += &state.code;
    }
    if let Some(count) = &claim.count {
        said += &format!(" {}", count.value);
    }
    let parts = [
        ("figure", claim.figure),
        ("verb", claim.verb),
        ("states", claim.of_states),
    ];
    for (name, verdict) in parts {
        if let Some(verdict) = verdict {
            said += &format!(" {name}={}", verdict.word());
        }
    }
    said + &format!(" overall={}", claim.verdict.word())
}

#[test]
fn every_case_has_its_outcome() {
    let mut failed = Vec::new();
    let (mut found_in, mut silent) = (0, 0);
    let mut lines = CASES
        .lines()
        .filter(|l| !l.is_empty() && !l.starts_with('#'))
        .peekable();
    while let Some(line) = lines.next() {
        let (date, text) = line.split_once(": ").expect(line);
        let mut expected = Vec::new();
        while let Some(claim) = lines.next_if(|l| l.starts_with("  ")) {
            expected.push(claim.trim().to_owned());
        }
        assert!(!expected.is_empty(), "no outcome: {line}");
        expected.retain(|e| e != "none");
        *if expected.is_empty() {
            &mut silent
        } else {
            &mut found_in
        } += 1;
        let mut found: Vec<String> = read(date, text)
            .treaty_claims
            .iter()
            .map(described)
            .collect();
        expected.sort();
        found.sort();
        if found != expected {
            failed.push(format!(
                "{line}\n  expected {expected:#?}\n  found    {found:#?}"
            ));
        }
    }
    assert!(
        failed.is_empty(),
        "{} failed\n{}",
        failed.len(),
        failed.join("\n")
    );
    assert!(found_in >= 48 && silent >= 30, "{found_in} {silent}");
}

#[test]
fn the_register_speaks_with_date_and_source() {
    let analysis = read(
        "2026-04-15",
        "The Ottawa Convention bans them. Neither Russia nor the U.S. is among the 164 signatories of the convention.",
    );
    let claim = &analysis.treaty_claims[0];
    assert_eq!(claim.verdict, RegisterVerdict::OutOfDate);
    for part in [
        "164 states were party from 2018 to 11 March 2025",
        "133 states signed",
        "Russia: not a party (seen on 18 June 2025",
    ] {
        assert!(claim.register.contains(part), "{part}: {}", claim.register);
    }
    assert!(claim.dated && claim.as_of == "2026-04-15");
    assert!(claim.sources.iter().any(|s| s == "volterra_ottawa"));
    let card = &analysis.treaty_cards[0];
    assert_eq!(
        (card.id.as_str(), card.claims.as_slice()),
        ("ottawa", &[0][..])
    );
    assert_eq!(card.figures[0].value, 161);
    assert!(card.does.starts_with("Bans using"));
    let codes: Vec<&str> = card.states.iter().map(|s| s.code.as_str()).collect();
    assert_eq!(codes, ["RU", "US"]);
    let keys: Vec<&str> = card.sources.iter().map(|s| s.id.as_str()).collect();
    assert!(
        card.figures
            .iter()
            .flat_map(|f| &f.sources)
            .all(|k| keys.contains(&k.as_str()))
    );
}

#[test]
fn without_a_date_it_is_as_of_today_and_says_so() {
    let analysis = read("-", "Poland is a member of the Ottawa Convention.");
    let claim = &analysis.treaty_claims[0];
    assert!(!claim.dated && claim.as_of == "2026-11-22");
    assert!(
        claim.register.contains("as of today, 22 November 2026"),
        "{}",
        claim.register
    );
}

#[test]
fn what_nobody_has_checked_is_shown_as_unsourced() {
    let analysis = read("2026-01-01", "The Treaty on Open Skies was opened in 1992.");
    let card = &analysis.treaty_cards[0];
    assert!(card.opened.as_ref().unwrap().unsourced);
    assert!(
        !analysis.treaty_cards[0]
            .depositary
            .as_ref()
            .unwrap()
            .value
            .is_empty()
    );
}
