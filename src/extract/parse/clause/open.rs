//! Words that open a clause: relative pronouns, subordinators, participles at the head of a sentence.

use super::super::Tag;
use super::super::verb::{Verb, VerbShape};
use super::{ClauseKind, Cutter};
use crate::lexicon;

impl Cutter<'_> {
    /// "Opened in 1938, the airport has ...": a participle before its subject.
    pub(super) fn participle_fronted(&self, at: usize) -> bool {
        let adverb = matches!(self.tag(at), Some(Tag::Adverb)) || self.lower(at) == "first";
        let first = if adverb { at + 1 } else { at };
        let Some(verb) = self.verbs.iter().find(|verb| verb.range.start == first) else {
            return false;
        };
        let bare = verb.range.len() == 1
            && (verb.ambiguous || matches!(verb.shape, VerbShape::Participle | VerbShape::Gerund));
        let comma =
            (first..self.range.end).find(|&i| self.words[i].raw == "," && !self.date_comma(i));
        bare && comma.is_some_and(|comma| {
            self.verbs
                .iter()
                .any(|other| other.range.start > comma && other.shape == VerbShape::Finite)
        })
    }

    /// ", she reminded the hall, is" after a comma: who says so, put into the middle of a statement that goes
    /// on. Gives the comma that ends it.
    pub(super) fn put_in(&self, comma: usize) -> Option<usize> {
        const LONGEST: usize = 9;
        if comma == self.range.start || self.aside_end.is_some() {
            return None;
        }
        let first = comma + 1;
        let close =
            (first..self.range.end.min(first + LONGEST)).find(|&at| self.lower(at) == ",")?;
        let begins = matches!(self.tag(first), Some(Tag::Pronoun | Tag::Name | Tag::Determiner))
            || matches!(self.lower(first), "officials" | "critics" | "experts" | "historians");
        let mut verbs = self.verbs.iter().filter(|verb| (first..close).contains(&verb.range.start));
        let (verb, None) = (verbs.next()?, verbs.next()) else { return None };
        let says = lexicon::reporting_verb(self.lower(verb.head))
            || matches!(
                self.lower(verb.head),
                "reminded"
                    | "reminds"
                    | "told"
                    | "tells"
                    | "thought"
                    | "thinks"
                    | "think"
                    | "knows"
                    | "know"
                    | "seems"
                    | "assured"
                    | "assures"
                    | "promised"
                    | "hear"
                    | "gather"
                    | "suspect"
            );
        let early = verb.range.start <= first + 3 && verb.shape == VerbShape::Finite;
        let goes_on = matches!(
            self.tag(close + 1),
            Some(Tag::Preposition | Tag::Auxiliary | Tag::Verb | Tag::Adverb | Tag::Number)
        ) && !matches!(
            self.lower(close + 1),
            "and" | "but" | "which" | "who" | "that" | "adding"
        );
        (begins && says && early && goes_on).then_some(close)
    }

    /// "the company she founded in 2004": a relative clause without its pronoun.
    pub(super) fn contact_opens(&self, at: usize) -> bool {
        let personal = matches!(self.lower(at), "he" | "she" | "they" | "it" | "we" | "i");
        let noun = at > self.range.start && self.tag(at - 1) == Some(Tag::Noun);
        // "The version we use, ...", but "This year we open".
        let headed = noun
            && self.lower(self.range.start) == "the"
            && at <= self.range.start + 3
            && !matches!(self.lower(at - 1), "day" | "week" | "month" | "year" | "time" | "moment");
        personal
            && noun
            && (headed || self.clause().verb.is_some())
            && self.verbs.iter().any(|verb| {
                // "a company he co-founded"
                let reach = if self.lower(at + 2) == "-" { at + 4 } else { at + 3 };
                verb.shape == VerbShape::Finite && (at + 1..reach).contains(&verb.range.start)
            })
    }

    pub(super) fn relative_opens(&self, at: usize) -> bool {
        let lower = self.lower(at);
        let after = at > self.range.start;
        if self.contact_opens(at) {
            return true;
        }
        // "the head of the WHO in 1980"
        if after
            && lower == "who"
            && self.words[at].is_all_caps()
            && !self.words[at - 1].is_all_caps()
        {
            return false;
        }
        match lower {
            "which" | "who" | "whom" | "whose" | "whereby" => after,
            "where" | "when" => {
                after && self.verb_before_break(at) && {
                    let before = self.tag(at - 1);
                    before.is_some_and(Tag::is_nominal)
                        || self.words[at - 1].raw == ","
                        || self.tag(at - 1) == Some(Tag::Adverb)
                }
            }
            // "became a hit that year and earned"
            "that" if super::super::open_class::is_period(self.lower(at + 1)) => false,
            "that" => {
                let reports = after
                    && matches!(self.tag(at - 1), Some(Tag::Verb | Tag::Auxiliary | Tag::Adverb));
                let noun = after && self.tag(at - 1).is_some_and(Tag::is_nominal);
                let closed = after && matches!(self.words[at - 1].raw, ")" | "\"" | "”");
                (reports || noun || closed || after && self.says_before(at))
                    && self.verb_before_break(at)
            }
            _ => false,
        }
    }

    pub(super) fn pronoun_kind(&self, at: usize) -> ClauseKind {
        match self.lower(at) {
            "that"
                if matches!(self.tag(at - 1), Some(Tag::Verb | Tag::Auxiliary | Tag::Adverb))
                    || self.says_before(at) =>
            {
                ClauseKind::Complement
            }
            "when" => ClauseKind::Subordinate,
            _ => ClauseKind::Relative,
        }
    }

    /// "the claim that", "fears that": the clause is what is claimed.
    pub(super) fn says_before(&self, at: usize) -> bool {
        // "legend has it that"
        let has_it =
            self.lower(at - 1) == "it" && at > 1 && matches!(self.lower(at - 2), "has" | "had");
        // "told people that", "reminded the council that"
        let told = (1..=3).any(|n| {
            at > n + 1
                && lexicon::tells_someone(self.lower(at - 1 - n))
                && (at - n..at).all(|it| {
                    matches!(self.tag(it), Some(Tag::Noun | Tag::Determiner | Tag::Pronoun))
                })
        });
        // "pointed out that", "it turned out that"
        let out = self.lower(at - 1) == "out" && at > 1 && self.tag(at - 2) == Some(Tag::Verb);
        has_it
            || told
            || out
            || matches!(
                self.lower(at - 1),
                "claim"
                    | "claims"
                    | "rumour"
                    | "rumours"
                    | "rumor"
                    | "rumors"
                    | "report"
                    | "reports"
                    | "fear"
                    | "fears"
                    | "belief"
                    | "idea"
                    | "suggestion"
                    | "suggestions"
                    | "myth"
                    | "hope"
                    | "hopes"
                    | "true"
                    | "likely"
                    | "clear"
                    | "news"
                    | "fact"
                    | "notion"
                    | "false"
                    | "wrong"
                    | "denial"
            )
    }

    pub(super) fn subordinate_opens(&self, at: usize) -> bool {
        if self.tags[at] != Tag::Preposition && self.tags[at] != Tag::Conjunction {
            return false;
        }
        let lower = self.lower(at);
        let opens = matches!(
            lower,
            "after"
                | "although"
                | "because"
                | "before"
                | "if"
                | "once"
                | "since"
                | "though"
                | "unless"
                | "until"
                | "when"
                | "whereas"
                | "while"
                | "whilst"
                | "as"
                | "whether"
                | "unlike"
                | "where"
        );
        opens
            && !self.before_date(at)
            && !self.describes_as(at)
            && (self.finite_before_break(at) || self.finite_past_aside(at))
    }

    /// "described X as a charity founded in 1997": "as" opens no clause.
    pub(super) fn describes_as(&self, at: usize) -> bool {
        const REACH: usize = 7;
        self.lower(at) == "as"
            && matches!(self.lower(at + 1), "a" | "an" | "\"" | "“" | "'" | "‘")
            && (at.saturating_sub(REACH).max(self.range.start)..at)
                .any(|it| lexicon::describes_as(self.lower(it)))
    }

    /// "until the tunnel, of 940 metres, was opened": the verb comes after an aside, and what stands before
    /// the opener has its own.
    fn finite_past_aside(&self, at: usize) -> bool {
        const LONGEST: usize = 10;
        let comma = |from: usize| {
            let reach = self.range.end.min(from + LONGEST);
            let free = |&i: &usize| !self.verbs.iter().any(|verb| verb.range.contains(&i));
            (from..reach).take_while(free).find(|&i| self.words[i].raw == ",")
        };
        let whole = self.stack.iter().all(|&clause| self.clauses[clause].verb.is_some());
        let Some(open) = comma(at + 1).filter(|&open| whole && self.tags[open - 1].is_nominal())
        else {
            return false;
        };
        let Some(close) = comma(open + 1) else { return false };
        let plain = matches!(self.tag(open + 1), Some(Tag::Preposition | Tag::Determiner));
        let next = (close + 1..self.range.end).find(|&i| self.tags[i] != Tag::Adverb);
        plain
            && next.is_some_and(|next| {
                let finite = |verb: &Verb| verb.shape == VerbShape::Finite;
                self.verbs.iter().any(|verb| verb.range.start == next && finite(verb))
            })
    }

    /// "Since 2020 X has", "after May 1990 they": a preposition, unless a verb follows the date.
    fn before_date(&self, at: usize) -> bool {
        let month = usize::from(lexicon::MONTHS.contains(&self.lower(at + 1)));
        let year = at + 1 + month;
        let digits = self.tag(year) == Some(Tag::Number) && self.words[year].raw.len() == 4;
        digits
            && matches!(
                self.tag(year + 1),
                Some(Tag::Noun | Tag::Name | Tag::Determiner | Tag::Pronoun)
            )
    }

    /// A finite verb stands before the next comma, bracket or opener.
    pub(super) fn finite_before_break(&self, at: usize) -> bool {
        for i in at + 1..self.range.end {
            if let Some(verb) = self.verbs.iter().find(|verb| verb.range.start == i) {
                let gerund = verb.shape == VerbShape::Gerund && i == at + 1;
                return verb.shape == VerbShape::Finite || gerund;
            }
            // "not until 1911 was X opened": an auxiliary apart from its verb.
            if self.tags[i] == Tag::Auxiliary
                && !self.verbs.iter().any(|verb| verb.range.contains(&i))
            {
                return false;
            }
            // "retired in 1999 after a show and died": the verb is the sentence's.
            let and_verb = self.tags[i] == Tag::Conjunction
                && self.verbs.iter().any(|verb| verb.range.start == i + 1);
            let joined = and_verb || self.lower(at) == "as" && self.tags[i] == Tag::Conjunction;
            if joined || matches!(self.words[i].raw, "," | ";" | ":" | "(" | ")") {
                return false;
            }
        }
        false
    }

    pub(super) fn verb_before_break(&self, at: usize) -> bool {
        (at + 1..self.range.end).take_while(|&i| !matches!(self.words[i].raw, ";" | ":")).any(|i| {
            self.verbs.iter().any(|verb| verb.range.start == i && verb.shape == VerbShape::Finite)
        })
    }
}
