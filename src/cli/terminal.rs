//! What the terminal can do: its width, whether colours are wanted, and pipes that were closed.

use std::io::{self, IsTerminal, Write};
use std::sync::OnceLock;

use super::args::{Colour, LookArgs};
use super::output;
use super::status::Status;
use crate::report::{Look, Problem, link};

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
    let colour = wants_colour(args.color, is_terminal);
    Look {
        width: width.clamp(*WIDTHS.start(), *WIDTHS.end()),
        colour,
        detail: args.detail(),
        // Who wants no colours wants no other escapes either.
        links: (colour && is_terminal && supports_hyperlinks::supports_hyperlinks())
            .then(here)
            .flatten(),
    }
}

/// The working folder as a URL, with a slash at its end.
fn here() -> Option<&'static str> {
    static HERE: OnceLock<Option<String>> = OnceLock::new();
    let here = HERE.get_or_init(|| {
        let here = std::env::current_dir().ok()?;
        Some(format!("file://{}/", link::encoded(here.to_str()?)))
    });
    here.as_deref()
}

/// How to write to a file.
pub(crate) fn look_of_file(args: &LookArgs) -> Look {
    let colour = args.color == Colour::Always;
    Look { width: DEFAULT_WIDTH, colour, detail: args.detail(), links: None }
}

/// Shows a problem on stderr. Where that cannot be written to, nobody can be told.
pub(crate) fn tell(problem: &Problem, args: &LookArgs) {
    let look = look_of(&io::stderr(), args);
    let _ = io::stderr().lock().write_all(problem.shown(look).as_bytes());
}

/// Writes to stderr. Where that cannot be written to, nobody can be told.
pub(crate) fn note(text: &str) {
    let _ = io::stderr().lock().write_all(text.as_bytes());
}

/// Writes to stdout; whether that is still of use. A closed pipe (`| head`) ends quietly; what
/// else goes wrong is told at the end, by [`finish`].
pub(crate) fn print(text: &str) -> bool {
    let mut stdout = io::stdout().lock();
    let written = stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush());
    match written {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            let _ = UNWRITTEN.set(error);
            false
        }
        written => written.is_ok(),
    }
}

/// Why stdout could not be written to.
static UNWRITTEN: OnceLock<io::Error> = OnceLock::new();

/// How a command ends, which asked for `status` and may not have been able to say all it had to.
pub(crate) fn finish(status: Status) -> Status {
    let Some(error) = UNWRITTEN.get() else { return status };
    let look = LookArgs { color: Colour::Auto, quiet: false, verbose: false };
    tell(&Problem::Failure(output::unwritable(output::STDOUT, error)), &look);
    Status::Undone
}

/// Whether the terminal can do nothing but print.
pub(crate) fn is_dumb() -> bool {
    std::env::var_os("TERM").is_some_and(|term| term == "dumb")
}

fn wants_colour(colour: Colour, is_terminal: bool) -> bool {
    match colour {
        Colour::Always => true,
        Colour::Never => false,
        Colour::Auto => {
            let is_set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
            is_terminal && !is_set("NO_COLOR") && !is_dumb()
        }
    }
}
