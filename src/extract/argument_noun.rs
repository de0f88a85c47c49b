//! What the nouns of events are about: "the signing of X", "its opening", "X was granted a charter".
//!
//! It must not know facts or values' meanings.

use super::event::Event;
use super::index::CueId;
use super::parse::Tag;
use super::scene::Scene;

impl Scene<'_> {
    /// "in the lead up to X", "in preparation for X": before it.
    pub(super) fn is_run_up(&self, preposition: usize) -> bool {
        let before = |n: usize| self.lower(preposition.wrapping_sub(n));
        let up = matches!(before(1), "up") && matches!(before(2), "lead" | "run" | "build" | "-")
            || matches!(before(1), "prelude" | "run-up" | "lead-up" | "build-up" | "buildup");
        up && self.lower(preposition) == "to"
            || matches!(before(1), "preparation" | "ahead" | "advance" | "anticipation" | "warm-up")
    }

    /// "was founded by Norl, X and Sund": one of those who did it.
    pub(super) fn is_among_doers(&self, event: &Event, mention: usize) -> bool {
        let start = self.mentions[mention].words.start;
        let listed = |at: usize| {
            self.tag(at) == Some(Tag::Name) || matches!(self.lower(at), "," | "and" | "&")
        };
        let before = (event.words.end..start).rev().find(|&at| !listed(at));
        before.is_some_and(|at| self.lower(at) == "by")
    }

    /// "the signing of X", "X's signing", "the X signing", "its opening".
    pub(super) fn nominal_arguments(&self, event: &Event) -> Vec<usize> {
        let mut found = match self.is_free_gerund(event) {
            true => self.subjects_of(event.clause),
            false => Vec::new(),
        };
        let own = is_own(event);
        // "X, whose son was treasurer"
        let of_kin = self.lower(self.sentence.clauses[event.clause].start) == "whose";
        if of_kin && own && self.completes(event).is_some() {
            return Vec::new();
        }
        if own && (self.completes(event).is_some() || self.is_dated_object(event)) {
            found.extend(self.subjects_of(event.clause));
        }
        for (i, mention) in self.mentions.iter().enumerate() {
            let setting = &self.settings[i];
            if own && !setting.longer && self.holds(i, event) {
                found.push(i);
                continue;
            }
            if setting.longer || found.contains(&i) {
                continue;
            }
            let modifies = setting.modifies.is_some_and(|noun| event.words.contains(&noun));
            let of = setting.preposition.is_some_and(|at| self.leads_to(event, at));
            let adjective = event.cues.iter().all(|hit| {
                hit.form == crate::lexicon::Form::Adjective
                    || hit.form == crate::lexicon::Form::Phrase
            }) || own && self.is_predicative(event);
            let object = self.is_object(event) && self.subjects_of(event.clause).contains(&i);
            let granted = own && self.is_granted(event, mention.words.end);
            let making = setting.preposition.is_some_and(|at| {
                self.lower(event.words.end) == "of"
                    && at <= event.words.end + 3
                    && self.is_making_of(at)
            });
            let under = own && self.is_under(event) && self.is_held(i);
            let befallen = own && self.is_befallen(event, i);
            if object || making || granted || under || befallen {
                found.push(i);
                continue;
            }
            // "The protocol to X has been in force since"
            let apart = setting.preposition.is_some_and(|at| {
                at < event.words.start
                    && matches!(self.lower(at), "to" | "near" | "beside" | "behind")
            });
            let clause = adjective
                && !apart
                && (self.sentence.clause_of(mention.words.start) == event.clause
                    || self.subjects_of(event.clause).contains(&i));
            if modifies || of && setting.modifies.is_none() || clause && setting.modifies.is_none()
            {
                found.push(i);
            }
        }
        found
    }

    /// "X became independent in 1966", "X has been independent since 1966": an author's own adjective after
    /// a copula.
    pub(super) fn is_predicative(&self, event: &Event) -> bool {
        let verb = self.sentence.verbs.iter().rfind(|verb| verb.range.end <= event.words.start);
        let copula = verb.is_some_and(|verb| {
            matches!(
                self.lower(verb.head),
                "is" | "was"
                    | "are"
                    | "were"
                    | "been"
                    | "be"
                    | "become"
                    | "became"
                    | "becomes"
                    | "becoming"
                    | "went"
                    | "gone"
                    | "goes"
                    | "turned"
                    | "remained"
            ) && (verb.range.end..event.words.start).all(|at| self.tag(at) == Some(Tag::Adverb))
        });
        let next = event.words.end;
        copula
            && event.words.len() == 1
            && (self.is_value(next) || !matches!(self.tag(next), Some(Tag::Noun | Tag::Name)))
    }

    /// "the signing in 2016 of X": whether the preposition before a mention ties it to the noun, whatever stands between.
    fn leads_to(&self, event: &Event, preposition: usize) -> bool {
        let between = |at: usize| {
            matches!(
                self.parse.tags[at],
                Tag::Adverb | Tag::Preposition | Tag::Determiner | Tag::Noun | Tag::Name
            ) || self.is_value(at)
                || super::token::is_hyphen(self.parse, at)
        };
        preposition >= event.words.end
            && self.preposition_fits(event, preposition)
            && (event.words.end..preposition).all(between)
    }

    /// "the Orm Summit of June", "the siege of Orm in 1132" of a fact about a siege: the name holds the noun.
    fn holds(&self, mention: usize, event: &Event) -> bool {
        let words = &self.mentions[mention].words;
        let noun = |hit: &super::index::CueHit| {
            matches!(hit.id, CueId::Own(_)) && hit.form == crate::lexicon::Form::Noun
        };
        // "wrote a book on the siege of Orm in 1995", "described the siege of Orm in 1995": perhaps when that was done.
        let verb = self.sentence.clauses[event.clause].verb;
        let ahead = || verb.is_none_or(|verb| words.end <= self.sentence.verbs[verb].range.start);
        // "Before the Orm summit, in May, she spoke"
        let apart = || self.lower(self.settings[mention].end) == ",";
        let placed =
            self.settings[mention].preposition.map_or_else(ahead, |at| match self.lower(at) {
                "at" | "in" | "during" => true,
                "after" | "before" | "since" | "until" => !apart(),
                _ => false,
            });
        placed
            && words.len() > 1
            && words.start <= event.words.start
            && event.words.end <= words.end
            && event.cues.iter().any(noun)
    }

    /// "won prizes in piano (1824), harmony (1827) and organ (1834)", "won the medal in 1982, the prize in 2001": what was
    /// won, each with its year.
    fn is_dated_object(&self, event: &Event) -> bool {
        let Some(verb) = self.sentence.clauses[event.clause].verb else { return false };
        let verb = &self.sentence.verbs[verb];
        let end = event.words.end;
        let (first, start) = (verb.range.end, event.words.start);
        let dated = matches!(self.lower(end), "(" | "in" | "on") && self.is_value(end + 1);
        // "won medals in piano (1824), and his sister in harmony (1830)"
        let opened = matches!(self.lower(start.wrapping_sub(1)), "in" | "for")
            && !(first..start).any(|at| matches!(self.lower(at), "," | "and"));
        dated
            && first < start
            && crate::lexicon::receives(self.lower(verb.head))
            && !(first..start).any(|at| self.tag(at) == Some(Tag::Verb))
            && (opened || self.is_joined_item(first, self.phrase_start(first, start)))
    }

    /// "A fire broke out at X", "the blaze that gutted X", "fire swept through the roof of X": what an event befell.
    fn is_befallen(&self, event: &Event, mention: usize) -> bool {
        const REACH: usize = 6;
        let end = event.words.end;
        let relative = matches!(self.lower(end), "that" | "which");
        let dated = |at: usize| self.is_value(at) || self.tag(at) == Some(Tag::Preposition);
        let verb = self.sentence.verbs.iter().find(|verb| {
            verb.range.start >= end
                && (end + usize::from(relative)..verb.range.start).all(dated)
                && crate::lexicon::befalls(self.lower(verb.head))
        });
        let (named, setting) = (&self.mentions[mention], &self.settings[mention]);
        let start = named.words.start;
        verb.is_some_and(|verb| {
            let here = self.sentence.clause_of(start) == self.sentence.clause_of(verb.head);
            let fits = setting.preposition.is_none_or(|at| {
                at >= verb.range.end
                    && matches!(self.lower(at), "at" | "in" | "through" | "inside" | "of" | "on")
            });
            let near = (verb.range.end..verb.range.end + REACH).contains(&start);
            let parted = |at: usize| matches!(self.lower(at), "," | "near" | "and" | "after");
            here && fits
                && near
                && setting.modifies.is_none()
                && !(verb.range.end..start).any(parted)
        })
    }

    /// "under a 30-year concession": what something is done by, right after its object.
    fn is_under(&self, event: &Event) -> bool {
        const REACH: usize = 5;
        let start = event.words.start;
        let under =
            (start.saturating_sub(REACH)..start).rev().find(|&at| self.lower(at) == "under");
        under.is_some_and(|at| {
            let comma = usize::from(self.lower(at.wrapping_sub(1)) == ",");
            self.mentions.iter().any(|mention| mention.words.end + comma == at)
                && (at + 1..start).all(|i| {
                    self.is_value(i)
                        || matches!(self.parse.tags[i], Tag::Determiner | Tag::Noun | Tag::Mark)
                })
        })
    }

    /// "operates X under a concession", "for X, under a concession": a verb's object, or what is worked for.
    fn is_held(&self, mention: usize) -> bool {
        let setting = &self.settings[mention];
        let start = self.mentions[mention].words.start;
        let object = || {
            self.sentence.verbs.iter().any(|verb| {
                verb.range.end + usize::from(self.lower(verb.range.end) == "the") == start
            })
        };
        setting.modifies.is_none()
            && setting.preposition.map_or_else(object, |at| self.lower(at) == "for")
    }

    /// What was given follows who got it: "granted X a charter".
    fn is_granted(&self, event: &Event, receiver: usize) -> bool {
        let article = receiver == event.words.start.wrapping_sub(1)
            && matches!(self.lower(receiver), "a" | "an" | "its" | "the" | "their");
        let verb = self.sentence.verbs.iter().rfind(|verb| verb.range.end <= receiver);
        article
            && verb.is_some_and(|verb| {
                receiver - verb.range.end <= 4
                    && matches!(
                        self.lower(verb.head),
                        "granted"
                            | "gave"
                            | "gives"
                            | "grants"
                            | "awarded"
                            | "awards"
                            | "handed"
                            | "sent"
                    )
            })
    }

    /// "since opening in 1911", "since first light in 1911": a gerund or a bare noun without a subject or
    /// an object of its own.
    pub(super) fn is_free_gerund(&self, event: &Event) -> bool {
        let before = self.lower(event.words.start.wrapping_sub(1));
        let end = event.words.end;
        // "since first light on 17 May": an author's own noun.
        let own = event.is_nominal()
            && event
                .cues
                .iter()
                .any(|hit| matches!(hit.id, CueId::Own(_)) && hit.form.is_nominal())
            && matches!(before, "since" | "after" | "before" | "until");
        let gerund = event.words.len() == 1 && self.lower(event.head).ends_with("ing");
        // "Reopening in 1981, X is"
        let opens = event.words.start == self.sentence.range.start
            && (end..self.sentence.range.end).any(|at| self.lower(at) == ",");
        let led = matches!(before, "since" | "after" | "before" | "upon" | "on" | "until" | "by");
        (gerund && (led || opens) || own && led)
            && (self.is_value(end)
                || self.tag(end) == Some(Tag::Preposition) && self.lower(end) != "of")
    }

    /// "X saw *first light*": the noun is the direct object of its clause's verb.
    fn is_object(&self, event: &Event) -> bool {
        let Some(verb) = self.sentence.clauses[event.clause].verb else { return false };
        let end = self.sentence.verbs[verb].range.end;
        let own = is_own(event);
        // "won the Okell Prize", but "founded the Okell Prize".
        let named = self.tag(event.words.start) == Some(Tag::Name);
        let head = self.lower(self.sentence.verbs[verb].head);
        // "described the organ (1840)": the bracket is of the thing.
        let dated = self.lower(event.words.end) == "(" && self.is_value(event.words.end + 1);
        own && (!(named || dated) || crate::lexicon::receives(head))
            && end <= event.words.start
            && event.words.start - end <= 4
            && (end..event.words.start)
                .all(|at| matches!(self.parse.tags[at], Tag::Determiner | Tag::Noun | Tag::Adverb))
    }

    fn preposition_fits(&self, event: &Event, at: usize) -> bool {
        let word = self.lower(at);
        if word == "of" {
            return at == event.words.end
                || (event.words.end..at).any(|i| self.is_value(i))
                || self.lower(event.words.end) == "of";
        }
        at == event.words.end
            && event.cues.iter().any(|hit| match hit.id {
                CueId::Family(family) => {
                    crate::lexicon::families()[family].prepositions.contains(&word)
                }
                CueId::Own(_) => {
                    matches!(
                        word,
                        "for" | "to" | "at" | "in" | "on" | "with" | "during" | "across" | "by"
                    )
                }
            })
    }
}

/// Whether a cue that the fact's author wrote names the event.
fn is_own(event: &Event) -> bool {
    event.cues.iter().any(|hit| matches!(hit.id, CueId::Own(_)))
}
