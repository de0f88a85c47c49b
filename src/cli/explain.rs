//! `factlint explain`: one fact.

use std::io;

use super::args::ExplainArgs;
use super::status::Status;
use super::{choice, project, rule_files, terminal};
use crate::config::Config;
use crate::drill;
use crate::report::{Problem, fact};
use crate::text::suggest;

/// Runs the command.
pub(crate) fn run(args: &ExplainArgs) -> Status {
    let flags = Config::default().with_rules("--rules", &args.rules.rules);
    let loaded = rule_files::load(&mut project::open(&args.config, flags));
    for problem in &loaded.problems {
        terminal::tell(problem, &args.look);
    }
    let Some(index) = loaded.book.facts.iter().position(|fact| fact.id == args.id) else {
        let ids = loaded.book.facts.iter().map(|fact| fact.id.as_str());
        let unknown = choice::unknown_fact(&args.id, suggest::nearest(&args.id, ids));
        terminal::tell(&Problem::Failure(unknown), &args.look);
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
