//! How a command ends.

use std::process::ExitCode;

/// The exit status of every command; a graver one wins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Status {
    /// 0: nothing to complain of.
    Fine,
    /// 1: a claim conflicts, or an example does not come out.
    Conflicts,
    /// 2: what was asked could not be done, or not all of it.
    Undone,
}

impl From<Status> for ExitCode {
    fn from(status: Status) -> Self {
        Self::from(match status {
            Status::Fine => 0,
            Status::Conflicts => 1,
            Status::Undone => 2,
        })
    }
}
