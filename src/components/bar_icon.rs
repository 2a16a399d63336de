//! Icons of the top bar, which stand for words where there is no room for them.

use yew::prelude::*;

/// Which icon.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sign {
    /// An arrow back.
    Undo,
    /// An arrow forth.
    Redo,
    /// An arrow out of a tray.
    Export,
    /// A glass.
    Search,
}

/// A button's word and its icon.
#[derive(PartialEq, Properties)]
pub(crate) struct BarIconProps {
    /// Which icon.
    pub(crate) sign: Sign,
    /// The word.
    pub(crate) word: AttrValue,
}

/// The word where there is room, else the icon. The button itself carries the name.
#[component]
pub(crate) fn BarIcon(props: &BarIconProps) -> Html {
    let path = match props.sign {
        Sign::Undo => "M6.5 3 3 6.5 6.5 10M3 6.5h6.5a3.5 3.5 0 0 1 0 7H6",
        Sign::Redo => "M9.5 3 13 6.5 9.5 10M13 6.5H6.5a3.5 3.5 0 0 0 0 7H10",
        Sign::Export => "M8 10.5V2.5M4.8 5.7 8 2.5l3.2 3.2M2.8 9.5v4h10.4v-4",
        Sign::Search => "M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9M10.3 10.3 14 14",
    };
    html! {
        <>
            <span class="word">{ &props.word }</span>
            <svg class="sign" viewBox="0 0 16 16" width="18" height="18" aria-hidden="true"><path d={path} /></svg>
        </>
    }
}
