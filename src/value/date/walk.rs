//! Resolving the dates of a whole article in order, for `inspect`: the anchor is the last dated event,
//! the tense that of the nearest verb. The extractor, which knows clauses, does this better for claims.

use super::form::{Form, Origin};
use super::narrative;
use super::resolve;
use super::{ArticleTime, Context, Interval, Stated, tense_at};
use crate::value::{Reading, Value};

/// A way through an article's dates, block after block.
#[derive(Debug)]
pub struct Walk {
    context: Context,
    /// The article tells of times long past: a date without a year follows the last one with a year.
    is_narrative: bool,
}

impl Walk {
    /// Begins before the first of `readings`, all that the article has. Where the text gives no anchor
    /// yet, the article's day stands in for it.
    pub fn new<'r>(readings: impl IntoIterator<Item = &'r Reading>, context: Context) -> Self {
        let is_narrative = narrative::is_narrative(readings, context.article);
        let mut context = context;
        if let (None, ArticleTime::Day(day)) = (context.anchor, context.article) {
            context.anchor = Some(Interval::day(day));
        }
        Self { context, is_narrative }
    }

    /// The EDTF of each reading of the next block (nothing for other kinds and what cannot be resolved).
    pub fn resolve(&mut self, text: &str, readings: &[Reading]) -> Vec<Option<String>> {
        let mut last_end = 0;
        let mut resolved = Vec::with_capacity(readings.len());
        for reading in readings {
            let Value::Date(stated) = &reading.value else {
                resolved.push(None);
                continue;
            };
            let gap = text.get(last_end..reading.span.start).unwrap_or("");
            let is_apposed = last_end > 0 && gap.trim_matches([',', ' ', '(', '–', '—']).is_empty();
            last_end = reading.span.end;
            // "on 11 March, a week before the premiere": the date beside it is its value, not its anchor.
            let is_counted_back = is_apposed && stated.is_anchored();
            let day = if is_counted_back { None } else { self.date(text, reading, stated) };
            resolved.push(day);
        }
        resolved
    }

    fn date(&mut self, text: &str, reading: &Reading, stated: &Stated) -> Option<String> {
        let mut context = self.context;
        let told = self.is_narrative.then_some(context.anchor).flatten();
        let form = told.and_then(|anchor| narrative::told(&stated.form, &anchor));
        let stated = &form.map_or_else(|| stated.clone(), Stated::new);
        let sentence = sentence_around(text, reading);
        let clause = text.get(sentence.0..sentence.1).unwrap_or("");
        context.tense = tense_at(clause, reading.span.start.saturating_sub(sentence.0));
        let &anchor = stated.resolve(&context).ok()?.first()?;
        // A history's long stretches frame what happened; they do not date it.
        let is_frame = self.is_narrative && anchor.n_days() > 366;
        // "yesterday" and "this year" say when the article was written, not where its story stands.
        let is_now = self.is_narrative && is_of_today(&stated.form);
        if !is_frame && !is_now {
            self.context.anchor = Some(end_of(stated, &context).unwrap_or(anchor));
        }
        stated.edtf(&context)
    }
}

/// The story goes on from the end of a range.
fn end_of(stated: &Stated, context: &Context) -> Option<Interval> {
    let Form::Range { from, to } = &stated.form else { return None };
    let (_, ends) = resolve::ends(from, to, context).ok()?;
    ends.first().copied()
}

fn is_of_today(form: &Form) -> bool {
    form.any(&|form| matches!(form, Form::Unit { origin: Origin::Article, .. }))
}

/// The dates of one text, see [`Walk`].
pub fn resolve_all(text: &str, readings: &[Reading], context: Context) -> Vec<Option<String>> {
    Walk::new(readings, context).resolve(text, readings)
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
