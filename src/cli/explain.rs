//! `factlint explain`: one fact.

use std::io;

use super::args::ExplainArgs;
use super::status::Status;
use super::{rule_files, terminal};
use crate::drill;
use crate::report::problem::Failure;
use crate::report::{Problem, fact};
use crate::rules::FactBook;
use crate::text::suggest;

/// Runs the command.
pub(crate) fn run(args: &ExplainArgs) -> Status {
    let loaded = rule_files::load(&args.rules.rules);
    for problem in &loaded.problems {
        terminal::tell(problem, &args.look);
    }
    let Some(index) = loaded.book.facts.iter().position(|fact| fact.id == args.id) else {
        let unknown = Problem::Failure(unknown(&args.id, &loaded.book));
        terminal::tell(&unknown, &args.look);
        return Status::Undone;
    };
    let drilled = drill::run_fact(loaded.book, index);
    let look = terminal::look_of(&io::stdout(), &args.look);
    terminal::print(&fact::explained(&drilled, index, look));
    match loaded.problems.iter().any(Problem::is_fatal) {
        true => Status::Undone,
        false => Status::Fine,
    }
}

fn unknown(id: &str, book: &FactBook) -> Failure {
    let ids = book.facts.iter().map(|fact| fact.id.as_str());
    let help = match suggest::nearest(id, ids) {
        Some(other) => format!("did you mean {other}?"),
        None => "`factlint list` shows the ids of all facts".into(),
    };
    Failure {
        code: "unknown-fact",
        path: None,
        place: None,
        message: format!("no fact has the id {id}"),
        help,
    }
}
