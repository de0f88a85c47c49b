//! Ctrl-C: a check ends with what is done, its reports whole; pressed twice, it ends at once.

use std::process;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::report::problem::Failure;

static WANTED: AtomicBool = AtomicBool::new(false);

/// The exit status of a command that Ctrl-C ended, as shells have it.
const ENDED: i32 = 130;

/// Heeds Ctrl-C from now on. Where the system knows none, nothing changes.
pub(crate) fn heed() {
    let _ = ctrlc::set_handler(|| {
        if WANTED.swap(true, Ordering::Relaxed) {
            process::exit(ENDED);
        }
    });
}

/// Whether Ctrl-C was pressed.
pub(crate) fn is_wanted() -> bool {
    WANTED.load(Ordering::Relaxed)
}

/// What is said of a check that was ended after some of its articles.
pub(crate) fn ended(n_done: usize) -> Failure {
    let articles = if n_done == 1 { "article" } else { "articles" };
    Failure {
        code: "interrupted",
        path: None,
        place: None,
        message: format!(
            "it was interrupted after {n_done} {articles}; the others are not checked"
        ),
        help: "run it again: what is unchanged comes from the cache".into(),
    }
}
