//! `factlint completions` and `factlint man`: what shells and `man` want to know of the command line.

use clap::{Command, CommandFactory as _};
use clap_complete::generate;
use clap_mangen::Man;

use super::args::{CompletionsArgs, Factlint, LookArgs, ManArgs};
use super::status::Status;
use super::{choice, terminal};
use crate::report::Problem;
use crate::report::problem::Failure;
use crate::text::suggest;

/// Prints a shell's completions.
pub(crate) fn completions(args: &CompletionsArgs) -> Status {
    let mut script = Vec::new();
    generate(args.shell, &mut Factlint::command(), "factlint", &mut script);
    terminal::print(&String::from_utf8_lossy(&script));
    Status::Fine
}

/// Prints the manual page of factlint, or of one of its commands.
pub(crate) fn man(args: &ManArgs) -> Status {
    let mut factlint = Factlint::command();
    factlint.build();
    let command = match &args.command {
        None => &factlint,
        Some(name) => match factlint.find_subcommand(name) {
            Some(command) => command,
            None => return unknown(name, &factlint),
        },
    };
    let mut page = Vec::new();
    match Man::new(command.clone()).render(&mut page) {
        Ok(()) => {
            terminal::print(&String::from_utf8_lossy(&page));
            Status::Fine
        }
        // Memory takes all that is written to it.
        Err(_) => Status::Undone,
    }
}

fn unknown(name: &str, factlint: &Command) -> Status {
    let names = factlint.get_subcommands().map(Command::get_name);
    let failure = Failure {
        code: "unknown-command",
        path: None,
        place: None,
        message: format!("there is no command {name}"),
        help: match suggest::nearest(name, names) {
            Some(near) => choice::did_you_mean(near),
            None => "`factlint --help` lists the commands".into(),
        },
    };
    terminal::tell(&Problem::Failure(failure), &LookArgs::default());
    Status::Undone
}
