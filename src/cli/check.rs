//! `factlint check`: every article against every fact, streamed in order to every report.

use std::ops::ControlFlow;

use super::args::CheckArgs;
use super::articles;
use super::find::{self, Found};
use super::output::{self, OpenReport};
use super::rule_files;
use super::status::Status;
use super::terminal;
use crate::document::Document;
use crate::judge::{Checker, Verdict};
use crate::report::problem::Failure;
use crate::report::{Article, Closing, Piece, Problem, Summary};
use crate::rules::{FactBook, FactId};
use crate::source::Source;

/// Runs the command.
pub(crate) fn run(args: &CheckArgs) -> Status {
    let mut reports = Vec::new();
    for output in &args.format {
        match output.open(&args.look) {
            Ok(report) => reports.push(report),
            Err(failure) => {
                terminal::tell(&Problem::Failure(failure), &args.look);
                return Status::Undone;
            }
        }
    }
    let loaded = rule_files::load(&args.rules.rules);
    let mut problems = loaded.problems;
    let mut found = Vec::new();
    if !problems.iter().any(Problem::is_fatal) {
        found = find::find(&args.articles, &loaded.paths, &mut problems);
    }
    for problem in &problems {
        terminal::tell(problem, &args.look);
    }
    let checker = Checker::new(loaded.book);
    let mut run = Run { args, checker: &checker, summary: Summary::new(&checker.book), problems };
    run.check(&found, &mut reports);
    run.finish(&mut reports)
}

struct Run<'a> {
    args: &'a CheckArgs,
    checker: &'a Checker,
    summary: Summary,
    problems: Vec<Problem>,
}

/// What is kept of an article once it is checked.
struct Done {
    /// One piece a report.
    pieces: Vec<Piece>,
    verdicts: Vec<(FactId, Verdict)>,
}

impl Run<'_> {
    fn check(&mut self, found: &[Found], reports: &mut [OpenReport]) {
        reports.iter_mut().for_each(OpenReport::begin);
        let renderers: Vec<_> = reports.iter().map(OpenReport::renderer).collect();
        let circumstances = self.args.articles.circumstances();
        let checker = self.checker;
        let work = |source: &Source, document: Document| {
            let checked = checker.check_lifted(source, document, circumstances);
            let article = Article { source, findings: &checked.article, book: &checker.book };
            let findings = checked.article.findings.iter();
            let verdicts = findings.map(|finding| (finding.fact, finding.verdict)).collect();
            Done { pieces: output::pieces(&renderers, &article), verdicts }
        };
        articles::each(found, work, |done| {
            match done {
                Ok(done) => self.add(done, reports),
                Err(failure) => self.fail(failure),
            }
            match reports.iter().any(OpenReport::is_closed) {
                true => ControlFlow::Break(()),
                false => ControlFlow::Continue(()),
            }
        });
    }

    fn add(&mut self, done: Done, reports: &mut [OpenReport]) {
        self.summary.add_article(&self.checker.book, &done.verdicts);
        for (report, piece) in reports.iter_mut().zip(&done.pieces) {
            report.add(piece);
        }
    }

    fn fail(&mut self, failure: Failure) {
        let problem = Problem::Failure(failure);
        terminal::tell(&problem, &self.args.look);
        self.problems.push(problem);
    }

    fn finish(self, reports: &mut [OpenReport]) -> Status {
        let (summary, problems) = (&self.summary, &self.problems);
        let book: &FactBook = &self.checker.book;
        let mut status = Status::Fine;
        if self.args.fail_on.severity().is_some_and(|severity| summary.has_conflict(severity)) {
            status = Status::Conflicts;
        }
        if problems.iter().any(Problem::is_fatal) {
            status = Status::Undone;
        }
        for report in reports {
            report.end(&Closing { summary, problems, book });
            if let Some(failure) = report.failure() {
                terminal::tell(&Problem::Failure(failure), &self.args.look);
                status = Status::Undone;
            }
        }
        status
    }
}
