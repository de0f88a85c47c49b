//! The executed corpus, and the properties that hold for any text.
