//! Words, folding and sentences: how prose is cut up before anything is read in it.
//!
//! Nothing here knows what a word means; it must not know values, subjects or cues.
