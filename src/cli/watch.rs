//! `factlint check --watch`: checks again whenever an article, a rule file or the configuration changes.
//!
//! Every round opens the project anew, so that changed settings hold at once. Watching begins before
//! a round reads anything: no change is missed.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

use notify::event::{EventKind, ModifyKind};
use notify::{Event, RecursiveMode, Watcher};

use super::args::CheckArgs;
use super::find::{IGNORE_FILE, is_article};
use super::folder::absolute;
use super::project::{self, Project};
use super::rule_files::{is_rule_file, shown};
use super::status::Status;
use super::{check, terminal};
use crate::config;
use crate::report::Problem;
use crate::report::problem::Failure;

/// Editors write in several steps: this long nothing more must have happened.
const SILENCE: Duration = Duration::from_millis(100);

/// Runs the command, until it is interrupted or nothing can be watched any more.
pub(crate) fn run(args: &CheckArgs) -> Status {
    let failure = loop {
        if let Err(failure) = round(args) {
            break failure;
        }
    };
    terminal::tell(&Problem::Failure(failure), &args.settings.look);
    Status::Undone
}

/// Checks, and waits for a change.
fn round(args: &CheckArgs) -> Result<(), Failure> {
    let project = project::open(&args.settings.config, args.settings.flags());
    let watched = Watched::of(&project, args)?;
    let (sender, events) = channel();
    let begun = notify::recommended_watcher(sender).and_then(|mut watcher| {
        watched.begin(&mut watcher)?;
        Ok(watcher)
    });
    // It watches as long as it lives.
    let _watcher = begun.map_err(|error| unwatchable(&error))?;
    check::once(args);
    terminal::note("\nwatching for changes; Ctrl-C ends\n");
    let changed = watched.wait(&events)?;
    terminal::note(&format!("\n{} changed\n\n", shown(&changed)));
    Ok(())
}

/// What is watched, all paths from the root on.
struct Watched {
    /// Where the command runs: paths are told as seen from here.
    here: PathBuf,
    config: Option<PathBuf>,
    rules: Vec<PathBuf>,
    articles: Vec<PathBuf>,
    /// Reports that the run itself writes.
    own: Vec<PathBuf>,
}

impl Watched {
    fn of(project: &Project, args: &CheckArgs) -> Result<Self, Failure> {
        let paths = |sets: Vec<config::Set<String>>| -> Vec<PathBuf> {
            sets.iter().map(|set| absolute(Path::new(&set.value))).collect()
        };
        let articles = project.settings.articles();
        if articles.iter().any(|set| set.value == "-") {
            return Err(stdin());
        }
        Ok(Self {
            here: absolute(Path::new("")),
            config: project.path.as_deref().map(absolute),
            rules: paths(project.settings.rules()),
            articles: paths(articles),
            own: args.format.iter().filter_map(|output| output.file()).map(absolute).collect(),
        })
    }

    /// Begins watching: folders with all that is in them, files by the folder they stand in, since
    /// editors put new files in their place.
    fn begin(&self, watcher: &mut impl Watcher) -> notify::Result<()> {
        for path in self.rules.iter().chain(&self.articles) {
            match path.is_dir() {
                true => watcher.watch(path, RecursiveMode::Recursive)?,
                false => watcher.watch(nearest_folder(path), RecursiveMode::NonRecursive)?,
            }
        }
        let config = self.config.as_deref().map(nearest_folder);
        for folder in [Some(&*self.here), config].into_iter().flatten() {
            // A folder that is watched with all that is in it must not be watched less.
            if !self.rules.iter().chain(&self.articles).any(|path| folder.starts_with(path)) {
                watcher.watch(folder, RecursiveMode::NonRecursive)?;
            }
        }
        Ok(())
    }

    /// Waits for a change that matters, and until it is over; the path that changed.
    fn wait(&self, events: &Receiver<notify::Result<Event>>) -> Result<PathBuf, Failure> {
        let mut changed = None;
        loop {
            let event = match changed {
                None => events.recv().map_err(|_| RecvTimeoutError::Disconnected),
                Some(_) => events.recv_timeout(SILENCE),
            };
            match (event, &changed) {
                (Ok(Ok(event)), None) => changed = self.matters(&event),
                (Ok(_), _) => {}
                (Err(RecvTimeoutError::Timeout), Some(path)) => {
                    let seen = path.strip_prefix(&self.here).unwrap_or(path);
                    return Ok(seen.to_owned());
                }
                (Err(_), _) => return Err(unwatchable(&notify::Error::generic("it has ended"))),
            }
        }
    }

    /// The path of an event that calls for another check.
    fn matters(&self, event: &Event) -> Option<PathBuf> {
        let changes = match event.kind {
            EventKind::Access(_) | EventKind::Modify(ModifyKind::Metadata(_)) => false,
            EventKind::Any | EventKind::Other => !event.paths.is_empty(),
            EventKind::Create(_) | EventKind::Modify(_) | EventKind::Remove(_) => true,
        };
        let mut paths = event.paths.iter().map(|path| absolute(path));
        paths.find(|path| changes && self.is_watched(path))
    }

    fn is_watched(&self, path: &Path) -> bool {
        let under = |roots: &[PathBuf]| roots.iter().any(|root| path.starts_with(root));
        let name = path.file_name().unwrap_or_default();
        if self.own.iter().any(|own| own == path) {
            return false;
        }
        self.rules.iter().chain(&self.articles).chain(&self.config).any(|root| root == path)
            || config::FILE_NAMES.iter().any(|known| name == *known)
            || (under(&self.rules) && is_rule_file(path))
            || (under(&self.articles)
                && (is_article(path) || name == ".gitignore" || name == IGNORE_FILE))
    }
}

/// The folder of a file, or the nearest one that is there.
fn nearest_folder(path: &Path) -> &Path {
    path.ancestors().skip(1).find(|folder| folder.is_dir()).unwrap_or(path)
}

fn unwatchable(error: &notify::Error) -> Failure {
    Failure {
        code: "unwatchable",
        path: error.paths.first().map(|path| shown(path)),
        place: None,
        message: format!("it cannot be watched: {error}"),
        help: "name fewer or smaller folders, or let the system watch more files".into(),
    }
}

fn stdin() -> Failure {
    Failure {
        code: "unwatchable",
        path: None,
        place: None,
        message: "standard input cannot be watched".into(),
        help: "name files or folders, or leave --watch out".into(),
    }
}
