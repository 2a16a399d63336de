//! What is marked where: the findings, notes and blanket-covered sentences of each block, and a
//! block's text cut into segments that each carry the same marks.

use std::{collections::BTreeSet, rc::Rc};

use sourcelight_analysis::{Attribution, CoverageState, Quote};
use sourcelight_annotation::Role;
use sourcelight_article::Block;
use sourcelight_text::Span;

use crate::{
    Detail, Finding, MarkSet, State, Status,
    sets::{finding_sets, is_set_shown},
};

/// What a mark says of the text under it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MarkKind {
    /// Who said it.
    Source,
    /// The words that attribute.
    Cue,
    /// What was said.
    Content,
    /// A claim without a source.
    Unsourced,
    /// Covered only by a blanket attribution.
    Blanket,
    /// A contested point.
    Controversy,
    /// The reader's note.
    Note,
}

impl MarkKind {
    /// The word the page has for it.
    pub const fn word(self) -> &'static str {
        match self {
            MarkKind::Source => "source",
            MarkKind::Cue => "cue",
            MarkKind::Content => "content",
            MarkKind::Unsourced => "unsourced",
            MarkKind::Blanket => "blanket",
            MarkKind::Controversy => "controversy",
            MarkKind::Note => "note",
        }
    }
}

/// One mark on one block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// UTF-8 bytes of the article's text, inside the block.
    pub span: Span,
    /// What it says of the text.
    pub kind: MarkKind,
    /// The finding or annotation it belongs to.
    pub id: Rc<str>,
    /// Source type, topic or claim kind, in taxonomy.json's words; empty for notes and blankets.
    pub label: Rc<str>,
    /// Whether the content is quoted words only.
    pub direct: bool,
    /// Whether a person made it.
    pub human: bool,
    /// Whether somebody else made it, and it came in with a file.
    pub imported: bool,
    /// Whether a person made or accepted it.
    pub confirmed: bool,
    /// Whether a person changed it.
    pub edited: bool,
}

/// The marks of every block, in the order of the article's blocks. A block whose marks are equal
/// before and after a change need not be drawn again.
pub type Marks = Vec<Rc<Vec<Mark>>>;

/// A run of text under the same marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    /// UTF-8 bytes of the article's text.
    pub span: Span,
    /// Indices into the block's marks.
    pub marks: Vec<usize>,
}

/// What is marked in the open article. Linear in blocks and marks.
pub fn marks(state: &State) -> Marks {
    let Some(kept) = &state.article else {
        return Vec::new();
    };
    let blocks = &kept.article.blocks;
    let mut marks = vec![Vec::new(); blocks.len()];
    for finding in state.findings.iter().filter(|f| is_shown(state, f)) {
        draw(&mut marks, blocks, state, finding);
    }
    if let Some(analysis) = state.analysis().filter(|_| !state.machine_hidden) {
        for sentence in analysis
            .coverage
            .iter()
            .filter(|c| c.state == CoverageState::Blanket)
        {
            let id = format!("blanket-{}", sentence.span.start);
            let mark = mark(sentence.span, MarkKind::Blanket, &id, "");
            place(&mut marks, blocks, mark);
        }
    }
    for annotation in &state.notes() {
        let set = MarkSet::of(&annotation.maker, &state.settings.reader);
        if let Some(note) = annotation.note()
            && is_set_shown(state, &set)
        {
            let mut mark = mark(note.span, MarkKind::Note, &annotation.id, "");
            (mark.human, mark.confirmed) = (true, true);
            mark.imported = set != MarkSet::Own;
            place(&mut marks, blocks, mark);
        }
    }
    marks
        .into_iter()
        .map(|mut block| {
            block.sort_by_key(|m| (m.span.start, std::cmp::Reverse(m.span.end), m.kind));
            Rc::new(block)
        })
        .collect()
}

/// Whether a finding is drawn, given what the reader has rejected and hidden.
pub(crate) fn is_drawn(state: &State, finding: &Finding) -> bool {
    match finding.status {
        Status::Rejected => false,
        // What the machine found and the reader accepted belongs to both.
        Status::Accepted | Status::Edited => finding_sets(state, finding)
            .iter()
            .any(|set| is_set_shown(state, set)),
        Status::Suggested => !state.machine_hidden && (state.extended_shown || !finding.extended),
    }
}

/// Whether a finding is drawn, given also what the filters leave out.
pub(crate) fn is_shown(state: &State, finding: &Finding) -> bool {
    is_drawn(state, finding) && !state.left_out.contains(&finding.id)
}

