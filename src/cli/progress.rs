//! How far a long run has come, on stderr: only on a terminal, and only once it has taken a second.

use std::io::{self, IsTerminal as _};
use std::sync::Once;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::terminal;

/// What nobody minds waiting for without being told.
const PATIENCE: Duration = Duration::from_secs(1);

const TEMPLATE: &str = "{pos} of {len} articles, {per_sec} {wide_bar} {eta} left";

/// The bar of a run.
pub(crate) struct Progress {
    bar: ProgressBar,
    began: Instant,
    /// Where it may be seen at all, its appearance.
    appearance: Option<Once>,
}

impl Progress {
    /// Of a run over so many articles.
    pub(crate) fn new(n_articles: usize) -> Self {
        let bar =
            ProgressBar::with_draw_target(Some(n_articles as u64), ProgressDrawTarget::hidden());
        let is_seen = io::stderr().is_terminal() && !terminal::is_dumb();
        Self { bar, began: Instant::now(), appearance: is_seen.then(Once::new) }
    }

    /// One article more is done; from any thread.
    pub(crate) fn step(&self) {
        self.bar.inc(1);
        if let Some(appearance) = &self.appearance
            && self.began.elapsed() > PATIENCE
        {
            appearance.call_once(|| {
                // A template is read at run time; this one has been, by a test.
                if let Ok(style) = ProgressStyle::with_template(TEMPLATE) {
                    self.bar.set_style(style);
                }
                self.bar.set_draw_target(ProgressDrawTarget::stderr());
            });
        }
    }

    /// Does what writes to the terminal, with the bar out of its way.
    pub(crate) fn aside<R>(&self, write: impl FnOnce() -> R) -> R {
        self.bar.suspend(write)
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_template_can_be_read() {
        assert!(ProgressStyle::with_template(TEMPLATE).is_ok());
    }
}
