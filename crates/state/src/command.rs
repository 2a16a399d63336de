//! What a reader can ask for by key or by name: one table, from which the keyboard, the key map in
//! Help, the palette and the settings are all made.

use std::collections::BTreeMap;

/// Declares the commands: each with its word and the key it has until the reader changes it.
macro_rules! commands {
    ($($(#[$doc:meta])* $name:ident = $word:literal, $group:ident, $key:literal);+ $(;)?) => {
        /// What a reader can ask for.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Command { $($(#[$doc])* $name),+ }

        impl Command {
            /// All commands, in the order they are listed.
            pub const ALL: &[Command] = &[$(Command::$name),+];

            /// The word that names it in messages and settings.
            pub const fn word(self) -> &'static str {
                match self { $(Command::$name => $word),+ }
            }

            /// What it belongs to.
            pub const fn group(self) -> Group {
                match self { $(Command::$name => Group::$group),+ }
            }

            /// Its key until the reader changes it; empty where it has none.
            const fn first_key(self) -> &'static str {
                match self { $(Command::$name => $key),+ }
            }
        }
    };
}

commands! {
    /// The next finding.
    Next = "next", Move, "j";
    /// The finding before.
    Previous = "previous", Move, "k";
    /// The next claim without a source.
    NextUnsourced = "next-unsourced", Move, "u";
    /// The next thing in the audit that nobody has seen to.
    NextOpen = "next-open", Move, ".";
    /// Move through the text with the arrows, or no more.
    Caret = "caret", Move, "v";
    /// Back to the text.
    Back = "back", Move, "escape";
    /// Accept the finding in focus, or take that back.
    Accept = "accept", Judge, "a";
    /// Reject the finding in focus, or take that back.
    Reject = "reject", Judge, "x";
    /// A note on the selection or the finding in focus.
    Note = "note", Judge, "n";
    /// Ask the desk about what is in focus, or take that back.
    AskDesk = "ask-desk", Judge, "w";
    /// Copy the selection, or what is in focus, with its source.
    CopySource = "copy-source", Judge, "shift+c";
    /// The card of the voice in focus, where it can be merged.
    Voice = "voice", Judge, "m";
    /// The selection is the source of the attribution in focus.
    SetSource = "set-source", Judge, "s";
    /// The selection is its cue.
    SetCue = "set-cue", Judge, "c";
    /// The selection is its content.
    SetContent = "set-content", Judge, "q";
    /// The passage in focus begins a word earlier.
    StartBack = "start-back", Judge, "[";
    /// It begins a word later.
    StartOn = "start-on", Judge, "]";
    /// It ends a word earlier.
    EndBack = "end-back", Judge, "{";
    /// It ends a word later.
    EndOn = "end-on", Judge, "}";
    /// Take the last change back.
    Undo = "undo", Judge, "control+z";
    /// Make it again.
    Redo = "redo", Judge, "control+shift+z";
    /// What has to be seen to, or back to reading.
    Audit = "audit", Show, "shift+a";
    /// What the desk is asked.
    Desk = "desk", Show, "shift+w";
    /// Hide or show the machine's marks.
    MachineMarks = "machine-marks", Show, "h";
    /// Hide or show the reader's own marks.
    OwnMarks = "own-marks", Show, "shift+h";
    /// Show decisions, attitudes and documents as voices.
    Extended = "extended", Show, "";
    /// The sourcing at a glance.
    Glance = "glance", Show, "g";
    /// The Claims tab.
    Claims = "claims", Show, "1";
    /// The Sources tab.
    Sources = "sources", Show, "2";
    /// The Controversy tab.
    Controversy = "controversy", Show, "3";
    /// The Checks tab.
    Checks = "checks", Show, "4";
    /// The Notes tab.
    Notes = "notes", Show, "5";
    /// Search.
    Search = "search", Find, "/";
    /// Filter the findings.
    Filter = "filter", Find, "f";
    /// Take all filters off.
    ClearFilters = "clear-filters", Find, "";
    /// This list, to be typed into.
    Palette = "palette", Find, "control+k";
    /// Open an article.
    Open = "open", Page, "o";
    /// The kept articles.
    Library = "library", Page, "b";
    /// What is known of the article, to be corrected.
    Details = "details", Page, "d";
    /// Hand the article on: save, copy or print what is known of it.
    Export = "export", Page, "e";
    /// Settings.
    Settings = "settings", Page, ",";
    /// Help.
    Help = "help", Page, "?";
    /// The callouts of the first visit again.
    Callouts = "callouts", Page, "";
}

