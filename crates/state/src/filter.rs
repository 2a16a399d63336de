//! Filters: what the lists and the text are narrowed to. Those of one group widen each other, groups
//! narrow each other.

use std::collections::{BTreeMap, BTreeSet};

use sourcelight_analysis::{Analysis, SourceType};
use sourcelight_annotation::FindingKind;
use sourcelight_text::Span;

use crate::{Detail, Finding, Status};

/// One filter.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Filter {
    /// What kind of finding.
    Kind(FindingKind),
    /// What it is contested for, in taxonomy.json's word: points of that topic, and what stands in
    /// them.
    Topic(String),
    /// Attributions to a voice a reader could look up.
    Named,
    /// Attributions to a voice without a name.
    Unnamed,
    /// What became of it.
    Status(Status),
}

impl Filter {
    /// Which filters widen each other.
    const fn group(&self) -> u8 {
        match self {
            Filter::Kind(_) => 0,
            Filter::Topic(_) => 1,
            Filter::Named | Filter::Unnamed => 2,
            Filter::Status(_) => 3,
        }
    }
}

/// The ids of the findings that `filters` leave out. Linear in findings, times the points of the
/// topics asked for.
pub(crate) fn left_out(
    findings: &[Finding],
    analysis: Option<&Analysis>,
    filters: &BTreeSet<Filter>,
) -> BTreeSet<String> {
    let mut groups: BTreeMap<u8, Vec<&Filter>> = BTreeMap::new();
    for filter in filters {
        groups.entry(filter.group()).or_default().push(filter);
    }
    if groups.is_empty() {
        return BTreeSet::new();
    }
    let mut points: BTreeMap<&str, Vec<Span>> = BTreeMap::new();
    for point in findings
        .iter()
        .filter(|f| f.kind == FindingKind::Controversy)
    {
        let spans = point.parts.iter().map(|p| p.span);
        points.entry(&point.label).or_default().extend(spans);
    }
    let passes = |finding: &Finding, filter: &Filter| match filter {
        Filter::Kind(kind) => finding.kind == *kind,
        Filter::Status(status) => finding.status == *status,
        Filter::Named => is_named(finding, analysis) == Some(true),
        Filter::Unnamed => is_named(finding, analysis) == Some(false),
        Filter::Topic(topic) if finding.kind == FindingKind::Controversy => finding.label == *topic,
        Filter::Topic(topic) => {
            let points = points.get(topic.as_str()).map_or(&[][..], Vec::as_slice);
            let in_point = |span: Span| points.iter().any(|p| p.overlaps(span));
            finding.parts.iter().any(|p| in_point(p.span))
        }
    };
    let out = |finding: &&Finding| {
        let mut groups = groups.values();
        !groups.all(|group| group.iter().any(|filter| passes(finding, filter)))
    };
    findings.iter().filter(out).map(|f| f.id.clone()).collect()
}

/// Whether an attribution's voice could be looked up; none for other findings.
fn is_named(finding: &Finding, analysis: Option<&Analysis>) -> Option<bool> {
    if finding.kind != FindingKind::Attribution {
        return None;
    }
    if let Detail::Attribution(index) = finding.detail {
        return analysis?.attributions.get(index).map(|a| a.named);
    }
    // The engine no longer finds it: what the reader judged says what kind of voice it was.
    let unnamed = [
        SourceType::UnnamedIndividual,
        SourceType::UnnamedGroup,
        SourceType::Unstated,
    ];
    Some(unnamed.iter().all(|kind| kind.word() != finding.label))
}

#[cfg(test)]
mod tests {
    use sourcelight_annotation::{Part, Role};

    use super::*;

    fn finding(id: &str, kind: FindingKind, label: &str, span: (usize, usize)) -> Finding {
        Finding {
            id: id.into(),
            kind,
            label: label.into(),
            parts: vec![Part {
                role: Role::Content,
                span: Span::new(span.0, span.1),
            }],
            extended: false,
            status: Status::Suggested,
            by_hand: false,
            judged_by: None,
            detail: Detail::Kept,
        }
    }

    fn all() -> Vec<Finding> {
        use FindingKind::{Attribution, Controversy, Unsourced};
        let mut all = vec![
            finding("named", Attribution, "institution", (0, 10)),
            finding("unnamed", Attribution, "unnamed_group", (20, 30)),
            finding("claim", Unsourced, "event", (40, 50)),
            finding("treaty", Controversy, "treaty_status", (25, 45)),
            finding("risk", Controversy, "civilian_risk", (0, 5)),
        ];
        all[2].status = Status::Accepted;
        all
    }

    #[test]
    fn filters_of_a_group_widen_and_groups_narrow() {
        use FindingKind::{Attribution, Unsourced};
        let treaty = || Filter::Topic("treaty_status".into());
        let cases: [(&[Filter], &[&str]); 8] = [
            (&[], &["named", "unnamed", "claim", "treaty", "risk"]),
            (&[Filter::Kind(Attribution)], &["named", "unnamed"]),
            (
                &[Filter::Kind(Attribution), Filter::Kind(Unsourced)],
                &["named", "unnamed", "claim"],
            ),
            (&[Filter::Unnamed], &["unnamed"]),
            (&[Filter::Named, Filter::Unnamed], &["named", "unnamed"]),
            (&[treaty()], &["unnamed", "claim", "treaty"]),
            (&[treaty(), Filter::Kind(Unsourced)], &["claim"]),
            (
                &[Filter::Status(Status::Accepted), Filter::Kind(Attribution)],
                &[],
            ),
        ];
        let all = all();
        for (filters, left) in cases {
            let filters: BTreeSet<_> = filters.iter().cloned().collect();
            let out = left_out(&all, None, &filters);
            let passed: Vec<_> = all.iter().map(|f| f.id.as_str()).collect();
            let passed: Vec<_> = passed.into_iter().filter(|id| !out.contains(*id)).collect();
            assert_eq!(passed, left, "{filters:?}");
        }
    }
}
