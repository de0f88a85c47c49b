//! From a document and the facts to claims: mentions, cues, pairing by structure, stance.
//!
//! This module compares nothing: whether a value is right is for `judge`.

pub mod claim;

pub use claim::{Claim, Slot, Stance, Stated, Trace};
