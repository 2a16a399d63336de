//! The engine's findings with the reader's judgements laid over them.
//!
//! A judgement is matched to a finding by kind and place, never by its position in a list, so that
//! it survives an engine that finds more, less, or slightly different spans. An accepted finding
//! that the engine no longer makes stands by itself.

use std::collections::{BTreeMap, BTreeSet};

use sourcelight_analysis::{Analysis, Tier};
use sourcelight_annotation::{Annotation, FindingKind, Judgement, Part, Role, Verdict};
use sourcelight_text::Span;

/// What became of a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// The machine suggests it.
    Suggested,
    /// The reader accepted it.
    Accepted,
    /// The reader rejected it.
    Rejected,
    /// The reader changed it.
    Edited,
}

impl Status {
    /// Whether a person stands behind it.
    pub const fn is_confirmed(self) -> bool {
        matches!(self, Status::Accepted | Status::Edited)
    }

    /// The word the page has for it.
    pub const fn word(self) -> &'static str {
        match self {
            Status::Suggested => "suggested",
            Status::Accepted => "accepted",
            Status::Rejected => "rejected",
            Status::Edited => "edited",
        }
    }
}

/// Where the rest of what is known about a finding stands: an index into the analysis it was made
/// from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Detail {
    /// Index into [`Analysis::attributions`].
    Attribution(usize),
    /// Index into [`Analysis::unsourced`].
    Unsourced(usize),
    /// Index into [`Analysis::controversies`].
    Controversy(usize),
    /// The engine no longer finds it; the reader's judgement holds all that is known.
    Kept,
}

/// One finding, as the app shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Names it in the page: its kind and place.
    pub id: String,
    /// What kind it is.
    pub kind: FindingKind,
    /// Source type, claim kind or topic, in taxonomy.json's words.
    pub label: String,
    /// Its marked pieces.
    pub parts: Vec<Part>,
    /// Whether it is shown only when extended attributions are.
    pub extended: bool,
    /// What became of it.
    pub status: Status,
    /// Whether a person found it, and no machine.
    pub by_hand: bool,
    /// The id of the annotation that judges it, where one does.
    pub judged_by: Option<String>,
    /// Where the rest stands.
    pub detail: Detail,
}

impl Finding {
    /// The first byte of the finding.
    pub fn start(&self) -> usize {
        self.parts
            .iter()
            .map(|p| p.span.start)
            .min()
            .unwrap_or_default()
    }

    /// The smallest span that holds all its pieces.
    pub fn extent(&self) -> Option<Span> {
        self.parts.iter().map(|p| p.span).reduce(Span::cover)
    }

    /// The spans of the pieces with this role.
    pub fn role(&self, role: Role) -> impl Iterator<Item = Span> {
        self.parts
            .iter()
            .filter(move |p| p.role == role)
            .map(|p| p.span)
    }

    /// What a judgement on it has to remember.
    pub fn judged(&self, verdict: Verdict) -> Judgement {
        Judgement {
            verdict,
            kind: self.kind,
            label: self.label.clone(),
            parts: self.parts.clone(),
            seen: Vec::new(),
            seen_label: String::new(),
        }
    }

    /// What a judgement that changes it has to remember. `judged` is the one it has already, if any.
    pub fn edited(&self, label: String, parts: Vec<Part>, judged: Option<&Judgement>) -> Judgement {
        let (seen, seen_label) = match judged {
            _ if self.by_hand => (Vec::new(), String::new()),
            Some(earlier) => (earlier.known_by().to_vec(), earlier.known_as().to_owned()),
            None => (self.parts.clone(), self.label.clone()),
        };
        Judgement {
            verdict: if self.by_hand {
                Verdict::Added
            } else {
                Verdict::Edited
            },
            kind: self.kind,
            label,
            parts,
            seen,
            seen_label,
        }
    }
}

/// All findings of `analysis` with the live judgements among `annotations` laid over them, in text
/// order.
pub fn findings<'a>(
    analysis: Option<&Analysis>,
    annotations: impl Iterator<Item = &'a Annotation>,
) -> Vec<Finding> {
    let mut all = analysis.map(found).unwrap_or_default();
    let mut taken = BTreeSet::new();
    for annotation in annotations.filter(|a| a.is_live()) {
        let Some(judgement) = annotation.judgement() else {
            continue;
        };
        // What the reader found stands by itself, whatever a machine finds beside it.
        let own = judgement.verdict == Verdict::Added;
        let best = all
            .iter()
            .enumerate()
            .filter(|(index, _)| !own && !taken.contains(index))
            .filter_map(|(index, finding)| Some((closeness(finding, judgement)?, index)))
            .max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)));
        let index = match (best, judgement.verdict) {
            (Some((_, index)), _) => index,
            (None, Verdict::Rejected) => continue,
            (None, Verdict::Accepted | Verdict::Edited | Verdict::Added) => {
                let label = judgement.label.as_str();
                all.push(finding(
                    judgement.kind,
                    label,
                    Vec::new(),
                    false,
                    Detail::Kept,
                ));
                all.len() - 1
            }
        };
        taken.insert(index);
        let judged = &mut all[index];
        judged.judged_by = Some(annotation.id.clone());
        judged.extended = false;
        // What the reader judged is what they saw.
        judged.parts.clone_from(&judgement.parts);
        judged.label.clone_from(&judgement.label);
        judged.status = match judgement.verdict {
            Verdict::Accepted | Verdict::Added => Status::Accepted,
            Verdict::Rejected => Status::Rejected,
            Verdict::Edited => Status::Edited,
        };
        judged.by_hand = own;
    }
    all.sort_by_key(|f| (f.start(), f.kind));
    name(&mut all);
    all
}

