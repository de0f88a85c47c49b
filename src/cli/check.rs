//! `factlint check`: every article against every fact, streamed in order to every report.

use rayon::prelude::*;

use super::args::CheckArgs;
use super::articles::{self, Found};
use super::output::{self, OpenReport};
use super::rule_files;
use super::status::Status;
use super::terminal;
use crate::judge::{Checker, Circumstances, Verdict};
use crate::report::problem::Failure;
use crate::report::{Article, Closing, Piece, Problem, Render, Summary};
use crate::rules::{FactBook, FactId};

/// Articles in work at a time: enough for all cores, and a bound on memory.
const CHUNK: usize = 512;

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
        found = articles::find(&args.articles, &loaded.paths, &mut problems);
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
        for chunk in found.chunks(CHUNK) {
            let renderers: Vec<_> = reports.iter().map(OpenReport::renderer).collect();
            for done in self.check_chunk(chunk, &renderers) {
                match done {
                    Ok(done) => self.add(done, reports),
                    Err(failure) => self.fail(failure),
                }
            }
            reports.iter_mut().for_each(OpenReport::flush);
            if reports.iter().any(OpenReport::is_closed) {
                break;
            }
        }
    }

    fn check_chunk(
        &self,
        chunk: &[Found],
        renderers: &[&dyn Render],
    ) -> Vec<Result<Done, Failure>> {
        let circumstances = Circumstances {
            override_date: self.args.articles.override_date,
            assumed_date: self.args.articles.date,
        };
        let check = |found: &Found| check_one(self.checker, found, circumstances, renderers);
        match chunk {
            // No threads are started for a single article.
            [one] => check(one).into_iter().collect(),
            many => many.par_iter().filter_map(check).collect(),
        }
    }

    fn add(&mut self, done: Done, reports: &mut [OpenReport]) {
        self.summary.n_articles += 1;
        for (fact, verdict) in done.verdicts {
            self.summary.add(&self.checker.book, fact, verdict);
        }
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

/// One article, read, checked and rendered; `None` for a file that is no article.
fn check_one(
    checker: &Checker,
    found: &Found,
    circumstances: Circumstances,
    renderers: &[&dyn Render],
) -> Option<Result<Done, Failure>> {
    let (source, format) = match articles::read(found)? {
        Ok(article) => article,
        Err(failure) => return Some(Err(failure)),
    };
    let checked = checker.check(&source, format, circumstances);
    let article = Article { source: &source, findings: &checked.article, book: &checker.book };
    let findings = &checked.article.findings;
    let verdicts = findings.iter().map(|finding| (finding.fact, finding.verdict)).collect();
    Some(Ok(Done { pieces: output::pieces(renderers, &article), verdicts }))
}
