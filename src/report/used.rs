//! Which articles rely on which facts, and what the facts were before.

use std::collections::HashMap;

use super::palette::{Paint, Palette};
use super::{Article, Look, crop, phrase, sanitise, short};
use crate::judge::Verdict;
use crate::rules::{FactBook, FactId};

/// Columns of a value in a line.
const MOST_VALUE_WIDTH: usize = 40;

/// A claim about a fact.
#[derive(Debug, Clone)]
pub struct Use {
    /// The fact.
    pub fact: FactId,
    /// What became of the claim.
    pub verdict: Verdict,
    /// `path:line:column`
    place: String,
    /// What the article says there.
    text: String,
}

/// The claims of an article.
pub fn uses(article: &Article<'_>) -> Vec<Use> {
    let findings = article.findings.findings.iter();
    let findings = findings.map(|finding| {
        let place = article.source.location(finding.span.start);
        let name = sanitise::on_one_line(article.source.name());
        Use {
            fact: finding.fact,
            verdict: finding.verdict,
            place: format!("{name}:{}:{}", place.line_number, place.column),
            text: article.source.slice(finding.span).to_owned(),
        }
    });
    findings.collect()
}

/// The facts with the claims about them, those that conflict first.
///
/// With `changed`, only those facts, each with what it expected before, or as new.
pub fn shown(
    book: &FactBook,
    uses: &[Use],
    n_articles: usize,
    changed: Option<&HashMap<FactId, Option<String>>>,
    look: Look,
) -> String {
    let palette = Palette::new(look.colour);
    let ids = (0..book.facts.len()).map(|index| FactId(index as u32));
    let ids: Vec<FactId> =
        ids.filter(|id| changed.is_none_or(|changed| changed.contains_key(id))).collect();
    let mut by_fact: HashMap<FactId, Vec<&Use>> = HashMap::new();
    for it in uses {
        by_fact.entry(it.fact).or_default().push(it);
    }
    let mut text = String::new();
    let (mut n_unseen, mut conflicting) = (0, Vec::new());
    for id in &ids {
        let own = by_fact.remove(id).unwrap_or_default();
        n_unseen += usize::from(own.is_empty());
        let conflicts = own.iter().filter(|it| it.verdict == Verdict::Conflicts);
        conflicting.extend(conflicts.map(|it| article_of(&it.place)));
        text += &fact(book, *id, changed.and_then(|changed| changed.get(id)), palette);
        text += &lines(own, palette);
        text.push('\n');
    }
    conflicting.sort_unstable();
    conflicting.dedup();
    let what = if changed.is_some() { "changed fact" } else { "fact" };
    text += &format!(
        "{}, {n_unseen} never seen in {}; {} must be corrected\n",
        phrase::counted(ids.len(), what),
        phrase::counted(n_articles, "article"),
        phrase::counted(conflicting.len(), "article"),
    );
    text
}

/// The facts that are stated no more, by id, each with what it expected; nothing where none is.
pub fn gone(facts: &[(String, String)], look: Look) -> String {
    let palette = Palette::new(look.colour);
    let line = |(id, expected): &(String, String)| {
        let (id, expected) = (sanitise::on_one_line(id), sanitise::on_one_line(expected));
        format!("{}  {expected}  (gone)\n", palette.paint(Paint::Strong, id.into_owned()))
    };
    facts.iter().map(line).collect()
}

/// The facts that changed, without articles.
pub fn changed(book: &FactBook, changed: &HashMap<FactId, Option<String>>, look: Look) -> String {
    let palette = Palette::new(look.colour);
    let mut ids: Vec<_> = changed.keys().copied().collect();
    ids.sort_unstable();
    let lines: String = ids.iter().map(|id| fact(book, *id, changed.get(id), palette)).collect();
    format!("{lines}{}\n", phrase::counted(ids.len(), "changed fact"))
}

/// The path of a place.
fn article_of(place: &str) -> &str {
    place.rsplitn(3, ':').last().unwrap_or(place)
}

fn fact(book: &FactBook, id: FactId, was: Option<&Option<String>>, palette: Palette) -> String {
    let fact = &book.facts[id.0 as usize];
    let name = sanitise::on_one_line(&fact.id).into_owned();
    let expected = format!("{} {}", fact.expected.kind(), fact.expected.summary());
    let mut line = format!("{}  {expected}", palette.paint(Paint::Strong, name));
    match was {
        None => {}
        Some(None) => line += "  (new)",
        Some(Some(then)) if *then == fact.expected.summary() => line += "  (changed)",
        Some(Some(then)) => line += &format!("  (was {then})"),
    }
    format!("{}\n", sanitise::on_one_line(&line))
}

fn lines(mut uses: Vec<&Use>, palette: Palette) -> String {
    if uses.is_empty() {
        return format!("  {}\n", palette.paint(Paint::Doubt, "never seen"));
    }
    let order = |verdict| match verdict {
        Verdict::Conflicts => 0,
        Verdict::Agrees => 1,
        Verdict::Unjudged(_) => 2,
    };
    uses.sort_by_key(|it| order(it.verdict));
    let line = |it: &&Use| {
        let reason = match it.verdict {
            Verdict::Unjudged(reason) => format!("  {}", reason.message()),
            Verdict::Agrees | Verdict::Conflicts => String::new(),
        };
        let verdict = format!("{:9}", phrase::verdict(it.verdict));
        let said = crop::shortened(&sanitise::on_one_line(&it.text), MOST_VALUE_WIDTH);
        let verdict = palette.paint(short::paint(it.verdict), verdict);
        format!("  {verdict}  {}  {said}{reason}\n", it.place)
    };
    uses.iter().map(line).collect()
}