/// A finding that nobody has judged; its id comes last, when all are in order.
fn finding(
    kind: FindingKind,
    label: &str,
    parts: Vec<Part>,
    extended: bool,
    detail: Detail,
) -> Finding {
    Finding {
        id: String::new(),
        kind,
        label: label.to_owned(),
        parts,
        extended,
        status: Status::Suggested,
        by_hand: false,
        judged_by: None,
        detail,
    }
}

fn found(analysis: &Analysis) -> Vec<Finding> {
    let mut all = Vec::new();
    for (index, a) in analysis.attributions.iter().enumerate() {
        let role =
            |role, spans: &[Span]| spans.iter().map(move |&span| Part { role, span }).collect();
        let parts: Vec<Vec<Part>> = vec![
            role(Role::Source, &a.source),
            role(Role::Cue, &a.cue),
            role(Role::Content, &a.content),
        ];
        let extended = a.tier != Tier::Core;
        let detail = Detail::Attribution(index);
        let label = a.source_type.word();
        all.push(finding(
            FindingKind::Attribution,
            label,
            parts.concat(),
            extended,
            detail,
        ));
    }
    for (index, claim) in analysis.unsourced.iter().enumerate() {
        let parts = vec![Part {
            role: Role::Claim,
            span: claim.span,
        }];
        let detail = Detail::Unsourced(index);
        all.push(finding(
            FindingKind::Unsourced,
            claim.kind.word(),
            parts,
            false,
            detail,
        ));
    }
    for (index, point) in analysis.controversies.iter().enumerate() {
        let parts = vec![Part {
            role: Role::Point,
            span: point.span,
        }];
        let detail = Detail::Controversy(index);
        all.push(finding(
            FindingKind::Controversy,
            point.topic.word(),
            parts,
            false,
            detail,
        ));
    }
    all
}

/// Gives every finding an id made of its kind and place, the same for the same finding at every
/// reading.
fn name(all: &mut [Finding]) {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for finding in all {
        let kind = match finding.kind {
            FindingKind::Attribution => "attribution",
            FindingKind::Unsourced => "unsourced",
            FindingKind::Controversy => finding.label.as_str(),
        };
        let key = finding
            .role(Role::Cue)
            .next()
            .or_else(|| finding.parts.first().map(|p| p.span));
        let place = key
            .map(|s| format!("{}-{}", s.start, s.end))
            .unwrap_or_default();
        let id = format!("{kind}-{place}");
        let count = seen.entry(id.clone()).or_insert(0);
        *count += 1;
        finding.id = if *count == 1 {
            id
        } else {
            format!("{id}-{count}")
        };
    }
}

/// How well a finding is the one that was judged, above one half where it is; none where it is not.
fn closeness(finding: &Finding, judgement: &Judgement) -> Option<f64> {
    if finding.kind != judgement.kind {
        return None;
    }
    let role = |parts: &[Part], role| -> Vec<Span> {
        parts
            .iter()
            .filter(|p| p.role == role)
            .map(|p| p.span)
            .collect()
    };
    let shared = |r| overlap(&role(&finding.parts, r), &role(judgement.known_by(), r));
    let score = match finding.kind {
        FindingKind::Attribution => {
            let cues_meet = shared(Role::Cue) > 0.0;
            if !cues_meet {
                return None;
            }
            shared(Role::Content) + shared(Role::Source) / 100.0
        }
        FindingKind::Unsourced => shared(Role::Claim),
        FindingKind::Controversy if finding.label == judgement.known_as() => shared(Role::Point),
        FindingKind::Controversy => return None,
    };
    (score >= 0.5).then_some(score)
}

