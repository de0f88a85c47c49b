//! `--since REV`: what changed since a revision, articles and facts.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};

use clap::Args;

use super::find::Found;
use super::git::Revision;
use super::rule_files::canonical;
use crate::report::problem::Failure;
use crate::rules::{self, Fact, FactBook, FactId};
use crate::source::Source;

/// Which changes.
#[derive(Debug, Args)]
#[command(next_help_heading = "History")]
pub(crate) struct SinceArg {
    /// Only what changed since a git revision: articles, and facts in all articles
    #[arg(long, value_name = "REV")]
    pub(crate) since: Option<String>,
}

/// What changed since a revision.
#[derive(Debug)]
pub(crate) struct Since {
    /// The files that changed, as they are compared.
    files: HashSet<PathBuf>,
    /// The facts that changed, each with what it expected then, or nothing when it is new.
    pub(crate) facts: HashMap<FactId, Option<String>>,
    /// The ids of facts that are stated no more, each with what it expected.
    pub(crate) gone: Vec<(String, String)>,
}

impl Since {
    /// Asks git, and holds the facts against those of that time.
    pub(crate) fn open(
        args: &SinceArg,
        book: &FactBook,
        rule_files: &HashSet<PathBuf>,
    ) -> Result<Option<Self>, Failure> {
        let Some(name) = &args.since else { return Ok(None) };
        let revision = Revision::open(name)?;
        let changed: Vec<PathBuf> = revision.changed()?.iter().map(|it| canonical(it)).collect();
        let old = old_book(&revision, rule_files, &changed);
        let was: HashMap<&str, usize> =
            old.facts.iter().enumerate().map(|(at, fact)| (fact.id.as_str(), at)).collect();
        let mut facts = HashMap::new();
        for (index, fact) in book.facts.iter().enumerate() {
            let then = was.get(fact.id.as_str()).map(|&at| &old.facts[at]);
            if then.is_none_or(|then| then.meaning(&old) != fact.meaning(book)) {
                let expected = then.map(|then| then.expected.summary());
                facts.insert(FactId(index as u32), expected);
            }
        }
        let ids: HashSet<&str> = book.facts.iter().map(|fact| fact.id.as_str()).collect();
        let gone = old.facts.iter().filter(|fact| !ids.contains(fact.id.as_str()));
        let expected =
            |fact: &Fact| format!("{} {}", fact.expected.kind(), fact.expected.summary());
        let gone = gone.map(|fact| (fact.id.clone(), expected(fact))).collect();
        Ok(Some(Self { files: changed.into_iter().collect(), facts, gone }))
    }

    /// Whether an article changed. Standard input always has.
    pub(crate) fn has_changed(&self, found: &Found) -> bool {
        match found {
            Found::Stdin { .. } => true,
            Found::File { path, .. } => self.files.contains(&canonical(path)),
        }
    }

    /// Whether a fact of an article is to be looked at: it changed, or the article did.
    pub(crate) fn concerns(&self, fact: FactId, article: &str) -> bool {
        self.facts.contains_key(&fact) || self.files.contains(&canonical(Path::new(article)))
    }

    /// Leaves the articles that have something to be looked at.
    pub(crate) fn narrow(&self, found: &mut Vec<Found>) {
        if self.facts.is_empty() {
            found.retain(|found| self.has_changed(found));
        }
    }
}

/// The facts as they were: in the rule files of today, and in those that are gone since.
fn old_book(revision: &Revision, rule_files: &HashSet<PathBuf>, changed: &[PathBuf]) -> FactBook {
    let folders: HashSet<&Path> = rule_files.iter().filter_map(|file| file.parent()).collect();
    let is_gone = |path: &&PathBuf| {
        let is_yaml = path.extension().is_some_and(|it| it == "yaml" || it == "yml");
        is_yaml && !path.exists() && path.parent().is_some_and(|folder| folders.contains(folder))
    };
    let gone = changed.iter().filter(is_gone);
    let mut paths: Vec<&PathBuf> = rule_files.iter().chain(gone).collect();
    paths.sort();
    let read = |path: &PathBuf| {
        let content = String::from_utf8(revision.read(path)?).ok()?;
        Some(Source::new(path.to_string_lossy(), content))
    };
    rules::load(paths.into_iter().filter_map(read).collect()).0
}
