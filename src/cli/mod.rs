//! The command line: files, the clock, the terminal and exit codes, and nothing else.
//!
//! The only module that can fail. What it finds wrong with files and flags becomes a
//! [`crate::report::Problem`]; a check goes on with what can be checked, and says so in its status.

mod ahead;
mod archive_file;
mod args;
mod articles;
mod aside;
mod cache;
mod check;
mod choice;
mod config;
mod draft;
mod explain;
mod find;
mod flags;
mod folder;
mod git;
mod init;
mod inspect;
mod interrupt;
mod list;
mod manual;
mod mend;
mod output;
mod progress;
mod project;
mod recall;
mod rule_cache;
mod rule_files;
mod schema;
mod since;
mod status;
mod terminal;
mod test;
mod text_file;
mod watch;
mod whole_file;

use std::process::ExitCode;

use clap::Parser as _;

use args::{Command, Factlint};

/// Runs the command the arguments ask for.
pub fn main() -> ExitCode {
    let factlint = Factlint::parse();
    let status = match &factlint.command {
        Command::Init(args) => init::run(args),
        Command::Draft(args) => draft::run(args),
        Command::Check(args) => check::run(args),
        Command::Test(args) => test::run(args),
        Command::Inspect(args) => inspect::run(args),
        Command::Explain(args) => explain::run(args),
        Command::List(args) => list::run(args),
        Command::Config(args) => config::run(args),
        Command::Schema(args) => schema::run(args),
        Command::Completions(args) => manual::completions(args),
        Command::Man(args) => manual::man(args),
    };
    terminal::finish(status).into()
}
