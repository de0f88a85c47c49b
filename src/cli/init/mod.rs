//! `factlint init`: a first project, written into a folder where nothing is yet.
//!
//! What it writes stands beside this file and passes `factlint test` and `factlint check` as it is. A
//! file that is there is never written over.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use clap::Args;

use super::args::LookArgs;
use super::rule_files::{is_rule_file, shown};
use super::status::Status;
use super::{find, terminal, whole_file};
use crate::config;
use crate::report::problem::Failure;
use crate::report::{Problem, sanitise};

const CONFIG: &str = include_str!("factlint.yaml");
const FACTS: &str = include_str!("first-facts.yaml");
const ARTICLE: &str = include_str!("first.md");
const HOOKS: &str = include_str!("hooks.yaml");

/// What stands for the articles in [`CONFIG`].
const ARTICLES: &str = "ARTICLES";

const HOOK_FILE: &str = ".pre-commit-config.yaml";

/// Texts that most folders hold and that are no articles.
const NO_ARTICLES: [&str; 5] =
    ["readme", "changelog", "contributing", "license", "code_of_conduct"];

/// `factlint init`
#[derive(Debug, Args)]
pub(crate) struct InitArgs {
    /// The folder; it is made when it is not there [default: the current folder]
    #[arg(value_name = "FOLDER")]
    folder: Option<PathBuf>,

    #[command(flatten)]
    look: LookArgs,
}

/// Runs the command.
pub(crate) fn run(args: &InitArgs) -> Status {
    let folder = args.folder.clone().unwrap_or_default();
    let mut init = Init { folder, said: String::new(), n_written: 0 };
    let done = init.project().and_then(|()| init.hooks());
    terminal::print(&init.said);
    match done {
        Ok(()) => {
            terminal::print(&init.next());
            Status::Fine
        }
        Err(failure) => {
            terminal::tell(&Problem::Failure(failure), &args.look);
            Status::Undone
        }
    }
}

struct Init {
    /// Empty for the working folder.
    folder: PathBuf,
    said: String,
    n_written: usize,
}

impl Init {
    /// Settings, facts, and an article to try them on where there is none.
    fn project(&mut self) -> Result<(), Failure> {
        if let Some(name) = config::FILE_NAMES.into_iter().find(|name| self.is_there(name)) {
            self.say("kept", name, "facts and articles stand where it says");
            return Ok(());
        }
        let has_facts = holds_rule_file(&self.folder.join("rules"));
        let has_articles = holds_article(&self.folder);
        let wants_article = !has_articles && !has_facts;
        let articles = match wants_article {
            true => "articles/       # what is checked when no path is named",
            false => {
                ".               # what is checked when no path is named: all below this folder"
            }
        };
        let config = CONFIG.replace(ARTICLES, articles);
        self.write("factlint.yaml", &config, "settings: where facts and articles stand")?;
        match has_facts {
            true => self.say("kept", "rules/", "it holds rule files"),
            false => self.write(
                "rules/first-facts.yaml",
                FACTS,
                "three facts, with comments that tell how facts are written",
            )?,
        }
        match wants_article {
            true => self.write("articles/first.md", ARTICLE, "an article to try them on"),
            false => Ok(()),
        }
    }

    /// The hooks of a git repository: they run where its root is.
    fn hooks(&mut self) -> Result<(), Failure> {
        if !self.is_there(".git") {
            return Ok(());
        }
        if !self.is_there(HOOK_FILE) {
            return self.write(
                HOOK_FILE,
                HOOKS,
                "hooks that check each commit: pre-commit install",
            );
        }
        let known = fs::read_to_string(self.folder.join(HOOK_FILE)).unwrap_or_default();
        if known.contains("factlint") {
            self.say("kept", HOOK_FILE, "it speaks of factlint");
            return Ok(());
        }
        self.say("kept", HOOK_FILE, "to check each commit, add this under its `repos:`");
        self.said += HOOKS.strip_prefix("repos:\n").unwrap_or(HOOKS);
        Ok(())
    }

    fn is_there(&self, name: &str) -> bool {
        fs::symlink_metadata(self.folder.join(name)).is_ok()
    }

    fn write(&mut self, name: &str, content: &str, what: &str) -> Result<(), Failure> {
        let path = self.folder.join(name);
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
        folder.map_or(Ok(()), fs::create_dir_all).map_err(|error| unwritable(&path, &error))?;
        match whole_file::create(&path, content.as_bytes()) {
            Ok(()) => self.n_written += 1,
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {
                self.say("kept", name, "it is there");
                return Ok(());
            }
            Err(error) => return Err(unwritable(&path, &error)),
        }
        self.say("wrote", name, what);
        Ok(())
    }

    fn say(&mut self, done: &str, name: &str, what: &str) {
        let path = shown(&self.folder.join(name));
        let path = sanitise::on_one_line(&path).into_owned();
        self.said += &format!("{done:5}  {path:24}  {what}\n");
    }

    /// What to do now.
    fn next(&self) -> String {
        if self.n_written == 0 {
            return "\nnothing was written\n".into();
        }
        let folder = self.folder.to_string_lossy();
        let first = match folder.is_empty() || folder == "." {
            true => String::new(),
            false => format!("  cd {}\n", sanitise::on_one_line(&folder)),
        };
        format!(
            "\nNext:\n{first}  factlint test     are the facts understood as they are meant?\n  \
             factlint check    what do the articles say?\n"
        )
    }
}

fn holds_rule_file(folder: &Path) -> bool {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.map(|entry| entry.path()).any(|path| is_rule_file(&path))
}

fn holds_article(folder: &Path) -> bool {
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    find::articles_below(folder).any(|path| {
        let stem = path.file_stem().map(|stem| stem.to_string_lossy().to_lowercase());
        !stem.is_some_and(|stem| NO_ARTICLES.contains(&stem.as_str()))
    })
}

fn unwritable(path: &Path, error: &io::Error) -> Failure {
    Failure {
        code: "unwritable",
        path: Some(shown(path)),
        place: None,
        message: format!("it cannot be written: {error}"),
        help: "name a folder that may be written to; nothing that was there has been changed"
            .into(),
    }
}
