//! A small icon for each kind of voice: shape first, colour second.

use sourcelight_analysis::SourceType;
use yew::prelude::*;

/// Which voice.
#[derive(PartialEq, Properties)]
pub(crate) struct SourceIconProps {
    /// What kind of voice.
    pub(crate) source_type: SourceType,
}

/// The icon: a person, a mask, a building, a newspaper, a page, a chart. Its meaning stands beside it
/// as text, so it is hidden from screen readers.
#[component]
pub(crate) fn SourceIcon(props: &SourceIconProps) -> Html {
    let path = match props.source_type {
        SourceType::NamedIndividual => {
            "M8 8a3 3 0 1 0 0-6 3 3 0 0 0 0 6M2.5 14c0-3 2.5-4.5 5.5-4.5s5.5 1.5 5.5 4.5"
        }
        SourceType::NamedGroup => {
            "M5.5 8a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5M1 14c0-3 2-4 4.5-4S10 11 10 14M10.5 8a2.5 2.5 0 1 0-1-4.8M11 10c2.400 0 4 1.200 4 4"
        }
        SourceType::UnnamedIndividual | SourceType::UnnamedGroup => {
            "M2 4c4-1.500 8-1.500 12 0 .5 5-2 9-6 9S1.500 9 2 4M4.500 7.500c.8-.8 1.700-.8 2.500 0M9 7.500c.8-.8 1.700-.8 2.500 0"
        }
        SourceType::Institution => {
            "M2 14h12M3 14V7M6.300 14V7M9.700 14V7M13 14V7M1.500 6.500 8 2l6.500 4.500z"
        }
        SourceType::Media => {
            "M2 3h9v10.500H3.500A1.500 1.500 0 0 1 2 12zM11 6h3v6a1.500 1.500 0 0 1-3 0M4 5.500h5M4 8h5M4 10.500h3"
        }
        SourceType::Document => "M4 1.500h5.500L13 5v9.500H4zM9.500 1.500V5H13M6 8h5M6 11h5",
        SourceType::Data => "M2 14h12M4 14V9M8 14V4M12 14V7",
        SourceType::Unstated | SourceType::Author => {
            "M5 6a3 3 0 1 1 4 2.800c-.8.4-1 .9-1 1.700M8 13.500v.2"
        }
    };
    let class = format!(
        "source-icon by-{}",
        props.source_type.word().replace('_', "-")
    );
    html! {
        <svg {class} viewBox="0 0 16 16" width="15" height="15" aria-hidden="true">
            <path d={path} />
        </svg>
    }
}
