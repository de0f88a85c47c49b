//! `factlint test`: the examples of rule files, each as an article of its own.

use std::io;

use super::args::TestArgs;
use super::status::Status;
use super::{project, rule_files, terminal};
use crate::config::Config;
use crate::drill::{self, Outcome};
use crate::report::{Problem, drill as report};

/// Runs the command.
pub(crate) fn run(args: &TestArgs) -> Status {
    let flags = Config::default().with_rules("RULES", &args.rules).with_choice(&args.choice);
    let loaded = rule_files::load(&mut project::open(&args.config, flags));
    for problem in &loaded.problems {
        terminal::tell(problem, &args.look);
    }
    if loaded.problems.iter().any(Problem::is_fatal) {
        return Status::Undone;
    }
    let drilled = drill::run(loaded.book);
    let look = terminal::look_of(&io::stdout(), &args.look);
    let mut text = report::shown(&drilled, look);
    if args.coverage {
        text.insert_str(0, &report::coverage(drilled.book(), look));
    }
    terminal::print(&text);
    match drilled.trials.iter().all(|trial| trial.outcome == Outcome::Validated) {
        true => Status::Fine,
        false => Status::Conflicts,
    }
}
