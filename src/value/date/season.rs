//! Seasons: "the summer of 2016", "summer 2016", "in the spring".

use super::form::{Form, Piece};
use super::number_words::{short_year, year};
use super::read::Found;
use super::scan::{Prose, is_dash};
use super::words::Word;

/// Every form of this family at `at`.
pub(super) fn dates(prose: &Prose<'_>, at: usize, found: &mut Vec<Found>) {
    let season_at = prose.past_word(at, Word::The);
    let Word::Season(season) = prose.word(season_at) else { return };
    let piece = Piece::Season(season);
    let year_at = prose.past_word(season_at + 1, Word::Of);
    let year_at = prose.past_mark(year_at, ',');
    if let Some((year, end)) = year(prose, year_at) {
        let end = past_second_year(prose, end);
        found.push(Found::new(at, end, Form::calendar(Some(year), piece), "season"));
        return;
    }
    let is_pointed = season_at > at && prose.word_before(at) == Word::In;
    let is_noun = prose.word(season_at + 1) != Word::Of;
    if is_pointed && is_noun {
        found.push(Found::new(at, season_at + 1, Form::calendar(None, piece), "bare season"));
    }
}

/// "the winter of 2016-17".
fn past_second_year(prose: &Prose<'_>, at: usize) -> usize {
    let is_pair = (is_dash(prose.mark(at)) || prose.mark(at) == '/') && prose.glued(at);
    let second = short_year(prose, at + 1).or_else(|| year(prose, at + 1));
    match second {
        Some((_, end)) if is_pair && prose.glued(at + 1) => end,
        _ => at,
    }
}
