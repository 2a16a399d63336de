//! The keys, from the table of commands and the reader's changes to it. Every key does what a button
//! or the palette does too.

use sourcelight_state::{Chord, Command};
use yew::prelude::*;

use crate::{
    app::Desk,
    browser::keys::{self, Key},
    caret_mode, commands,
};

/// Listens to the keys for as long as the page lives.
#[hook]
pub(crate) fn use_keyboard(desk: &Desk) {
    let current = use_mut_ref(|| None::<Desk>);
    *current.borrow_mut() = Some(desk.clone());
    use_effect_with((), move |()| {
        let listener = keys::listen(move |key| {
            let desk = current.borrow().clone();
            desk.is_some_and(|desk| pressed(&desk, &key))
        });
        move || drop(listener)
    });
}

/// Does what the key means; answers whether it meant anything.
fn pressed(desk: &Desk, key: &Key) -> bool {
    let asked = desk.opening.offer.is_some() || desk.opening.choice.is_some();
    if desk.dialog.is_some() || asked {
        return false;
    }
    if caret_mode::pressed(desk, key) {
        return true;
    }
    let chord = Chord::pressed(&key.key, key.control, key.shift);
    // What Windows also redoes with, where the reader has given it to nothing else.
    let redo = || (chord.control && chord.key == "y").then_some(Command::Redo);
    let command = desk.state().settings.keys.command(&chord).or_else(redo);
    let Some(command) = command else {
        return false;
    };
    // Where text is typed only the palette is listened for: its key writes nothing.
    if key.typing && !(command == Command::Palette && chord.control) {
        return false;
    }
    commands::run(desk, command)
}
