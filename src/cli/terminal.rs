//! What the terminal can do: its width, whether colours are wanted, and pipes that were closed.

use std::io::{self, IsTerminal, Write};

use super::args::{Colour, LookArgs};
use crate::report::{Look, Problem};

/// Columns when nothing says how many there are.
const DEFAULT_WIDTH: usize = 100;

/// Narrower than this nothing is readable; wider than this no line is.
const WIDTHS: std::ops::RangeInclusive<usize> = 40..=160;

/// How to write to a stream that may be a terminal.
pub(crate) fn look_of(stream: &impl IsTerminal, args: &LookArgs) -> Look {
    let is_terminal = stream.is_terminal();
    let width = terminal_size::terminal_size()
        .filter(|_| is_terminal)
        .map_or(DEFAULT_WIDTH, |(width, _)| usize::from(width.0));
    Look {
        width: width.clamp(*WIDTHS.start(), *WIDTHS.end()),
        colour: wants_colour(args.color, is_terminal),
        detail: args.detail(),
    }
}

/// How to write to a file.
pub(crate) fn look_of_file(args: &LookArgs) -> Look {
    let colour = args.color == Colour::Always;
    Look { width: DEFAULT_WIDTH, colour, detail: args.detail() }
}

/// Shows a problem on stderr. Where that cannot be written to, nobody can be told.
pub(crate) fn tell(problem: &Problem, args: &LookArgs) {
    let look = look_of(&io::stderr(), args);
    let _ = io::stderr().lock().write_all(problem.shown(look).as_bytes());
}

/// Writes a remark to stderr.
pub(crate) fn say(text: &str) {
    let _ = io::stderr().lock().write_all(text.as_bytes());
}

/// Writes to stdout; whether that is still of use. A closed pipe (`| head`) ends quietly.
pub(crate) fn print(text: &str) -> bool {
    let mut stdout = io::stdout().lock();
    stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush()).is_ok()
}

fn wants_colour(colour: Colour, is_terminal: bool) -> bool {
    match colour {
        Colour::Always => true,
        Colour::Never => false,
        Colour::Auto => {
            let is_set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
            let is_dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
            is_terminal && !is_set("NO_COLOR") && !is_dumb
        }
    }
}
