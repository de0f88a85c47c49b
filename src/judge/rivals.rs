//! Values that one sentence gives for one fact: where they differ, they are of different things. And what
//! a mere "its" says against the rest of the article.
//!
//! "It carries six lanes of traffic, two of them for buses", "opened for walkers on 27 May and for
//! cars the next day": one of them may be the fact's, so a conflict of another proves nothing.

use rustc_hash::{FxHashMap, FxHashSet};

use super::{Finding, Reason, Verdict};
use crate::extract::{Claim, Stance};
use crate::rules::{Expected, Fact, FactBook, FactId, FactSubject, SubjectId};
use crate::source::{Source, Span};

/// How far apart a value and its restatement may stand, in bytes: "828 m (2,717 ft)".
const RESTATED: usize = 3;

/// How far behind the sentence of a report its refutation may begin, in bytes: a sentence between at most.
const REFUTED: usize = 120;

/// The judged claims of an article about facts of one value.
#[derive(Debug, Default)]
pub(super) struct Rivals {
    heard: Vec<Heard>,
    /// The claims with one value and a named subject.
    told: Vec<Told>,
    /// The long forms of acronyms, by the finding's place.
    expansions: Vec<(FactId, usize)>,
}

/// Where a judged claim names its subject, and where its value stands.
#[derive(Debug)]
struct Told {
    fact: FactId,
    subject: Span,
    finding: usize,
}

#[derive(Debug)]
struct Heard {
    fact: FactId,
    sentence: Span,
    /// The claim's subject is only referred to.
    referred: bool,
    /// Where it is named or referred to.
    subject: Option<Span>,
    /// Its finding's place in the list of all.
    finding: usize,
}

impl Rivals {
    /// Notes a claim whose findings will stand from `at` on.
    pub(super) fn hear(&mut self, claim: &Claim, own: &[Finding], at: usize, book: &FactBook) {
        let fact = &book.facts[claim.fact.0 as usize];
        if matches!(fact.expected, Expected::Expansion(_)) {
            self.expansions.extend((0..own.len()).map(|place| (claim.fact, at + place)));
        }
        let judged = |it: &Finding| matches!(it.verdict, Verdict::Agrees | Verdict::Conflicts);
        if let [finding] = own
            && judged(finding)
            && let Some(subject) = claim.subject
        {
            self.told.push(Told { fact: claim.fact, subject, finding: at });
        }
        if let [finding] = own
            && judged(finding)
            && has_one_value(fact)
        {
            let (fact, sentence) = (claim.fact, claim.sentence);
            let (referred, subject) = (claim.trace.referred, claim.subject);
            self.heard.push(Heard { fact, sentence, referred, subject, finding: at });
        }
    }

    /// Leaves unjudged what conflicts beside another value of its fact in the same sentence.
    pub(super) fn settle(mut self, found: &mut [Finding], book: &FactBook, source: &Source) {
        self.settle_owners(found, source);
        self.settle_expansions(found);
        self.settle_references(found);
        self.settle_reports(found);
        self.settle_offices(found, book);
        self.heard.sort_by_key(|heard| (heard.fact, heard.sentence, heard.finding));
        for group in self.heard.chunk_by(|a, b| (a.fact, a.sentence) == (b.fact, b.sentence)) {
            let mut group: Vec<&Heard> = group.iter().collect();
            group.sort_by_key(|heard| found[heard.finding].span);
            let parts: Vec<Vec<usize>> = group
                .chunk_by(|one, other| !is_told_anew(one, other, found, source))
                .map(|part| part.iter().map(|heard| heard.finding).collect())
                .collect();
            for part in parts {
                for index in beaten(&part, found, source) {
                    found[index].verdict = Verdict::Unjudged(Reason::RivalEvent);
                    found[index].dispute = None;
                }
            }
        }
    }
}

impl Rivals {
    /// "Its founding in 1953" in an article that elsewhere gives the right year by name: it knows better, and the
    /// pronoun may mean something else.
    fn settle_references(&self, found: &mut [Finding]) {
        let agrees = |heard: &&Heard| found[heard.finding].verdict == Verdict::Agrees;
        let known: FxHashSet<FactId> =
            self.heard.iter().filter(agrees).map(|heard| heard.fact).collect();
        for heard in self.heard.iter().filter(|heard| heard.referred) {
            let finding = &mut found[heard.finding];
            if finding.verdict == Verdict::Conflicts && known.contains(&heard.fact) {
                finding.verdict = Verdict::Unjudged(Reason::AmbiguousLink);
                finding.dispute = None;
                let expected = &finding.expected;
                finding.notes.push(format!("the article itself gives {expected} elsewhere"));
            }
        }
    }