/// What a command belongs to, as Help lists them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// Moving through the article.
    Move,
    /// Judging and noting.
    Judge,
    /// What is shown.
    Show,
    /// Finding things.
    Find,
    /// The page itself.
    Page,
}

impl Group {
    /// All groups, in the order they are listed.
    pub const ALL: [Group; 5] = [
        Group::Move,
        Group::Judge,
        Group::Show,
        Group::Find,
        Group::Page,
    ];

    /// The word that names it in messages.
    pub const fn word(self) -> &'static str {
        match self {
            Group::Move => "move",
            Group::Judge => "judge",
            Group::Show => "show",
            Group::Find => "find",
            Group::Page => "page",
        }
    }
}

/// A key with its modifiers: the key's value in lower case.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Chord {
    /// Whether Control (or Command) is held.
    pub control: bool,
    /// Whether Shift is held; only told of keys whose value it does not change.
    pub shift: bool,
    /// The key's value, letters in lower case.
    pub key: String,
}

impl Chord {
    /// The chord of a pressed key. Shift counts with letters and named keys; where it makes another
    /// character ("?"), the character says all, on whatever keyboard.
    pub fn pressed(key: &str, control: bool, shift: bool) -> Self {
        let key = if key == " " { "space" } else { key }.to_lowercase();
        let letter = key.chars().next().is_some_and(char::is_alphabetic);
        Self {
            control,
            shift: shift && letter,
            key,
        }
    }

    /// Reads "control+shift+z"; none where no key is named.
    pub fn read(written: &str) -> Option<Self> {
        let (mut control, mut shift, mut rest) = (false, false, written);
        loop {
            if let Some(more) = rest.strip_prefix("control+") {
                (control, rest) = (true, more);
            } else if let Some(more) = rest.strip_prefix("shift+") {
                (shift, rest) = (true, more);
            } else {
                break;
            }
        }
        let key = rest.to_owned();
        (!key.is_empty()).then_some(Self {
            control,
            shift,
            key,
        })
    }

    /// What [`Self::read`] reads.
    pub fn written(&self) -> String {
        let control = if self.control { "control+" } else { "" };
        let shift = if self.shift { "shift+" } else { "" };
        format!("{control}{shift}{}", self.key)
    }

    /// As it stands on a keyboard, e.g. "Ctrl+Shift+Z".
    pub fn shown(&self) -> String {
        let control = if self.control { "Ctrl+" } else { "" };
        let shift = if self.shift { "Shift+" } else { "" };
        let key = match self.key.as_str() {
            "escape" => "Esc".to_owned(),
            key => {
                let mut letters = key.chars();
                let first = letters.next().map(|c| c.to_uppercase().to_string());
                first.unwrap_or_default() + letters.as_str()
            }
        };
        format!("{control}{shift}{key}")
    }

    /// As `aria-keyshortcuts` has it, e.g. "Control+Shift+Z".
    pub fn for_aria(&self) -> String {
        self.shown()
            .replace("Ctrl+", "Control+")
            .replace("Esc", "Escape")
    }

    /// Whether it is one character alone, which WCAG 2.1.4 wants to be changeable.
    pub fn is_single(&self) -> bool {
        !self.control && self.key.chars().count() == 1
    }
}

/// Which key does what: the first keys with the reader's changes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Keys {
    /// By command; none where the reader switched its key off.
    changed: BTreeMap<Command, Option<Chord>>,
}

impl Keys {
    /// A command's key; none where it has none or it is off.
    pub fn of(&self, command: Command) -> Option<Chord> {
        match self.changed.get(&command) {
            Some(chord) => chord.clone(),
            None => Chord::read(command.first_key()),
        }
    }

    /// What a chord does.
    pub fn command(&self, chord: &Chord) -> Option<Command> {
        let mut all = Command::ALL.iter().copied();
        all.find(|command| self.of(*command).as_ref() == Some(chord))
    }

    /// Gives a command another key, or none. Whatever had the key before loses it, so that no key does
    /// two things.
    pub fn change(&mut self, command: Command, chord: Option<Chord>) {
        if let Some(before) = chord.as_ref().and_then(|chord| self.command(chord))
            && before != command
        {
            self.changed.insert(before, None);
        }
        self.changed.insert(command, chord);
        // What is as it was at first is no change.
        self.changed
            .retain(|command, chord| *chord != Chord::read(command.first_key()));
    }

