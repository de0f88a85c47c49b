//! `check` and what it sets aside: notes in articles, `suppress` of the configuration, `--baseline` and
//! `--write-baseline`.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::Args;

use super::project::Project;
use super::rule_files::canonical;
use super::{text_file, whole_file};
use crate::judge::Checked;
use crate::report::Problem;
use crate::report::problem::Failure;
use crate::rules::{self, FactBook, FactId, RuleProblem};
use crate::source::Source;
use crate::waive::{self, Baseline, Entry, NoteProblem};

/// So many stale entries are named; the rest are counted.
const MOST_NAMED: usize = 10;

/// What is known already.
#[derive(Debug, Args)]
#[command(next_help_heading = "Known conflicts")]
pub(crate) struct AsideArgs {
    /// Report only conflicts that this file does not list
    #[arg(long, value_name = "FILE", conflicts_with = "write_baseline")]
    pub(crate) baseline: Option<PathBuf>,

    /// List the conflicts in a file for --baseline; a file that is there only loses entries
    #[arg(long, value_name = "FILE", conflicts_with = "mend")]
    pub(crate) write_baseline: Option<PathBuf>,

    /// With --write-baseline: add new conflicts to a file that is there
    #[arg(long, requires = "write_baseline")]
    pub(crate) grow_baseline: bool,
}

/// What a check sets aside.
#[derive(Debug)]
pub(crate) struct Aside<'p> {
    /// Whose configuration sets conflicts aside.
    project: &'p Project,
    file: Option<BaselineFile>,
}

#[derive(Debug)]
struct BaselineFile {
    path: PathBuf,
    /// Paths in it are from here.
    folder: PathBuf,
    known: Baseline,
    /// Every conflict goes into it.
    takes_all: bool,
    writes: bool,
}

/// What was set aside in an article, and what was not.
#[derive(Debug, Default)]
pub(crate) struct Review {
    notes: Vec<NoteProblem>,
    /// The entries of the configuration that set something aside.
    used: Vec<usize>,
    /// The article as a baseline calls it.
    path: Option<String>,
    conflicts: Vec<Entry>,
}

/// What was found in all articles.
#[derive(Debug, Default)]
pub(crate) struct Reviews {
    found: BTreeSet<Entry>,
    paths: BTreeSet<String>,
    used: BTreeSet<usize>,
}

impl<'p> Aside<'p> {
    /// Reads the baseline.
    pub(crate) fn open(args: &AsideArgs, project: &'p Project) -> Result<Self, Failure> {
        let file = match (&args.baseline, &args.write_baseline) {
            (Some(path), _) => Some(BaselineFile::open(path, read(path)?)),
            (None, Some(path)) => {
                let is_new = !path.exists();
                let known = if is_new { Baseline::default() } else { read(path)? };
                let takes_all = is_new || args.grow_baseline;
                Some(BaselineFile { takes_all, writes: true, ..BaselineFile::open(path, known) })
            }
            (None, None) => None,
        };
        Ok(Self { project, file })
    }

    /// Sets aside what is to be in an article.
    pub(crate) fn review(&self, source: &Source, checked: &mut Checked, book: &FactBook) -> Review {
        let notes = waive(self.project, source, checked, book);
        let used = suppress(self.project, source, checked, book);
        let Some(file) = &self.file else { return Review { notes, used, ..Review::default() } };
        let path = file.path_of(source.name());
        let findings = &mut checked.article.findings;
        let conflicts: Vec<Entry> =
            waive::entries(&path, findings, book).into_iter().map(|(_, entry)| entry).collect();
        match file.takes_all {
            true => {
                let all = Baseline { entries: conflicts.iter().cloned().collect() };
                all.set_aside(&path, findings, book);
            }
            false => {
                file.known.set_aside(&path, findings, book);
            }
        }
        Review { notes, used, path: Some(path), conflicts }
    }

