//! To be written.

use super::Reading;

/// As stated.
#[derive(Debug, Clone, PartialEq)]
pub struct Money {}

/// Finds them in `text`.
pub fn read(_text: &str, _readings: &mut Vec<Reading>) {}

/// As a rule states it.
#[derive(Debug, Clone, PartialEq)]
pub struct Expected {}