    /// "German Chancellor X and Foreign Minister Y": who holds the office of the one country is no holder of the same
    /// office of another.
    fn settle_offices(&self, found: &mut [Finding], book: &FactBook) {
        let role = |fact: FactId| match &book.facts[fact.0 as usize].subject {
            FactSubject::Role { role, .. } => Some(*role),
            _ => None,
        };
        let names = |subject: SubjectId| &book.subjects[subject.0 as usize].names;
        let same = |one: SubjectId, other: SubjectId| {
            one == other || names(one).iter().any(|name| names(other).contains(name))
        };
        let held: Vec<(FactId, Span)> = found
            .iter()
            .filter(|it| it.verdict == Verdict::Agrees && role(it.fact).is_some())
            .map(|it| (it.fact, it.span))
            .collect();
        for finding in found.iter_mut().filter(|it| it.verdict == Verdict::Conflicts) {
            let Some(own) = role(finding.fact) else { continue };
            let rival = |&(fact, span): &(FactId, Span)| {
                fact != finding.fact
                    && span == finding.span
                    && role(fact).is_some_and(|other| same(own, other))
            };
            if held.iter().any(rival) {
                finding.verdict = Verdict::Unjudged(Reason::AmbiguousLink);
                finding.dispute = None;
            }
        }
    }

    /// "The league was founded by Norl, Marle and Sund in 2019.": the value is right for the league, and so not Marle's, unless the
    /// two are said together.
    fn settle_owners(&self, found: &mut [Finding], source: &Source) {
        let right: Vec<&Told> =
            self.told.iter().filter(|it| found[it.finding].verdict == Verdict::Agrees).collect();
        for told in &self.told {
            let finding = &found[told.finding];
            if finding.verdict != Verdict::Conflicts {
                continue;
            }
            let owns = |other: &&Told| {
                other.fact != told.fact
                    && found[other.finding].span == finding.span
                    && !other.subject.overlaps(told.subject)
                    && !is_joined(source, other.subject, told.subject)
            };
            if right.iter().any(owns) {
                found[told.finding].verdict = Verdict::Unjudged(Reason::RivalEvent);
                found[told.finding].dispute = None;
            }
        }
    }

    /// "The leaflet says 1932. The orchestra was founded in 1923.": a report that the article contradicts at once
    /// in its own voice, and rightly.
    fn settle_reports(&self, found: &mut [Finding]) {
        let reported = |it: &Finding| matches!(it.stance, Stance::Reported | Stance::Quoted);
        for heard in &self.heard {
            let finding = &found[heard.finding];
            if finding.verdict != Verdict::Conflicts || !reported(finding) {
                continue;
            }
            let refutes = |other: &Heard| {
                let (own, other_sentence) = (heard.sentence, other.sentence);
                let right = &found[other.finding];
                other.fact == heard.fact
                    && right.verdict == Verdict::Agrees
                    && right.stance == Stance::Asserted
                    && (own.end..=own.end + REFUTED).contains(&other_sentence.start)
            };
            if self.heard.iter().any(refutes) {
                found[heard.finding].verdict = Verdict::Unjudged(Reason::Corrected);
                found[heard.finding].dispute = None;
            }
        }
    }

    /// "the Arts Commission (VAC)" in an article that has said what VAC stands for: a namesake.
    fn settle_expansions(&self, found: &mut [Finding]) {
        let right = |&&(_, at): &&(FactId, usize)| {
            let finding = &found[at];
            finding.verdict == Verdict::Agrees
                || finding.verdict == Verdict::Conflicts && is_alike(finding)
        };
        let told: Vec<FactId> =
            self.expansions.iter().filter(right).map(|&(fact, _)| fact).collect();
        for &(fact, at) in &self.expansions {
            let strange = found[at].verdict == Verdict::Conflicts && !is_alike(&found[at]);
            if strange && told.contains(&fact) {
                found[at].verdict = Verdict::Unjudged(Reason::RivalEvent);
                found[at].dispute = None;
            }
        }
    }
}

