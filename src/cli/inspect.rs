//! `factlint inspect`: everything seen in articles. Needs no rules.

use std::io;
use std::ops::ControlFlow;

use super::args::{InspectArgs, View};
use super::status::Status;
use super::{articles, find, project, rule_files, terminal};
use crate::config::Config;
use crate::document::Document;
use crate::judge::Checker;
use crate::report::{Article, Problem, inspect};
use crate::source::Source;

/// Runs the command.
pub(crate) fn run(args: &InspectArgs) -> Status {
    let flags = Config::default()
        .with_rules("--rules", &args.rules.rules)
        .with_articles(&args.articles)
        .with_choice(&args.choice);
    let mut project = project::open(&args.config, flags);
    let loaded = rule_files::load_if_any(&mut project);
    let mut problems = loaded.problems;
    let found = find::find(&args.articles, &project, &loaded.paths, &mut problems);
    for problem in &problems {
        terminal::tell(problem, &args.look);
    }
    let mut is_undone = problems.iter().any(Problem::is_fatal);
    let look = terminal::look_of(&io::stdout(), &args.look);
    let checker = Checker::new(loaded.book);
    let show = |source: &Source, document: Document| {
        let checked = project.check(&checker, source, document);
        let article = Article { source, findings: &checked.article, book: &checker.book };
        match args.format {
            View::Human => inspect::human::shown(&article, &checked, look),
            View::Json => inspect::json::row(&article, &checked),
        }
    };
    let (head, separator, foot) = match args.format {
        View::Human => ("", "\n", ""),
        View::Json => inspect::json::FRAME,
    };
    let mut before = head;
    articles::each(&found, show, |shown| {
        let written = match shown {
            Ok(text) => {
                let lead = std::mem::replace(&mut before, separator);
                terminal::print(lead) && terminal::print(&text)
            }
            Err(failure) => {
                terminal::tell(&Problem::Failure(failure), &args.look);
                is_undone = true;
                true
            }
        };
        if written { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    });
    if before == head {
        terminal::print(head);
    }
    terminal::print(foot);
    if is_undone { Status::Undone } else { Status::Fine }
}
