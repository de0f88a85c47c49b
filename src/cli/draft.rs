//! `factlint draft`: a first version of a rule file, from sentences or articles.

use std::io::{self, IsTerminal as _};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use clap::Args;
use jiff::civil::Date;

use super::args::LookArgs;
use super::find::Found;
use super::status::Status;
use super::{articles, terminal, text_file};
use crate::document::{Document, Format, lift};
use crate::draft::{self, Unlinked};
use crate::report::problem::Failure;
use crate::report::{Detail, Problem, sanitise};
use crate::source::Source;

/// So many values are named that no fact could be made of; the rest are counted.
const MOST_NAMED: usize = 5;

/// `factlint draft`
#[derive(Debug, Args)]
pub(crate) struct DraftArgs {
    /// Sentences, each in quotation marks; or articles; - reads one from standard input
    #[arg(value_name = "SENTENCE|ARTICLE", required = true)]
    from: Vec<String>,

    /// The day of sentences, and of articles that state none: what "last May" is counted from
    #[arg(long, value_name = "YYYY-MM-DD", help_heading = "Articles")]
    date: Option<Date>,

    #[command(flatten)]
    look: LookArgs,
}

/// Runs the command.
pub(crate) fn run(args: &DraftArgs) -> Status {
    let mut read = Vec::new();
    let mut status = Status::Fine;
    for from in &args.from {
        each(from, args.date, &mut |result| match result {
            Ok(article) => read.push(article),
            Err(failure) => {
                terminal::tell(&Problem::Failure(failure), &args.look);
                status = Status::Undone;
            }
        });
    }
    let drafted = draft::draft(&read);
    let yaml = match io::stdout().is_terminal() {
        true => sanitise::keeping_length(&drafted.yaml).into(),
        false => drafted.yaml,
    };
    terminal::print(&yaml);
    if args.look.detail() != Detail::Quiet {
        terminal::note(&told(&drafted.unlinked, args.look.detail()));
    }
    if drafted.n_facts == 0 && !read.is_empty() {
        terminal::tell(&Problem::Failure(nothing()), &args.look);
        status = Status::Undone;
    }
    status
}

/// The articles that an argument names; a sentence is one of its own.
fn each(from: &str, date: Option<Date>, take: &mut dyn FnMut(Result<(Source, Document), Failure>)) {
    let found = match from {
        "-" => Found::stdin("<stdin>".into()),
        path if Path::new(path).exists() => Found::file(PathBuf::from(path), true),
        path if is_path(path) => {
            let missing = io::Error::from(io::ErrorKind::NotFound);
            return take(Err(text_file::unreadable(path, &missing)));
        }
        sentence => {
            let source = Source::new("sentence", sentence);
            let mut document = lift(&source, Format::Plain);
            document.settle_date(date, "sentence", None);
            return take(Ok((source, document)));
        }
    };
    let dated = |source: &Source, mut document: Document| {
        document.settle_date(None, source.name(), date);
        (source.clone(), document)
    };
    articles::each(&[found], dated, |read| {
        take(read);
        ControlFlow::Continue(())
    });
}

/// One word with a folder or an extension: nobody states a fact in that.
fn is_path(text: &str) -> bool {
    !text.contains(char::is_whitespace) && (text.contains('/') || text.contains('.'))
}

/// The values that no fact could be made of.
fn told(unlinked: &[Unlinked], detail: Detail) -> String {
    let most = if detail == Detail::Verbose { usize::MAX } else { MOST_NAMED };
    let line = |it: &Unlinked| {
        let (place, text) = (sanitise::on_one_line(&it.place), sanitise::on_one_line(&it.text));
        format!("no fact: {place}: nothing named is linked to \u{201c}{text}\u{201d}\n")
    };
    let mut told: String = unlinked.iter().take(most).map(line).collect();
    let n_more = unlinked.len().saturating_sub(most);
    if n_more > 0 {
        told += &format!("no fact: {n_more} more values (-v names them)\n");
    }
    told
}

fn nothing() -> Failure {
    Failure {
        code: "nothing-to-state",
        path: None,
        place: None,
        message:
            "there is nothing to state: no name is linked to a date, an amount, a number or a \
                  length of time"
                .into(),
        help:
            "write the sentence so that it names its subject and states the value, for instance: \
               factlint draft \"The Skerry Lighthouse was opened in October 1872.\""
                .into(),
    }
}
