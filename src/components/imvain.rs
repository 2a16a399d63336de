//! The five questions a reader may ask of a source: what the text tells of each, and the reader's own
//! answer. Never a verdict of the machine.

use fluent_bundle::FluentValue;
use sourcelight_annotation::{Answer, Question};
use sourcelight_state::{Action, Clue, Voice};
use yew::prelude::*;

use crate::{
    app::Dispatch,
    browser::{clock, ids},
    lang::{label, message},
};

/// Which voice.
#[derive(PartialEq, Properties)]
pub(crate) struct ImvainProps {
    /// The voice.
    pub(crate) voice: Voice,
    /// Where actions go.
    pub(crate) dispatch: Dispatch,
}

/// The five questions.
#[component]
pub(crate) fn Imvain(props: &ImvainProps) -> Html {
    html! {
        <ul class="imvain">
            { for props.voice.clues.iter().map(|(question, clue)| {
                let asks = label("question", question.word());
                html! {
                    <li key={question.word()}>
                        <p class="asks">{ asks.clone() }</p>
                        <p class="clue">{ says(*clue) }</p>
                        <div class="answers" role="group" aria-label={asks}>
                            { for Answer::ALL.iter().map(|answer| choice(props, *question, *answer)) }
                        </div>
                    </li>
                }
            }) }
        </ul>
    }
}

fn choice(props: &ImvainProps, question: Question, answer: Answer) -> Html {
    let given = props.voice.answers.get(&question).map(|(given, _)| *given);
    let stands = given == Some(answer);
    let (dispatch, voice) = (props.dispatch.clone(), props.voice.id.clone());
    let onclick = Callback::from(move |_: MouseEvent| {
        dispatch.dispatch(Action::VoiceAnswered {
            voice: voice.clone(),
            question,
            answer: (!stands).then_some(answer),
            id: ids::new_id(),
            at: clock::now(),
        });
    });
    html! {
        <button key={answer.word()} aria-pressed={stands.to_string()} {onclick}>
            { label("answer", answer.word()) }
        </button>
    }
}

/// A clue in words.
fn says(clue: Clue) -> String {
    let args: Vec<(&'static str, FluentValue<'static>)> = match clue {
        Clue::TakesSide(topic) => vec![("topic", label("topic", topic.word()).into())],
        Clue::Others(count) => vec![("count", count.into())],
        Clue::CanBeLookedUp(channel) => vec![("channel", label("channel", channel.word()).into())],
        _ => Vec::new(),
    };
    message(&format!("clue-{}", clue.word()), &args)
}
