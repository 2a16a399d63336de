//! Which marks are on the page already. Where a great many change at once (a filter, the machine's marks on
//! a long article), the blocks in the window change at once and the others in short turns after it, so
//! that the page always answers.

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use sourcelight_state::Marks;
use yew::prelude::*;

use crate::browser::page;

/// Up to so many marks, old and new, nobody waits for.
const AT_ONCE: usize = 900;
/// So many are drawn in one later turn.
const A_TURN: usize = 350;

/// The marks to draw now, of those that are `wanted`; comes again by itself until they are the same.
#[hook]
pub(crate) fn use_shown_marks(article: Option<&str>, wanted: &Marks) -> Marks {
    let shown = use_mut_ref(|| (None::<String>, Marks::new()));
    let again = use_force_update();
    let (now, late) = {
        let (of, marks) = &mut *shown.borrow_mut();
        if of.as_deref() != article || marks.len() != wanted.len() {
            *of = article.map(str::to_owned);
            // The text stands there at once, and then its marks.
            *marks = wanted.iter().map(|_| Rc::default()).collect();
        }
        let late = advance(marks, wanted, page::blocks_in_view);
        (marks.clone(), late)
    };
    use_effect(move || {
        let turn = late.then(|| Timeout::new(0, move || again.force_update()));
        move || drop(turn)
    });
    now
}

/// Brings blocks up to what is wanted: all where that is little, else those `in_view`, else as many as one
/// turn holds. Answers whether some are still as they were.
fn advance(shown: &mut Marks, wanted: &Marks, in_view: impl Fn(&[usize]) -> Vec<usize>) -> bool {
    let mut changed = Vec::new();
    let mut cost = 0;
    for (index, (old, new)) in shown.iter().zip(wanted).enumerate() {
        if !Rc::ptr_eq(old, new) && old != new {
            changed.push(index);
            cost += old.len() + new.len();
        }
    }
    if cost <= AT_ONCE {
        for index in changed {
            shown[index] = wanted[index].clone();
        }
        return false;
    }
    let seen = in_view(&changed);
    let mut left = A_TURN;
    let in_turn = changed.into_iter().take_while(|&index| {
        let fits = left > 0;
        left = left.saturating_sub(shown[index].len() + wanted[index].len());
        fits
    });
    let turn: Vec<usize> = if seen.is_empty() {
        in_turn.collect()
    } else {
        seen
    };
    for index in turn {
        shown[index] = wanted[index].clone();
    }
    true
}

#[cfg(test)]
mod tests {
    use sourcelight_state::{Mark, MarkKind};
    use sourcelight_text::Span;

    use super::*;

    fn marks(blocks: usize, each: usize) -> Marks {
        let mark = Mark {
            span: Span::new(0, 1),
            kind: MarkKind::Cue,
            id: "a".into(),
            label: "".into(),
            direct: false,
            human: false,
            imported: false,
            confirmed: false,
            edited: false,
        };
        (0..blocks)
            .map(|_| Rc::new(vec![mark.clone(); each]))
            .collect()
    }

    #[test]
    fn few_marks_change_at_once() {
        let mut shown = marks(10, 0);
        assert!(!advance(&mut shown, &marks(10, 20), |_| Vec::new()));
        assert_eq!(shown, marks(10, 20));
    }

    #[test]
    fn of_many_those_in_the_window_come_first_and_all_come_in_the_end() {
        let (mut shown, wanted) = (marks(100, 0), marks(100, 40));
        let in_view = |changed: &[usize]| {
            let seen = changed.iter().copied();
            seen.filter(|index| (50..53).contains(index)).collect()
        };
        assert!(advance(&mut shown, &wanted, in_view));
        let drawn = |shown: &Marks| shown.iter().filter(|block| !block.is_empty()).count();
        assert_eq!((drawn(&shown), shown[51].len()), (3, 40));
        let mut turns = 0;
        while advance(&mut shown, &wanted, in_view) {
            turns += 1;
            assert!(turns < 20, "it does not end");
        }
        assert_eq!(shown, wanted);
        assert!(turns > 5);
    }
}