/// Shared bytes over covered bytes; two empty lists agree.
fn overlap(a: &[Span], b: &[Span]) -> f64 {
    let size = |spans: &[Span]| spans.iter().map(|s| s.len()).sum::<usize>();
    let shared: usize = a
        .iter()
        .flat_map(|x| b.iter().filter_map(|y| x.intersection(*y)))
        .map(Span::len)
        .sum();
    let covered = size(a) + size(b) - shared.min(size(a) + size(b));
    if covered == 0 {
        1.0
    } else {
        shared as f64 / covered as f64
    }
}

#[cfg(test)]
mod tests {
    use sourcelight_analysis::{ClaimKind, CoverageState, Unsourced};
    use sourcelight_annotation::Body;

    use super::*;

    fn claims(spans: &[(usize, usize)]) -> Analysis {
        let unsourced = spans
            .iter()
            .map(|&(start, end)| Unsourced {
                span: Span::new(start, end),
                kind: ClaimKind::Event,
                coverage: CoverageState::None,
                why: String::new(),
            })
            .collect();
        Analysis {
            unsourced,
            ..Analysis::default()
        }
    }

    fn judged(verdict: Verdict, start: usize, end: usize) -> Annotation {
        Annotation {
            id: "urn:uuid:1".into(),
            article: String::new(),
            body: Body::Judgement(Judgement {
                verdict,
                kind: FindingKind::Unsourced,
                label: "event".into(),
                parts: vec![Part {
                    role: Role::Claim,
                    span: Span::new(start, end),
                }],
                seen: Vec::new(),
                seen_label: String::new(),
            }),
            created: String::new(),
            modified: String::new(),
            deleted: None,
            carried: None,
        }
    }

    fn statuses(analysis: &Analysis, judgement: &Annotation) -> Vec<(usize, Status)> {
        findings(Some(analysis), std::iter::once(judgement))
            .iter()
            .map(|f| (f.start(), f.status))
            .collect()
    }

    #[test]
    fn a_judgement_follows_its_finding_when_an_engine_finds_more_before_it() {
        let accepted = judged(Verdict::Accepted, 50, 90);
        assert_eq!(
            statuses(&claims(&[(0, 10), (20, 40), (52, 90)]), &accepted),
            [
                (0, Status::Suggested),
                (20, Status::Suggested),
                (50, Status::Accepted)
            ]
        );
    }

    #[test]
    fn a_rejected_finding_stays_rejected_when_its_edges_move() {
        let rejected = judged(Verdict::Rejected, 50, 90);
        assert_eq!(
            statuses(&claims(&[(50, 80)]), &rejected),
            [(50, Status::Rejected)]
        );
        assert_eq!(
            statuses(&claims(&[(10, 40)]), &rejected),
            [(10, Status::Suggested)]
        );
    }

    #[test]
    fn an_accepted_finding_that_the_engine_lost_stands_by_itself() {
        let accepted = judged(Verdict::Accepted, 50, 90);
        let all = findings(Some(&claims(&[])), std::iter::once(&accepted));
        assert_eq!(all.len(), 1);
        assert_eq!(
            (all[0].status, all[0].detail),
            (Status::Accepted, Detail::Kept)
        );
        assert_eq!(all[0].id, "unsourced-50-90");
    }

    #[test]
    fn an_edited_finding_is_known_by_what_the_machine_showed() {
        let before = findings(Some(&claims(&[(50, 90)])), std::iter::empty());
        let moved = vec![Part {
            role: Role::Claim,
            span: Span::new(80, 120),
        }];
        let mut edited = judged(Verdict::Accepted, 0, 1);
        edited.body = Body::Judgement(before[0].edited("legal".into(), moved, None));
        let all = findings(Some(&claims(&[(50, 90)])), std::iter::once(&edited));
        assert_eq!(all.len(), 1);
        assert_eq!((all[0].status, all[0].start()), (Status::Edited, 80));
        assert_eq!(all[0].label, "legal");
        // Changed once more, it still remembers the machine's place.
        let again = all[0].edited("event".into(), all[0].parts.clone(), edited.judgement());
        assert_eq!(again.known_by()[0].span.start, 50);
    }

    #[test]
    fn what_the_reader_found_stands_beside_what_a_machine_finds_there() {
        let added = judged(Verdict::Added, 50, 90);
        let all = findings(Some(&claims(&[(50, 90)])), std::iter::once(&added));
        assert_eq!(all.len(), 2);
        assert_eq!(all.iter().filter(|f| f.by_hand).count(), 1);
    }

    #[test]
    fn the_reader_sees_their_judgements_before_the_engine_has_answered() {
        let accepted = judged(Verdict::Accepted, 50, 90);
        assert_eq!(findings(None, std::iter::once(&accepted)).len(), 1);
    }

    #[test]
    fn two_findings_at_one_place_have_two_ids() {
        let all = findings(Some(&claims(&[(0, 10), (0, 10)])), std::iter::empty());
        assert_ne!(all[0].id, all[1].id);
    }
}