    /// What is to be said of the configuration's list once every article was held against every
    /// fact: entries that expired or are of no use.
    pub(crate) fn review_list(&self, reviews: &Reviews, book: &FactBook) -> Vec<Problem> {
        let file = &self.project.settings.file;
        let Some(source) = &file.source else { return Vec::new() };
        let list = file.suppressions.iter().enumerate();
        let faults = list.filter_map(|(index, it)| {
            waive::of_use(it, reviews.used.contains(&index), book, self.project.today())
        });
        faults.map(|fault| Problem::Rule(RuleProblem::of(source, fault))).collect()
    }

    /// Whether a baseline or the configuration sets conflicts aside, some of them for a time.
    pub(crate) const fn tells_articles_apart(&self) -> bool {
        self.file.is_some() || !self.project.settings.file.suppressions.is_empty()
    }

    /// What is left to say when all articles are done: stale entries, or what became of the file.
    /// `concerns`: whether a fact was looked at in an article, where it was not left out.
    pub(crate) fn finish(
        &self,
        reviews: &Reviews,
        book: &FactBook,
        is_complete: bool,
        concerns: &dyn Fn(FactId, &str) -> bool,
    ) -> (Vec<Problem>, String) {
        let Some(file) = &self.file else { return (Vec::new(), String::new()) };
        let was_sought = |entry: &Entry| file.was_sought(entry, reviews, book, concerns);
        let left = file.known.shrunk(&reviews.found, was_sought);
        if !file.writes {
            let stale: Vec<_> = file.known.entries.difference(&left.entries).collect();
            return (file.stale(&stale), String::new());
        }
        if !is_complete {
            return (vec![Problem::Warning(file.unwritten())], String::new());
        }
        file.write(left, reviews)
    }
}

impl BaselineFile {
    fn open(path: &Path, known: Baseline) -> Self {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
        let folder = canonical(folder.unwrap_or(Path::new(".")));
        Self { path: path.to_owned(), folder, known, takes_all: false, writes: false }
    }

    fn path_of(&self, name: &str) -> String {
        let path = canonical(Path::new(name));
        let path = path.strip_prefix(&self.folder).unwrap_or(&path);
        path.to_string_lossy().replace(std::path::MAIN_SEPARATOR, "/")
    }

    /// Whether an entry would have been found, were it still true: its article was checked for its
    /// fact, or one of the two is gone.
    fn was_sought(
        &self,
        entry: &Entry,
        reviews: &Reviews,
        book: &FactBook,
        concerns: &dyn Fn(FactId, &str) -> bool,
    ) -> bool {
        let path = self.folder.join(&entry.path);
        let index = book.facts.iter().position(|fact| fact.id == entry.fact);
        let Some(index) = index.filter(|_| path.exists()) else { return true };
        let was_looked_at =
            !book.facts[index].muted && concerns(FactId(index as u32), &path.to_string_lossy());
        was_looked_at && reviews.paths.contains(&entry.path)
    }

    fn stale(&self, stale: &[&Entry]) -> Vec<Problem> {
        let help = format!("take it out: check --write-baseline {}", self.path.display());
        let problem = |message| {
            let path = Some(self.path.to_string_lossy().into_owned());
            let help = help.clone();
            Problem::Warning(Failure { code: "stale-baseline", path, place: None, message, help })
        };
        let named = stale.iter().take(MOST_NAMED).map(|entry| {
            let Entry { path, fact, stated, occurrence } = entry;
            let which = if *occurrence > 1 { format!(" ({occurrence})") } else { String::new() };
            problem(format!("{path} no longer conflicts with {fact} by saying {stated}{which}"))
        });
        let rest = stale.len().saturating_sub(MOST_NAMED);
        let rest = (rest > 0).then(|| problem(format!("{rest} more entries are stale")));
        named.chain(rest).collect()
    }

