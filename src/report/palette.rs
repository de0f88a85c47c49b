//! The few colours of text for a person; none of them when colours are off.

use std::fmt::{self, Display};

use anstyle::{AnsiColor, Style};

/// Paints words, or leaves them plain.
#[derive(Debug, Clone, Copy)]
pub struct Palette {
    colour: bool,
}

/// What a painted word is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paint {
    /// Agrees; as wanted.
    Good,
    /// Conflicts; fails.
    Bad,
    /// A warning; unjudged.
    Doubt,
    /// Less important.
    Faint,
    /// A heading, an id.
    Strong,
}

impl Palette {
    /// With or without colours.
    pub const fn new(colour: bool) -> Self {
        Self { colour }
    }

    /// The word in its paint.
    pub fn paint<T: Display>(self, paint: Paint, word: T) -> Painted<T> {
        Painted { style: if self.colour { paint.style() } else { Style::new() }, word }
    }
}

impl Paint {
    const fn style(self) -> Style {
        match self {
            Self::Good => AnsiColor::Green.on_default(),
            Self::Bad => AnsiColor::Red.on_default().bold(),
            Self::Doubt => AnsiColor::Yellow.on_default(),
            Self::Faint => Style::new().dimmed(),
            Self::Strong => Style::new().bold(),
        }
    }
}

/// A word with its style.
#[derive(Debug)]
pub struct Painted<T> {
    style: Style,
    word: T,
}

impl<T: Display> Display for Painted<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}{}", self.style.render(), self.word, self.style.render_reset())
    }
}
