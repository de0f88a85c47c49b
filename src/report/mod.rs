//! What a run found, written in one of several formats: one file each.
//!
//! Formats write to a writer they are given; they decide nothing.
