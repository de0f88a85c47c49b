//! `factlint explain`: one fact.

use std::io;

use clap::Args;

use super::args::{ConfigArgs, LookArgs, RulesArg};
use super::status::Status;
use super::{choice, project, rule_files, terminal};
use crate::config::Config;
use crate::drill;
use crate::report::{Problem, fact};
use crate::text::suggest;

/// `factlint explain`
#[derive(Debug, Args)]
pub(crate) struct ExplainArgs {
    /// The fact's id
    #[arg(value_name = "ID")]
    pub(crate) id: String,

    #[command(flatten)]
    pub(crate) rules: RulesArg,

    #[command(flatten)]
    pub(crate) config: ConfigArgs,

    #[command(flatten)]
    pub(crate) look: LookArgs,
}

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