    fn write(&self, left: Baseline, reviews: &Reviews) -> (Vec<Problem>, String) {
        let n_gone = self.known.entries.len() - left.entries.len();
        let mut kept = left;
        let n_new = reviews.found.difference(&kept.entries).count();
        if self.takes_all {
            kept.entries.extend(reviews.found.iter().cloned());
        }
        if let Err(error) = whole_file::write(&self.path, kept.text().as_bytes()) {
            return (vec![Problem::Failure(self.unwritable(&error))], String::new());
        }
        let name = self.path.display();
        let new = match (self.takes_all, n_new) {
            (true, _) => format!("{n_new} added"),
            (false, 0) => "none new".to_owned(),
            (false, _) => format!("{n_new} new not added (--grow-baseline adds them)"),
        };
        let n_kept = kept.entries.len();
        (Vec::new(), format!("{name}: {n_kept} listed, {n_gone} taken out, {new}\n"))
    }

    fn unwritten(&self) -> Failure {
        Failure {
            code: "baseline-unwritten",
            path: Some(self.path.to_string_lossy().into_owned()),
            place: None,
            message: "it is left as it was, for not everything could be checked".into(),
            help: "mend what is wrong above, and write it again".into(),
        }
    }

    fn unwritable(&self, error: &std::io::Error) -> Failure {
        Failure {
            code: "unwritable",
            path: Some(self.path.to_string_lossy().into_owned()),
            place: None,
            message: format!("the baseline cannot be written: {error}"),
            help: "name a file in a folder that exists and may be written to".into(),
        }
    }
}

impl Reviews {
    /// Takes in what was found in an article.
    pub(crate) fn add(&mut self, review: Review) {
        self.found.extend(review.conflicts);
        self.paths.extend(review.path);
        self.used.extend(review.used);
    }
}

impl Review {
    /// The problems of an article's notes, with the article. That one is of no use is known only
    /// where every fact was looked at.
    pub(crate) fn take_problems(&mut self, source: &Source, is_whole: bool) -> Vec<Problem> {
        self.notes.retain(|note| is_whole || !note.warning);
        if self.notes.is_empty() {
            return Vec::new();
        }
        let source = Arc::new(source.clone());
        let notes = std::mem::take(&mut self.notes).into_iter();
        notes.map(|note| Problem::Note(Arc::clone(&source), note)).collect()
    }
}

/// Sets aside what an article's notes and the configuration speak of, where nobody asks what is wrong
/// with them.
pub(crate) fn heed(project: &Project, source: &Source, checked: &mut Checked, book: &FactBook) {
    waive(project, source, checked, book);
    suppress(project, source, checked, book);
}

/// Sets aside what an article's notes speak of; gives what is wrong with them.
fn waive(
    project: &Project,
    source: &Source,
    checked: &mut Checked,
    book: &FactBook,
) -> Vec<NoteProblem> {
    if checked.document.notes.is_empty() {
        return Vec::new();
    }
    waive::waive(source, checked, book, project.today())
}

/// Sets aside what the configuration speaks of; gives the indices of its entries that were of use.
fn suppress(
    project: &Project,
    source: &Source,
    checked: &mut Checked,
    book: &FactBook,
) -> Vec<usize> {
    let list = &project.settings.file.suppressions;
    let path = project.folder.relative(Path::new(source.name()));
    let Some(path) = path.filter(|_| !list.is_empty()) else { return Vec::new() };
    waive::suppress(source, &path, &mut checked.article.findings, list, book, project.today())
}

/// Facts that were to be reviewed by now.
pub(crate) fn overdue(project: &Project, book: &FactBook) -> Vec<Problem> {
    if book.facts.iter().all(|fact| fact.review_by.is_none()) {
        return Vec::new();
    }
    rules::overdue(book, project.today()).into_iter().map(Problem::Rule).collect()
}

fn read(path: &Path) -> Result<Baseline, Failure> {
    let name = path.to_string_lossy();
    let source = text_file::read(path, &name)?;
    Baseline::parse(source.text()).map_err(|line_number| Failure {
        code: "bad-baseline",
        path: Some(name.into_owned()),
        place: None,
        message: format!("line {line_number} is none of a baseline's"),
        help: "write it anew with --write-baseline, after moving this file away".into(),
    })
}
