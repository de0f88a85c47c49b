//! `factlint list`: the facts, with how often each was seen when articles are named; or the
//! articles that rely on each.

use std::io;
use std::ops::ControlFlow;

use super::args::ListArgs;
use super::since::Since;
use super::status::Status;
use super::{articles, aside, find, project, rule_files, terminal};
use crate::config::Config;
use crate::document::Document;
use crate::judge::Checker;
use crate::report::used::{self, Use};
use crate::report::{Article, Judged, Problem, Summary, fact};
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
    let since = match Since::open(&args.since, &loaded.book, &loaded.paths) {
        Ok(since) => since,
        Err(failure) => {
            terminal::tell(&Problem::Failure(failure), &args.look);
            return Status::Undone;
        }
    };
    let with_articles = args.used || !args.articles.paths.is_empty();
    let found = match with_articles {
        true => find::find(&args.articles, &project, &loaded.paths, &mut problems),
        false => Vec::new(),
    };
    let checker = Checker::new(loaded.book);
    let mut summary = Summary::new(&checker.book);
    let check = |source: &Source, document: Document| -> (Vec<Judged>, Vec<Use>) {
        let mut checked = project.check(&checker, source, document);
        aside::heed(&project, source, &mut checked, &checker.book);
        let findings = checked.article.findings.iter();
        let judged = findings.map(|it| (it.fact, it.severity, it.verdict)).collect();
        let article = Article { source, findings: &checked.article, book: &checker.book };
        (judged, if args.used { used::uses(&article) } else { Vec::new() })
    };
    let mut all = Vec::new();
    articles::each(&found, check, |done| {
        match done {
            Ok((judged, uses)) => {
                summary.add_article(&judged);
                all.extend(uses);
            }
            Err(failure) => problems.push(Problem::Failure(failure)),
        }
        ControlFlow::Continue(())
    });
    for problem in &problems {
        terminal::tell(problem, &args.look);
    }
    let look = terminal::look_of(&io::stdout(), &args.look);
    let changed = since.as_ref().map(|since| &since.facts);
    let gone = since.as_ref().map_or(String::new(), |since| used::gone(&since.gone, look));
    terminal::print(&gone);
    terminal::print(&match (args.used, changed) {
        (true, _) => used::shown(&checker.book, &all, summary.n_articles, changed, look),
        (false, Some(changed)) => used::changed(&checker.book, changed, look),
        (false, None) => fact::listed(&checker.book, with_articles.then_some(&summary), look),
    });
    match problems.iter().any(Problem::is_fatal) {
        true => Status::Undone,
        false => Status::Fine,
    }
}
