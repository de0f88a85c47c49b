//! Resolving the dates of a running text in order, for `inspect`: the anchor is the last dated event,
//! the tense that of the nearest verb. The extractor, which knows clauses, does this better for claims.

use super::{ArticleTime, Context, Interval, tense_at};
use crate::value::{Reading, Value};

/// The EDTF of each reading (nothing for other kinds and what cannot be resolved). Where the text
/// gives no anchor yet, the article's day stands in for it.
pub fn resolve_all(text: &str, readings: &[Reading], context: Context) -> Vec<Option<String>> {
    let mut context = context;
    if let (None, ArticleTime::Day(day)) = (context.anchor, context.article) {
        context.anchor = Some(Interval::day(day));
    }
    let mut last_end = 0;
    let resolve = |reading: &Reading| {
        let Value::Date(stated) = &reading.value else { return None };
        let gap = text.get(last_end..reading.span.start).unwrap_or("");
        let is_apposed = last_end > 0 && gap.trim_matches([',', ' ', '(', '–', '—']).is_empty();
        last_end = reading.span.end;
        // "on 11 March, a week before the premiere": the date beside it is its value, not its anchor.
        if is_apposed && stated.is_anchored() {
            return None;
        }
        let sentence = sentence_around(text, reading);
        let clause = text.get(sentence.0..sentence.1).unwrap_or("");
        context.tense = tense_at(clause, reading.span.start.saturating_sub(sentence.0));
        if let Some(&anchor) = stated.resolve(&context).ok().as_deref().and_then(<[_]>::first) {
            let resolved = stated.edtf(&context);
            context.anchor = Some(anchor);
            return resolved;
        }
        None
    };
    readings.iter().map(resolve).collect()
}

fn sentence_around(text: &str, reading: &Reading) -> (usize, usize) {
    let before = text.get(..reading.span.start).unwrap_or("");
    let after = text.get(reading.span.end..).unwrap_or("");
    let start = before.rmatch_indices(['.', '!', '?', '\n', ';']).find_map(|(at, mark)| {
        let end = at + mark.len();
        ends_sentence(before, at, mark).then_some(end)
    });
    let end = after
        .match_indices(['.', '!', '?', '\n', ';'])
        .find_map(|(at, mark)| ends_sentence(after, at, mark).then_some(at));
    (start.unwrap_or(0), reading.span.end + end.unwrap_or(after.len()))
}

/// A full stop ends a sentence before a space and a capital, unless a short word with a capital stands
/// before it ("Oct. 27", "Gen. Rao").
fn ends_sentence(text: &str, at: usize, mark: &str) -> bool {
    if mark != "." {
        return true;
    }
    let rest = &text[at + 1..];
    let follows = rest.chars().find(|letter| !letter.is_whitespace());
    let spaced = rest.is_empty() || rest.starts_with(char::is_whitespace);
    let word = text[..at].rsplit(|letter: char| !letter.is_alphanumeric()).next().unwrap_or("");
    let is_short = word.len() <= 4 && word.starts_with(char::is_uppercase);
    spaced && !is_short && follows.is_none_or(|letter| !letter.is_lowercase())
}
