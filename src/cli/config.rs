//! `factlint config`: the settings of a check, each with where it comes from.

use super::args::SettingsArgs;
use super::rule_files::shown;
use super::status::Status;
use super::{project, terminal};
use crate::config;

/// Runs the command.
pub(crate) fn run(args: &SettingsArgs) -> Status {
    let project = project::open(&args.config, args.flags());
    for problem in &project.problems {
        terminal::tell(problem, &args.look);
    }
    let head = match &project.path {
        Some(path) => format!("# {}; globs of articles are relative to its folder\n", shown(path)),
        None => "# no configuration file\n".to_owned(),
    };
    terminal::print(&(head + &config::shown(&project.settings)));
    if project.is_broken() { Status::Undone } else { Status::Fine }
}
