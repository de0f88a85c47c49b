//! What an author's own cues are also said as: who writes "employs" means "has a workforce of" too.
//!
//! Rows stand in `companions.txt`. It must not know the built-in families.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

static COMPANIONS: LazyLock<FxHashMap<&str, Vec<&str>>> = LazyLock::new(|| {
    let mut companions = FxHashMap::default();
    let rows = include_str!("companions.txt").lines().filter(|row| !row.starts_with('#'));
    for (cues, phrases) in rows.filter_map(|row| row.split_once('=')) {
        let phrases: Vec<&str> = phrases.split('|').map(str::trim).collect();
        for cue in cues.split(',') {
            companions.insert(cue.trim(), phrases.clone());
        }
    }
    companions
});

/// The phrases that a cue brings with it; none for most.
pub fn companions(cue: &str) -> &'static [&'static str] {
    COMPANIONS.get(cue).map_or(&[], Vec::as_slice)
}
