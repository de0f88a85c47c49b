//! "did you mean ...?": the one place that decides how near is near.

use strsim::osa_distance;

/// The candidate a word was most likely meant to be, if one is near enough.
pub(crate) fn nearest<'a>(
    word: &str,
    candidates: impl Iterator<Item = &'a str>,
) -> Option<&'a str> {
    let folded = fold(word);
    let limit = match folded.chars().count() {
        0..=2 => return None,
        3..=4 => 1,
        5..=8 => 2,
        _ => 3,
    };
    candidates
        .filter(|candidate| candidate.len().abs_diff(folded.len()) <= limit)
        .map(|candidate| (osa_distance(&folded, &fold(candidate)), candidate))
        .filter(|&(distance, candidate)| distance <= limit && candidate != word)
        .min_by_key(|&(distance, _)| distance)
        .map(|(_, candidate)| candidate)
}

/// Letters that authors mix up freely: case, `_` for `-`.
fn fold(word: &str) -> String {
    word.to_lowercase().replace(['_', ' '], "-")
}