/// "cited X, signed in 2019; she recalled that X, signed in 2018,": a semicolon, and the subject by its name again.
fn is_told_anew(one: &Heard, other: &Heard, found: &[Finding], source: &Source) -> bool {
    let between = Span::new(found[one.finding].span.end, found[other.finding].span.start);
    if one.referred || other.referred || between.start > between.end || one.subject.is_none() {
        return false;
    }
    let semicolon = source.slice(between).find(';').map(|at| between.start + at);
    semicolon.zip(other.subject).is_some_and(|(at, subject)| subject.start > at)
}

/// "X and Y", "X, Y and Z": nothing but other names and what joins them between two subjects.
fn is_joined(source: &Source, one: Span, other: Span) -> bool {
    let (first, last) = if one.start < other.start { (one, other) } else { (other, one) };
    if first.end > last.start {
        return true;
    }
    let between = source.slice(Span::new(first.end, last.start));
    between.split_whitespace().all(|word| {
        word.starts_with(|c: char| c.is_uppercase() || !c.is_alphanumeric())
            || matches!(word, "and" | "the" | "both" | "as" | "well" | "of" | "for" | "or")
    })
}

/// Whether the stated long form shares at least half of its words with the expected one.
fn is_alike(finding: &Finding) -> bool {
    let expected: Vec<String> = finding.expected.split(' ').map(str::to_lowercase).collect();
    let words: Vec<String> = finding.stated.split(' ').map(str::to_lowercase).collect();
    let shared = words.iter().filter(|word| expected.contains(word)).count();
    2 * shared >= words.len().max(expected.len())
}

/// The conflicts among the findings of one fact in one sentence, in order of place, that have a
/// rival: another value that does not restate them. Linear, since a sentence may be an article.
fn beaten(group: &[usize], found: &[Finding], source: &Source) -> Vec<usize> {
    let mut n_saying: FxHashMap<&str, usize> = FxHashMap::default();
    for &index in group {
        *n_saying.entry(&found[index].stated).or_default() += 1;
    }
    let is_beaten = |&(at, index): &(usize, usize)| {
        let finding = &found[index];
        let restates = |one: usize, other: usize| {
            is_restated(finding.span, found[other].span)
                || is_third(source, found[one].span, found[other].span)
        };
        let chained = |last: &mut usize, other: &usize| {
            let restated = restates(*last, *other);
            *last = *other;
            restated.then_some(*other)
        };
        let around = group[..at].iter().rev().scan(index, chained);
        let around = around.chain(group[at + 1..].iter().scan(index, chained));
        let n_restated = around.filter(|other| found[*other].stated != finding.stated).count();
        finding.verdict == Verdict::Conflicts
            && group.len() > n_saying[finding.stated.as_str()] + n_restated
    };
    let places = group.iter().copied().enumerate();
    places.filter(is_beaten).map(|(_, index)| index).collect()
}

fn has_one_value(fact: &Fact) -> bool {
    match fact.expected {
        Expected::Date(_)
        | Expected::Period(_)
        | Expected::Duration(_)
        | Expected::Number(_)
        | Expected::Money(_)
        | Expected::Percent(_)
        | Expected::Ordinal(_) => true,
        Expected::Text(_)
        | Expected::Members(_)
        | Expected::Expansion(_)
        | Expected::Timeline(_)
        | Expected::Holders(_)
        | Expected::Editions(_) => false,
    }
}

/// "36 knots (67 km/h; 41 mph)": the third of them stands behind a semicolon, the second behind a bracket.
fn is_third(source: &Source, one: Span, other: Span) -> bool {
    let (first, last) = if one.start < other.start { (one, other) } else { (other, one) };
    is_restated(one, other)
        && first.end <= last.start
        && matches!(source.slice(Span::new(first.end, last.start)), " (" | "; ")
}

/// The same amount in another unit, right after the first.
fn is_restated(one: Span, other: Span) -> bool {
    let gap = match one.start < other.start {
        true => other.start.saturating_sub(one.end),
        false => one.start.saturating_sub(other.end),
    };
    gap <= RESTATED
}
