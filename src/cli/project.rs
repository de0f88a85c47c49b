//! The project a command works in: its configuration, found upwards from the working folder, with the
//! flags over it, and what both say of an article.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::time::SystemTime;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ZonedDateTime};

use super::args::ConfigArgs;
use super::folder::Folder;
use super::rule_files::shown;
use super::text_file;
use crate::config::{self, Config, DefaultDate, Policy, Settings};
use crate::document::Document;
use crate::judge::{Checked, Checker, Circumstances};
use crate::report::Problem;
use crate::report::problem::Failure;
use crate::source::Source;

/// Where rule files stand when nothing says.
const DEFAULT_RULES: &str = "rules";

/// The settings of a run, and the folder they are relative to.
#[derive(Debug, Default)]
pub(crate) struct Project {
    pub(crate) settings: Settings,
    /// That of the configuration file; without one the working folder.
    pub(crate) folder: Folder,
    /// What is wrong with the file.
    pub(crate) problems: Vec<Problem>,
    /// The configuration file.
    pub(crate) path: Option<PathBuf>,
    /// The day of the check, the same for all articles.
    today: OnceLock<Date>,
}

/// Opens the project of the working folder.
pub(crate) fn open(args: &ConfigArgs, flags: Config) -> Project {
    let mut project = Project::default();
    match path(args) {
        Ok(path) => project.path = path,
        Err(failure) => project.problems.push(Problem::Failure(failure)),
    }
    let folder = project.path.as_deref().and_then(Path::parent).unwrap_or(Path::new(""));
    project.folder = Folder::at(folder);
    let file = match &project.path {
        Some(path) => read(path, &project.folder, &mut project.problems),
        None => Config::default(),
    };
    let default_rules = shown(&project.folder.join(DEFAULT_RULES));
    project.settings = Settings { flags, file, default_rules };
    project
}

fn read(path: &Path, folder: &Folder, problems: &mut Vec<Problem>) -> Config {
    let source = match text_file::read(path, &shown(path)) {
        Ok(source) => source,
        Err(unreadable) => {
            problems.push(Problem::Failure(unreadable));
            return Config::default();
        }
    };
    let (mut config, faults) = config::load(source);
    problems.extend(faults.into_iter().map(Problem::Rule));
    for path in config.rules.iter_mut().chain(&mut config.articles) {
        path.value = folder.join(&path.value).to_string_lossy().into_owned();
    }
    config
}

/// The configuration file: the one named, or the nearest.
fn path(args: &ConfigArgs) -> Result<Option<PathBuf>, Failure> {
    if args.isolated {
        return Ok(None);
    }
    if let Some(path) = &args.config {
        return Ok(Some(path.clone()));
    }
    let here = std::env::current_dir().unwrap_or_default();
    let mut folder = PathBuf::new();
    for _ in here.ancestors() {
        let paths = config::FILE_NAMES.map(|name| folder.join(name));
        match paths.iter().filter(|path| path.is_file()).collect::<Vec<_>>()[..] {
            [] => folder.push(".."),
            [path] => return Ok(Some(path.clone())),
            [path, ..] => return Err(two_files(path)),
        }
    }
    Ok(None)
}

fn two_files(path: &Path) -> Failure {
    let [plain, hidden] = config::FILE_NAMES;
    Failure {
        code: "two-configs",
        path: Some(shown(path)),
        place: None,
        message: format!("both {plain} and {hidden} stand in its folder"),
        help: "keep one of the two, or name one: --config FILE".into(),
    }
}

impl Project {
    /// Whether something is so wrong with the configuration that nothing can be done.
    pub(crate) fn is_broken(&self) -> bool {
        self.problems.iter().any(Problem::is_fatal)
    }

    /// Checks an article under the settings that hold for it.
    pub(crate) fn check(&self, checker: &Checker, source: &Source, document: Document) -> Checked {
        let name = Path::new(source.name());
        let here = Policy::new(&self.settings).of(self.folder.relative(name).as_deref());
        let dates = here.dates();
        let circumstances = Circumstances {
            assumed_date: self.day(dates.default.map(|set| set.value), name),
            override_date: self.settings.flags.override_date,
            order: dates.order.map(|set| set.value).unwrap_or_default(),
            fiscal_year_start: dates.fiscal_year_start.map(|set| set.value),
        };
        let mut checked = checker.check_lifted(source, document, circumstances);
        checked.article.findings.retain_mut(|finding| {
            let severity = here.weigh(&checker.book.facts[finding.fact.0 as usize]);
            finding.severity = severity.unwrap_or(finding.severity);
            severity.is_some()
        });
        checked
    }

    /// The date of an article that states none.
    pub(crate) fn assumed_date(&self, name: &Path) -> Option<Date> {
        let dates = Policy::new(&self.settings).of(self.folder.relative(name).as_deref()).dates();
        self.day(dates.default.map(|set| set.value), name)
    }

    /// The day of the run, the same all through it. Few runs ask, and the system's time zones are not
    /// looked through for nothing.
    pub(crate) fn today(&self) -> Date {
        *self.today.get_or_init(|| ZonedDateTime::now().date())
    }

    fn day(&self, date: Option<DefaultDate>, path: &Path) -> Option<Date> {
        match date? {
            DefaultDate::None => None,
            DefaultDate::Day(day) => Some(day),
            DefaultDate::Today => Some(self.today()),
            DefaultDate::Modified => day_of(std::fs::metadata(path).ok()?.modified().ok()?),
        }
    }
}

/// The day of an instant, as a calendar on the wall here shows it.
fn day_of(time: SystemTime) -> Option<Date> {
    Some(Timestamp::try_from(time).ok()?.to_zoned_datetime(TimeZone::system()).date())
}