fn draw(marks: &mut [Vec<Mark>], blocks: &[Block], state: &State, finding: &Finding) {
    let direct = match finding.detail {
        Detail::Attribution(index) => state
            .analysis()
            .and_then(|a| a.attributions.get(index))
            .is_some_and(|a: &Attribution| a.quote == Quote::Direct),
        Detail::Unsourced(_) | Detail::Controversy(_) | Detail::Kept => false,
    };
    let other = |set: &MarkSet| matches!(set, MarkSet::Of(_));
    let imported = finding.by_hand && finding_sets(state, finding).iter().any(other);
    for part in &finding.parts {
        let kind = match part.role {
            Role::Source => MarkKind::Source,
            Role::Cue => MarkKind::Cue,
            Role::Content => MarkKind::Content,
            Role::Claim => MarkKind::Unsourced,
            Role::Point => MarkKind::Controversy,
        };
        let mut mark = mark(part.span, kind, &finding.id, &finding.label);
        mark.direct = direct;
        mark.confirmed = finding.status.is_confirmed();
        mark.edited = finding.status == Status::Edited;
        mark.human = finding.by_hand;
        mark.imported = imported;
        place(marks, blocks, mark);
    }
}

fn mark(span: Span, kind: MarkKind, id: &str, label: &str) -> Mark {
    let (id, label) = (Rc::from(id), Rc::from(label));
    Mark {
        span,
        kind,
        id,
        label,
        direct: false,
        human: false,
        imported: false,
        confirmed: false,
        edited: false,
    }
}

/// Cuts a mark at block edges and puts each piece with its block.
fn place(marks: &mut [Vec<Mark>], blocks: &[Block], mark: Mark) {
    let first = blocks.partition_point(|b| b.span.end <= mark.span.start);
    for (block, marks) in blocks.iter().zip(marks).skip(first) {
        let Some(span) = block.span.intersection(mark.span) else {
            break;
        };
        marks.push(Mark {
            span,
            ..mark.clone()
        });
    }
}

/// The text of `block` cut wherever a mark starts or ends. The segments cover the block without gaps.
pub fn segments(block: Span, marks: &[Mark]) -> Vec<Segment> {
    let mut cuts: BTreeSet<usize> = [block.start, block.end].into();
    for mark in marks {
        cuts.extend([mark.span.start, mark.span.end]);
    }
    let cuts: Vec<usize> = cuts
        .into_iter()
        .filter(|c| *c >= block.start && *c <= block.end)
        .collect();
    let mut segments: Vec<Segment> = cuts
        .windows(2)
        .map(|pair| Segment {
            span: Span::new(pair[0], pair[1]),
            marks: Vec::new(),
        })
        .collect();
    for (index, mark) in marks.iter().enumerate() {
        let first = segments.partition_point(|s| s.span.end <= mark.span.start);
        for segment in segments
            .iter_mut()
            .skip(first)
            .take_while(|s| s.span.start < mark.span.end)
        {
            segment.marks.push(index);
        }
    }
    segments
}

#[cfg(test)]
mod tests {
    use sourcelight_article::BlockKind;

    use super::*;

    fn at(start: usize, end: usize) -> Mark {
        mark(Span::new(start, end), MarkKind::Content, "a", "")
    }

    #[test]
    fn segments_are_cut_where_marks_start_and_end() {
        let marks = [at(2, 8), at(4, 6)];
        let cut: Vec<_> = segments(Span::new(0, 10), &marks)
            .into_iter()
            .map(|s| (s.span.start, s.span.end, s.marks))
            .collect();
        assert_eq!(
            cut,
            [
                (0, 2, vec![]),
                (2, 4, vec![0]),
                (4, 6, vec![0, 1]),
                (6, 8, vec![0]),
                (8, 10, vec![])
            ]
        );
    }

    #[test]
    fn a_mark_over_two_blocks_is_cut_at_their_edges() {
        let block = |start, end| Block {
            kind: BlockKind::Paragraph,
            span: Span::new(start, end),
        };
        let blocks = [block(0, 10), block(11, 20), block(21, 30)];
        let mut marks = vec![Vec::new(); 3];
        place(&mut marks, &blocks, at(5, 15));
        assert_eq!(marks[0], [at(5, 10)]);
        assert_eq!(marks[1], [at(11, 15)]);
        assert!(marks[2].is_empty());
    }

    #[test]
    fn an_empty_block_has_no_segments() {
        assert!(segments(Span::new(3, 3), &[]).is_empty());
    }
}
