//! Facts and articles over the years, as an editor works with them: files that are changed, notes
//! that set conflicts aside, baselines, and the history of a repository.
//!
//! Each test has a folder of its own ([`Scratch`]), with real files and a real `git`.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod aside;
mod contradiction;
mod draft;
mod explain;
mod fix;
mod init;
mod page;
mod scratch;
mod since;
mod suppress;
