//! The treaty card: what the register knows of a treaty that the story speaks of.

use std::collections::BTreeSet;

use sourcelight_treaties::{
    Counted, Date, Instrument, Sourced, Status, figure_at, instrument, source, standing, state,
};

use super::wording::standing_in_words;
use crate::model::{
    CardFigure, CardSource, CardState, CardValue, TreatyCard, TreatyClaim, TreatyMention,
};

/// A card for each treaty of the story, in the order of their first mentions. `beside` are the states
/// that stand in a sentence with each treaty.
pub(super) fn cards(
    mentions: &[TreatyMention],
    claims: &[TreatyClaim],
    beside: &BTreeSet<(String, &'static str)>,
    day: Date,
    dated: bool,
) -> Vec<TreatyCard> {
    let mut found: Vec<TreatyCard> = Vec::new();
    let spoken = mentions.iter().map(|m| &m.id);
    for id in spoken.chain(claims.iter().map(|c| &c.id)) {
        if found.iter().any(|c| c.id == *id) {
            continue;
        }
        if let Some(instrument) = instrument(id) {
            found.push(card(instrument, claims, beside, day, dated));
        }
    }
    found
}

fn card(
    instrument: &'static Instrument,
    claims: &[TreatyClaim],
    beside: &BTreeSet<(String, &'static str)>,
    day: Date,
    dated: bool,
) -> TreatyCard {
    let id = instrument.id;
    let claims: Vec<usize> = (0..claims.len()).filter(|&i| claims[i].id == id).collect();
    let states: Vec<CardState> = beside
        .iter()
        .filter(|(of, _)| of == id)
        .map(|(_, code)| of_state(instrument, code, day))
        .collect();
    let figures = figures(id, day);
    let values = [
        &instrument.opened,
        &instrument.in_force,
        &instrument.depositary,
    ];
    let named = values
        .into_iter()
        .flatten()
        .flat_map(|v| v.sources.iter().copied());
    let mut sources: BTreeSet<&str> = named.collect();
    sources.extend(
        figures
            .iter()
            .flat_map(|f| f.sources.iter().map(String::as_str)),
    );
    sources.extend(
        states
            .iter()
            .flat_map(|s| s.sources.iter().map(String::as_str)),
    );
    let sources = sources.into_iter().filter_map(source);
    let sources = sources
        .map(|s| CardSource {
            id: s.id.to_owned(),
            title: s.title.to_owned(),
            url: s.url.to_owned(),
        })
        .collect();
    TreatyCard {
        id: id.to_owned(),
        name: instrument.name.to_owned(),
        short: instrument.short.to_owned(),
        kind: instrument.kind.to_owned(),
        subject: instrument.subject.to_owned(),
        does: instrument.does.to_owned(),
        state: instrument.state.to_owned(),
        note: instrument.note.to_owned(),
        opened: instrument.opened.as_ref().map(value),
        in_force: instrument.in_force.as_ref().map(value),
        depositary: instrument.depositary.as_ref().map(value),
        as_of: day.to_string(),
        dated,
        figures,
        states,
        claims,
        sources,
    }
}

fn value(sourced: &Sourced) -> CardValue {
    CardValue {
        value: sourced.value.to_owned(),
        sources: owned(&sourced.sources),
        unsourced: sourced.unsourced,
    }
}

fn owned(keys: &[&str]) -> Vec<String> {
    keys.iter().map(|k| (*k).to_owned()).collect()
}

fn figures(id: &str, day: Date) -> Vec<CardFigure> {
    let kinds = [
        (Counted::Parties, "parties"),
        (Counted::Signed, "signed"),
        (Counted::OnlySigned, "only_signed"),
    ];
    let figure = |(counted, word): (Counted, &str)| {
        let figure = figure_at(id, counted, day)?;
        let count = figure.count;
        Some(CardFigure {
            counted: word.to_owned(),
            value: count.of(counted)?,
            as_of: count.as_of.in_words(),
            sources: owned(&count.sources),
            derived: count.derived,
            disputed: count.disputed.filter(|_| counted == Counted::Parties),
            note: count.note.to_owned(),
        })
    };
    kinds.into_iter().filter_map(figure).collect()
}

fn of_state(instrument: &'static Instrument, code: &str, day: Date) -> CardState {
    let name = state(code).map_or(code, |s| s.name).to_owned();
    let code = code.to_owned();
    let Some(standing) = standing(instrument.id, &code, day) else {
        return CardState {
            code,
            name,
            status: None,
            words: "The register has no entry for it.".to_owned(),
            as_of: String::new(),
            sources: Vec::new(),
        };
    };
    let status = match standing.status {
        Status::Party => "party",
        Status::Signatory => "signatory",
        Status::Withdrawing => "withdrawing",
        Status::Withdrawn => "withdrawn",
        Status::NonParty => "non_party",
    };
    CardState {
        code,
        name,
        status: Some(status.to_owned()),
        words: standing_in_words(&standing, instrument),
        as_of: standing.entry.as_of.in_words(),
        sources: owned(&standing.entry.sources),
    }
}
