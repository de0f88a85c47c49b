//! `factlint list`: the facts, with how often each was seen when articles are named.

use std::io;
use std::ops::ControlFlow;

use super::args::ListArgs;
use super::status::Status;
use super::{articles, find, project, rule_files, terminal};
use crate::config::Config;
use crate::document::Document;
use crate::judge::Checker;
use crate::report::{Judged, Problem, Summary, fact};
use crate::source::Source;

/// Runs the command.
pub(crate) fn run(args: &ListArgs) -> Status {
    let flags = Config::default()
        .with_rules("--rules", &args.rules.rules)
        .with_articles(&args.articles)
        .with_choice(&args.choice);
    let mut project = project::open(&args.config, flags);
    let loaded = rule_files::load(&mut project);
    let mut problems = loaded.problems;
    let with_articles = !args.articles.paths.is_empty();
    let found = match with_articles {
        true => find::find(&args.articles, &project, &loaded.paths, &mut problems),
        false => Vec::new(),
    };
    let checker = Checker::new(loaded.book);
    let mut summary = Summary::new(&checker.book);
    let check = |source: &Source, document: Document| -> Vec<Judged> {
        let checked = project.check(&checker, source, document);
        checked
            .article
            .findings
            .iter()
            .map(|found| (found.fact, found.severity, found.verdict))
            .collect()
    };
    articles::each(&found, check, |verdicts| {
        match verdicts {
            Ok(verdicts) => summary.add_article(&verdicts),
            Err(failure) => problems.push(Problem::Failure(failure)),
        }
        ControlFlow::Continue(())
    });
    for problem in &problems {
        terminal::tell(problem, &args.look);
    }
    let look = terminal::look_of(&io::stdout(), &args.look);
    let seen = with_articles.then_some(&summary);
    terminal::print(&fact::listed(&checker.book, seen, look));
    match problems.iter().any(Problem::is_fatal) {
        true => Status::Undone,
        false => Status::Fine,
    }
}
