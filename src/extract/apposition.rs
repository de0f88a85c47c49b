//! Past what stands between a name and what is said of it: honours, asides, places, makers, a noun
//! phrase in apposition.
//!
//! It must not know facts or values' meanings.

use super::parse::{ClauseKind, Tag};
use super::scene::Scene;

impl Scene<'_> {
    /// Past letters after a name: "FRS", "OBE, RD", "Jr.".
    pub(super) fn before_honours(&self, start: usize) -> usize {
        let mut at = start;
        while at > self.sentence.range.start + 1 {
            let word = &self.parse.words[at - 1];
            let honour = word.is_all_caps() && word.raw.len() <= 6
                || matches!(word.raw, "Jr" | "Sr" | "PhD" | "Ph" | "D" | "MD")
                || word.raw == "."
                || word.raw == "," && (at < start || self.lower(start) == "(");
            if !honour {
                break;
            }
            at -= 1;
        }
        let named = self.mentions.iter().any(|mention| mention.words.end == at);
        if named { at } else { start }
    }

    /// "Hesk v. Brenna, 601 F.2d 69, 71 (2d Cir. 1979)": past where a case is reported, to its name.
    pub(super) fn before_citation(&self, start: usize) -> Option<usize> {
        const LONGEST: usize = 16;
        if self.lower(start) != "(" {
            return None;
        }
        let mut n_figures = 0;
        let mut at = start;
        while at > self.sentence.range.start && start - at < LONGEST {
            let word = &self.parse.words[at - 1];
            let figure = word.raw.starts_with(|c: char| c.is_ascii_digit());
            let report = matches!(
                word.lower.trim_end_matches('.'),
                "f" | "u.s" | "s" | "ct" | "l" | "ed" | "fed" | "reg" | "supp" | "cal" | "wl"
            );
            if !(figure || report || matches!(word.raw, "," | "." | "-" | "–" | "&" | "§")) {
                break;
            }
            n_figures += usize::from(figure);
            at -= 1;
        }
        let named = self.mentions.iter().any(|mention| mention.words.end == at);
        (named && n_figures > 1 && self.lower(at) == ",").then_some(at)
    }

    /// "X, based in Perth, which she founded": past an aside between commas, to the name.
    pub(super) fn past_aside(&self, start: usize, end: usize) -> Option<usize> {
        let comma = start.checked_sub(1)?;
        let relative = matches!(self.lower(start), "which" | "who" | "whom");
        if !(relative && self.lower(comma) == "," && end > self.sentence.range.start) {
            return None;
        }
        let aside = &self.sentence.clauses[self.sentence.clause_of(end - 1)];
        let opened = aside.start.checked_sub(1).filter(|&at| self.lower(at) == ",")?;
        let apart = matches!(aside.kind, ClauseKind::Reduced | ClauseKind::Participial);
        (apart && aside.start > self.sentence.range.start).then_some(opened)
    }

    /// "X, King of Norland (died 1079)": past the office that a name holds, to the name.
    pub(super) fn officed(&self, start: usize, end: usize) -> Option<usize> {
        const LONGEST: usize = 7;
        if self.lower(start) != "(" {
            return None;
        }
        let floor = self.sentence.range.start.max(end.saturating_sub(LONGEST));
        let comma = (floor..end).rev().find(|&at| self.lower(at) == ",")?;
        let first = comma + 1 + usize::from(self.lower(comma + 1) == "the");
        let title = crate::lexicon::is_title(self.lower(first))
            || crate::lexicon::is_person_noun(self.lower(first));
        let plain = (first + 1..end).all(|at| {
            self.parse.tags[at].is_nominal() || matches!(self.lower(at), "of" | "the" | "and")
        });
        let of = (first + 1..end).any(|at| self.lower(at) == "of");
        // "Murchad mac Nessa, King of Norland" may be another of the surname.
        let whole = self.mentions.iter().any(|it| it.words.end == comma && it.words.len() > 1);
        (title && plain && of && whole).then_some(comma)
    }

    /// "X at Norland (opened 1968)": past where it stands, to the name.
    pub(super) fn placed(&self, start: usize, end: usize) -> Option<usize> {
        if self.lower(start) != "(" {
            return None;
        }
        let last = end.checked_sub(1)?;
        let mut at = end;
        while at > self.sentence.range.start && self.parse.tags[at - 1] == Tag::Name {
            at -= 1;
        }
        let named = self.mentions.iter().any(|mention| mention.words.contains(&last));
        let place = matches!(self.lower(at.wrapping_sub(1)), "at" | "in" | "near");
        (at < end && place && !named).then(|| at - 1)
    }

    /// "X by Oda Moss (1984)": the bracket is of the work.
    pub(super) fn authored(&self, at: usize) -> Option<usize> {
        const LONGEST: usize = 8;
        let floor = self.sentence.range.start;
        let named = |at: &usize| {
            self.tag(*at) == Some(Tag::Name) || matches!(self.lower(*at), "and" | "." | "&")
        };
        let first = (floor..at).rev().take(LONGEST).take_while(named).last()?;
        let by = first.checked_sub(1).filter(|&by| by > floor && self.lower(by) == "by")?;
        (self.lower(at) == "(").then(|| by - usize::from(self.lower(by - 1) == ","))
    }

    /// "a novel by Miriam Oake": past the name of who made a thing, to the thing.
    pub(super) fn before_maker(&self, end: usize) -> usize {
        self.before_name_after(end, &["by", "from"])
    }

    /// Past a name and the preposition before it, if it is one of these.
    fn before_name_after(&self, end: usize, prepositions: &[&str]) -> usize {
        let mut at = end;
        while at > self.sentence.range.start
            && self.parse.tags[at - 1] == Tag::Name
            && !self.is_named(at - 1)
        {
            at -= 1;
        }
        let led = at < end && prepositions.contains(&self.lower(at.wrapping_sub(1)));
        if led { at - 1 } else { end }
    }

    /// Whether a mention covers a word.
    fn is_named(&self, at: usize) -> bool {
        self.mentions.iter().any(|mention| mention.words.contains(&at))
    }

    /// "X, a tank engine built in 1911": past an indefinite noun phrase between commas.
    pub(super) fn apposed(&self, end: usize) -> Option<usize> {
        const LONGEST: usize = 8;
        // "the round building on Corn Hill"
        let place = self.before_name_after(end, &["on", "in", "at", "near", "over"]);
        let maker = self.before_maker(place);
        let mut at = maker;
        while at > self.sentence.range.start && end - at < LONGEST {
            let before = at - 1;
            let inside = at < maker;
            let noun = self.parse.tags[before] == Tag::Noun
                || matches!(self.lower(before), "daily" | "weekly" | "monthly" | "early" | "only");
            // "the Hull doctor and poet", "a non-profit"
            // "a big SUV", "a masterpiece of Gothic art"
            let joins = inside
                && (matches!(self.lower(before), "and" | "-" | "‐" | "of")
                    || self.parse.tags[before] == Tag::Name)
                || self.parse.words[before].is_all_caps() && !self.is_named(before);
            if !(noun || joins) {
                break;
            }
            at -= 1;
        }
        let article = matches!(self.lower(at.wrapping_sub(1)), "a" | "an" | "the");
        let comma = at >= 2 && matches!(self.lower(at - 2), "," | "—" | "–");
        // "the MBSA, or Mutual Basing and Support Agreement, signed in 2017"
        let mut long = end;
        while long > self.sentence.range.start + 1
            && (self.parse.tags[long - 1] == Tag::Name
                || matches!(self.lower(long - 1), "and" | "of" | "for" | "on" | "the"))
        {
            long -= 1;
        }
        if long < end && long >= 2 && self.lower(long - 1) == "or" && self.lower(long - 2) == "," {
            return Some(long - 2);
        }
        // "Magda Ellery, novelist, born 2 November 1937"
        let called = at + 1 == end
            && at >= 1
            && self.lower(at - 1) == ","
            && (crate::lexicon::is_person_noun(self.lower(at)) || self.lower(at).ends_with("ist"));
        if called {
            return Some(at - 1);
        }
        // "X – regional airline, acquired in 2008", as data sheets have it.
        let dash = at >= 1 && matches!(self.lower(at - 1), "—" | "–");
        if at < end && dash && !article {
            return Some(at - 1);
        }
        (at < end && article && comma).then(|| at - 2)
    }
}
