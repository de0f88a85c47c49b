//! `factlint explain`: one fact, or one place of an article.

use std::io;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use clap::Args;
use jiff::civil::Date;

use super::args::{ArticleArgs, ConfigArgs, LookArgs, RulesArg, default_date};
use super::find::Found;
use super::project::{self, Project};
use super::status::Status;
use super::{articles, aside, choice, rule_files, terminal};
use crate::config::{Config, DefaultDate};
use crate::document::Document;
use crate::drill;
use crate::judge::Checker;
use crate::report::problem::Failure;
use crate::report::{Article, Look, Problem, fact, inspect};
use crate::rules::FactBook;
use crate::source::{Location, Source};
use crate::text::suggest;

/// `factlint explain`
#[derive(Debug, Args)]
pub(crate) struct ExplainArgs {
    /// The fact's id; or a place of an article, as reports write it: PATH:LINE:COLUMN
    #[arg(value_name = "ID|PLACE")]
    id: String,

    /// For a place: the date of an article that states none
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = default_date, help_heading = "Articles")]
    date: Option<DefaultDate>,

    /// For a place: the date of the article, whatever it states
    #[arg(long, value_name = "YYYY-MM-DD", help_heading = "Articles")]
    override_date: Option<Date>,

    #[command(flatten)]
    rules: RulesArg,

    #[command(flatten)]
    config: ConfigArgs,

    #[command(flatten)]
    look: LookArgs,
}

/// Runs the command.
pub(crate) fn run(args: &ExplainArgs) -> Status {
    let (date, override_date) = (args.date, args.override_date);
    let dates = ArticleArgs { date, override_date, ..ArticleArgs::default() };
    let flags = Config::default().with_rules("--rules", &args.rules.rules).with_articles(&dates);
    let mut project = project::open(&args.config, flags);
    let loaded = rule_files::load(&mut project);
    for problem in &loaded.problems {
        terminal::tell(problem, &args.look);
    }
    let look = terminal::look_of(&io::stdout(), &args.look);
    let shown = match loaded.book.facts.iter().position(|fact| fact.id == args.id) {
        Some(index) => Ok(fact::explained(&drill::run_fact(loaded.book, index), index, look)),
        None => match place(&args.id) {
            Some((path, place)) => at(&path, place, &project, loaded.book, look),
            None => {
                let ids = loaded.book.facts.iter().map(|fact| fact.id.as_str());
                Err(choice::unknown_fact(&args.id, suggest::nearest(&args.id, ids)))
            }
        },
    };
    match shown {
        Ok(text) => _ = terminal::print(&text),
        Err(failure) => {
            terminal::tell(&Problem::Failure(failure), &args.look);
            return Status::Undone;
        }
    }
    match loaded.problems.iter().any(Problem::is_fatal) {
        true => Status::Undone,
        false => Status::Fine,
    }
}

/// Reads `PATH:LINE:COLUMN`; a line alone is its first column.
fn place(text: &str) -> Option<(PathBuf, Location)> {
    let number = |text: &str| text.parse::<usize>().ok();
    let (before, last) = text.rsplit_once(':')?;
    let last = number(last)?;
    let with_column = before.rsplit_once(':').and_then(|(path, line)| Some((path, number(line)?)));
    let (path, place) = match with_column {
        Some((path, line_number)) => (path, Location { line_number, column: last }),
        None => (before, Location { line_number: last, column: 1 }),
    };
    let is_place = !path.is_empty() && place.line_number > 0 && place.column > 0;
    is_place.then(|| (PathBuf::from(path), place))
}

/// The place of an article; an archive holds it in one of its records.
fn at(
    path: &Path,
    place: Location,
    project: &Project,
    book: FactBook,
    look: Look,
) -> Result<String, Failure> {
    let checker = Checker::new(book);
    let explain = |source: &Source, document: Document| {
        let offset = source.offset_at(place)?;
        let mut checked = project.check(&checker, source, document);
        aside::heed(project, source, &mut checked, &checker.book);
        let sight = checker.sight(&checked.document, offset);
        let article = Article { source, findings: &checked.article, book: &checker.book };
        Some(inspect::place::explained(&article, &checked, sight.as_ref(), offset, look))
    };
    let found = [Found::file(path.to_owned(), true)];
    let mut shown = Err(no_such_line(path, place));
    articles::each(&found, explain, |done| match done {
        Ok(None) => ControlFlow::Continue(()),
        Ok(Some(text)) => {
            shown = Ok(text);
            ControlFlow::Break(())
        }
        Err(failure) => {
            shown = Err(failure);
            ControlFlow::Break(())
        }
    });
    shown
}

fn no_such_line(path: &Path, place: Location) -> Failure {
    Failure {
        code: "no-such-place",
        path: Some(rule_files::shown(path)),
        place: None,
        message: format!("it has no line {}", place.line_number),
        help: "write a place as reports do: PATH:LINE:COLUMN".into(),
    }
}