    /// Switches every key off that is one character alone.
    pub fn switch_singles_off(&mut self) {
        for &command in Command::ALL {
            if self.of(command).is_some_and(|chord| chord.is_single()) {
                self.changed.insert(command, None);
            }
        }
    }

    /// Whether the reader has changed anything.
    pub fn are_changed(&self) -> bool {
        !self.changed.is_empty()
    }

    /// The changes as lines "command key", a command alone where its key is off.
    pub fn written(&self) -> String {
        let line = |(command, chord): (&Command, &Option<Chord>)| {
            let chord = chord.as_ref().map(Chord::written).unwrap_or_default();
            format!("{} {chord}", command.word()).trim_end().to_owned()
        };
        self.changed.iter().map(line).collect::<Vec<_>>().join("\n")
    }

    /// Reads what [`Self::written`] wrote; a line that names no command is left out.
    pub fn read(written: &str) -> Self {
        let mut keys = Self::default();
        for line in written.lines() {
            let (word, chord) = line.split_once(' ').unwrap_or((line, ""));
            if let Some(command) = Command::ALL.iter().find(|c| c.word() == word) {
                keys.change(*command, Chord::read(chord));
            }
        }
        keys
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn chord(written: &str) -> Chord {
        Chord::read(written).unwrap()
    }

    #[test]
    fn no_two_commands_share_a_word_or_a_first_key() {
        let words: BTreeSet<_> = Command::ALL.iter().map(|c| c.word()).collect();
        assert_eq!(words.len(), Command::ALL.len());
        let keys = Keys::default();
        for &command in Command::ALL {
            if let Some(chord) = keys.of(command) {
                assert_eq!(keys.command(&chord), Some(command), "{chord:?}");
            }
        }
    }

    #[test]
    fn a_pressed_key_is_known_on_any_keyboard() {
        let keys = Keys::default();
        for (key, control, shift, means) in [
            ("j", false, false, Some(Command::Next)),
            ("J", false, false, Some(Command::Next)),
            ("H", false, true, Some(Command::OwnMarks)),
            ("?", false, true, Some(Command::Help)),
            ("?", false, false, Some(Command::Help)),
            ("/", false, true, Some(Command::Search)),
            ("z", true, false, Some(Command::Undo)),
            ("Z", true, true, Some(Command::Redo)),
            ("j", true, false, None),
            ("Escape", false, false, Some(Command::Back)),
        ] {
            let chord = Chord::pressed(key, control, shift);
            assert_eq!(keys.command(&chord), means, "{key}");
        }
    }

    #[test]
    fn a_key_given_to_another_command_is_taken_from_the_first() {
        let mut keys = Keys::default();
        keys.change(Command::Help, Some(chord("j")));
        assert_eq!(keys.command(&chord("j")), Some(Command::Help));
        assert_eq!(keys.of(Command::Next), None);
        keys.change(Command::Next, Some(chord("j")));
        keys.change(Command::Help, Some(chord("?")));
        assert!(!keys.are_changed());
    }

    #[test]
    fn every_single_key_can_be_off_and_the_others_stay() {
        let mut keys = Keys::default();
        keys.switch_singles_off();
        let left: Vec<_> = Command::ALL.iter().filter_map(|c| keys.of(*c)).collect();
        assert!(left.iter().all(|chord| !chord.is_single()));
        assert_eq!(keys.command(&chord("control+k")), Some(Command::Palette));
        assert_eq!(keys.command(&chord("escape")), Some(Command::Back));
    }

    #[test]
    fn changes_come_back_as_they_were_written_and_nonsense_is_left_out() {
        let mut keys = Keys::default();
        keys.change(Command::Next, Some(chord("shift+n")));
        keys.change(Command::Search, None);
        keys.change(Command::Undo, Some(chord("+")));
        assert_eq!(Keys::read(&keys.written()), keys);
        let read = Keys::read("no-such x\n\nsearch\nnext shift+n");
        assert_eq!(read.of(Command::Search), None);
        assert_eq!(read.of(Command::Next), Some(chord("shift+n")));
        assert_eq!(Keys::read(""), Keys::default());
    }

    #[test]
    fn a_chord_is_shown_as_it_stands_on_a_keyboard() {
        for (written, shown, aria) in [
            ("control+shift+z", "Ctrl+Shift+Z", "Control+Shift+Z"),
            ("escape", "Esc", "Escape"),
            ("?", "?", "?"),
            ("j", "J", "J"),
        ] {
            assert_eq!(chord(written).shown(), shown);
            assert_eq!(chord(written).for_aria(), aria);
            assert_eq!(chord(written).written(), written);
        }
    }
}
