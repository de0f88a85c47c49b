//! What is looked for: every name and cue of every fact, compiled once for all articles.
//!
//! It must not know any article.

mod own;

use rustc_hash::{FxHashMap, FxHashSet};

use super::part::{self, Part};
use crate::lexicon::{self, Form, Role};
use crate::rules::{Expected, Fact, FactBook, FactId, FactSubject, SubjectId};
use crate::text::NameTrie;
use own::OwnCues;

/// The names, cues and offices of a fact book.
#[derive(Debug, Default)]
pub(crate) struct Index {
    /// All names; targets are [`SubjectId`]s.
    pub(crate) names: NameTrie,
    /// For each subject, the facts about it alone.
    pub(crate) facts_of: Vec<Vec<FactId>>,
    /// For each subject, the facts about it together with others, where it is the first.
    pub(crate) joint_of: Vec<Vec<FactId>>,
    /// Facts about an office: a role of a body, or a body with the role as predicate.
    pub(crate) offices: Vec<Office>,
    /// For each subject, the offices it is the role or the body of.
    pub(crate) offices_of: FxHashMap<SubjectId, Vec<usize>>,
    /// Subjects that facts are about.
    in_facts: FxHashSet<SubjectId>,
    /// For each subject, the first that shares a name with it: for references they are one thing.
    twins: Vec<SubjectId>,
    /// The subjects that share a name, by the one that stands for them.
    shared: FxHashMap<SubjectId, Vec<SubjectId>>,
    /// Subjects that are persons, as far as their facts tell.
    pub(crate) persons: FxHashSet<SubjectId>,
    /// For each fact, what signals its predicate.
    pub(crate) cues: Vec<FactCues>,
    /// Subjects that are called after what they are parts of.
    pub(super) parts: Vec<Part>,
    own: OwnCues,
}

/// What signals a fact's predicate.
#[derive(Debug, Clone, Default)]
pub(crate) struct FactCues {
    /// Built-in families and own cues.
    pub(crate) cues: Vec<CueId>,
    /// Bare association.
    pub(crate) bare: bool,
}

/// A built-in family or an author's own cue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum CueId {
    /// An index into [`lexicon::families`].
    Family(usize),
    /// A number given to an author's cue.
    Own(u32),
}

/// A cue found in running words.
#[derive(Debug, Clone, Copy)]
pub(crate) struct CueHit {
    /// Which cue.
    pub(crate) id: CueId,
    /// In which form.
    pub(crate) form: Form,
    /// Its length in words.
    pub(crate) n_words: usize,
    /// How the subject stands to it; `None` for an own cue that no family knows.
    pub(crate) role: Option<Role>,
    /// Its preposition stands apart: "bought ... for".
    pub(crate) parted: bool,
}

/// An office with holders.
#[derive(Debug, Clone)]
pub(crate) struct Office {
    /// The fact with its holders.
    pub(crate) fact: FactId,
    /// The names of the role; `None`: the cues of the fact are.
    pub(crate) role: Option<SubjectId>,
    /// The body; `None`: the role's names say it all.
    pub(crate) of: Option<SubjectId>,
    /// The role alone counts.
    pub(crate) bare: bool,
}

/// Families whose subject is a person.
const OF_PERSONS: &[&str] =
    &["born", "died", "called", "met", "said", "visited", "elected", "appointed", "resigned"];

/// Families whose text, where it is a full name, is that of who did it.
const BY_PERSONS: &[&str] = &["created", "discovered", "established", "founded", "won"];

/// Families whose subject is no person.
#[rustfmt::skip]
const OF_THINGS: &[&str] = &[
    "adopted", "begun", "built", "closed", "completed", "created", "designated", "ended",
    "established", "founded", "held", "in-force", "launched", "merged", "opened", "published",
    "ratified", "released", "renewed", "restored", "signed", "started", "length", "area", "depth",
    "speed", "population", "cost", "revenue", "share", "count",
];

/// First words of cues that say the same.
const SPEECH: &[&str] = &["spoke", "speak", "talk", "phone", "telephone", "married", "graduated"];

impl Index {
    /// Compiles the names and cues of a book.
    pub(crate) fn new(book: &FactBook) -> Self {
        let none = vec![Vec::new(); book.subjects.len()];
        let mut index = Self { facts_of: none.clone(), joint_of: none, ..Self::default() };
        for (id, subject) in book.subjects.iter().enumerate() {
            for name in subject.names.iter().filter(|name| !is_genitive(name, &subject.names)) {
                index.names.insert(name, id as u32);
            }
            if subject.kind.iter().any(|kind| is_person_kind(kind)) {
                index.persons.insert(SubjectId(id as u32));
            }
        }
        for cue in &book.cues {
            index.own.intern(cue);
            for phrase in lexicon::companions(cue) {
                index.own.intern(phrase);
            }
        }
        for (id, fact) in book.facts.iter().enumerate() {
            index.add(FactId(id as u32), fact);
        }
        index.invert_names(book);
        index.twins = twins(book);
        index.parts = part::parts(book, |subject| index.twin(subject));
        let wholes: Vec<SubjectId> = index.parts.iter().map(Part::whole).collect();
        index.in_facts.extend(wholes);
        for (place, &twin) in index.twins.iter().enumerate() {
            if twin.0 as usize != place {
                let all = index.shared.entry(twin).or_insert_with(|| vec![twin]);
                all.push(SubjectId(place as u32));
            }
        }
        for (place, office) in index.offices.clone().into_iter().enumerate() {
            index.lower_titles(office.role, book);
            for subject in office.role.into_iter().chain(office.of) {
                index.offices_of.entry(subject).or_default().push(place);
            }
        }
        index.add_compounds(book);
        index.own.settle();
        index
    }

    /// "ASEAN Secretary-General", where a subject of its own has that name: it is the office all the same.
    fn add_compounds(&mut self, book: &FactBook) {
        for (place, office) in self.offices.iter().enumerate() {
            let (Some(role), Some(of)) = (office.role, office.of) else { continue };
            let names = |subject: SubjectId| book.subjects[subject.0 as usize].names.iter();
            for (role, of) in names(role).flat_map(|role| names(of).map(move |of| (role, of))) {
                for whole in [format!("{of} {role}"), format!("{role} of {of}")] {
                    let hits = self.names.longest(&whole);
                    let Some(hit) = hits.first().filter(|hit| hit.span.len() == whole.len()) else {
                        continue;
                    };
                    let places = self.offices_of.entry(SubjectId(hit.target)).or_default();
                    if !places.contains(&place) {
                        places.push(place);
                    }
                }
            }
        }
    }

    /// Persons as registers have them: "Lund, Anna".
    fn invert_names(&mut self, book: &FactBook) {
        let mut persons: Vec<SubjectId> = self.persons.iter().copied().collect();
        persons.sort_unstable();
        for person in persons {
            for name in &book.subjects[person.0 as usize].names {
                if let Some((given, last)) = name.rsplit_once(' ').filter(|_| !name.contains(',')) {
                    self.names.insert(&format!("{last}, {given}"), person.0);
                }
            }
        }
    }

    fn add(&mut self, id: FactId, fact: &Fact) {
        let cues = self.fact_cues(fact);
        let personal = is_personal(fact);
        match &fact.subject {
            FactSubject::One(subject) => {
                self.facts_of[subject.0 as usize].push(id);
                self.in_facts.insert(*subject);
                if personal {
                    self.persons.insert(*subject);
                }
                if is_of_person(fact) {
                    self.offices.push(Office {
                        fact: id,
                        role: None,
                        of: Some(*subject),
                        bare: false,
                    });
                } else if let Expected::Holders(_) = fact.expected {
                    let office = if cues.bare {
                        Office { fact: id, role: Some(*subject), of: None, bare: true }
                    } else {
                        Office { fact: id, role: None, of: Some(*subject), bare: false }
                    };
                    self.offices.push(office);
                }
            }
            FactSubject::All(subjects) => {
                if personal {
                    self.persons.extend(subjects);
                }
                self.in_facts.extend(subjects);
                if let Some(first) = subjects.first() {
                    self.joint_of[first.0 as usize].push(id);
                }
            }
            FactSubject::Role { role, of, bare } => {
                self.in_facts.insert(*of);
                self.offices.push(Office {
                    fact: id,
                    role: Some(*role),
                    of: Some(*of),
                    bare: *bare,
                });
            }
        }
        self.cues.push(cues);
    }

    /// "the president": a title of one word needs no capital.
    fn lower_titles(&mut self, role: Option<SubjectId>, book: &FactBook) {
        let Some(role) = role else { return };
        for name in &book.subjects[role.0 as usize].names {
            if !name.contains(' ') && !crate::text::word::is_all_caps(name) {
                self.names.insert(&name.to_lowercase(), role.0);
            }
        }
    }

    fn fact_cues(&mut self, fact: &Fact) -> FactCues {
        let families = lexicon::families();
        let mut cues: Vec<CueId> = fact
            .predicate
            .builtin
            .iter()
            .filter_map(|name| families.iter().position(|family| family.name == *name))
            .map(CueId::Family)
            .collect();
        for cue in &fact.predicate.cues {
            let companions = lexicon::companions(cue).iter().copied();
            for phrase in std::iter::once(cue.as_str()).chain(companions) {
                let id = CueId::Own(self.own.intern(phrase));
                if !cues.contains(&id) {
                    cues.push(id);
                }
            }
        }
        FactCues { bare: cues.is_empty(), cues }
    }

    /// Whether a subject is a person by its facts or its kind.
    pub(crate) fn is_person(&self, subject: SubjectId) -> bool {
        self.twins_of(subject).any(|twin| self.persons.contains(&twin))
    }

    /// Whether "he" or "she" may mean a subject: a person by its facts, or called as persons are.
    pub(crate) fn may_be_person(&self, book: &FactBook, subject: SubjectId) -> bool {
        self.persons.contains(&subject)
            || book.subjects.get(subject.0 as usize).is_some_and(|named| {
                let id = subject.0 as usize;
                let subject = named;
                let words = || subject.names.first().into_iter().flat_map(|name| name.split(' '));
                let plain = |word: &str| {
                    word.starts_with(char::is_uppercase)
                        && word.chars().all(|c| c.is_alphabetic() || "-'’.".contains(c))
                        && !lexicon::is_transparent_noun(&word.to_lowercase())
                };
                let things = self.facts_of.get(id).into_iter().flatten().any(|fact| {
                    book.facts[fact.0 as usize]
                        .predicate
                        .builtin
                        .iter()
                        .any(|name| OF_THINGS.contains(name))
                });
                !things
                    && subject.kind.is_empty()
                    && (2..=4).contains(&words().count())
                    && words().all(plain)
            })
    }

    /// Whether a subject is the body of an office.
    pub(crate) fn is_body(&self, subject: SubjectId) -> bool {
        self.twins_of(subject).any(|subject| {
            let offices = self.offices_of.get(&subject).into_iter().flatten();
            offices.into_iter().any(|&place| self.offices[place].of == Some(subject))
        })
    }

    /// The subject that stands for all that share a name with this one.
    pub(crate) fn twin(&self, subject: SubjectId) -> SubjectId {
        self.twins.get(subject.0 as usize).copied().unwrap_or(subject)
    }

    /// Every subject that facts are about and that shares a name with this one.
    pub(crate) fn all_twins(&self, subject: SubjectId) -> Vec<SubjectId> {
        self.twins_of(subject).collect()
    }

    /// The same one by one: nearly all subjects share no name.
    pub(crate) fn twins_of(&self, subject: SubjectId) -> impl Iterator<Item = SubjectId> {
        let shared = self.shared.get(&self.twin(subject));
        let alone = shared.is_none().then_some(subject);
        let all = shared.map_or(&[][..], Vec::as_slice).iter().copied().chain(alone);
        all.filter(|subject| self.in_facts.contains(subject))
    }

    /// Every cue that starts at `words[0]`, longest first.
    pub(crate) fn cues_at(&self, words: &[&str]) -> Vec<CueHit> {
        let mut hits: Vec<CueHit> = Vec::new();
        lexicon::for_each_cue_at(words, |cue| {
            hits.push(CueHit {
                id: CueId::Family(cue.family),
                form: cue.form,
                n_words: cue.words,
                role: Some(cue.role),
                parted: false,
            });
        });
        self.own.at(words, &mut hits);
        hits.sort_by_key(|hit| std::cmp::Reverse(hit.n_words));
        hits
    }

    /// Whether a cue may start at a lower-case word: none may at most words.
    pub(crate) fn may_begin_cue(&self, word: &str) -> bool {
        lexicon::may_begin_cue(word) || self.own.may_begin(word)
    }
}

/// "NATO's" beside "NATO" is no other name.
fn is_genitive(name: &str, names: &[String]) -> bool {
    let stem = name.strip_suffix("'s").or(name.strip_suffix("’s"));
    stem.is_some_and(|stem| names.iter().any(|other| other == stem))
}

/// For each subject, the first subject that shares one of its names.
fn twins(book: &FactBook) -> Vec<SubjectId> {
    let mut first: FxHashMap<String, SubjectId> = FxHashMap::default();
    book.subjects
        .iter()
        .enumerate()
        .map(|(id, subject)| {
            let folded: Vec<String> = subject
                .names
                .iter()
                .map(|name| crate::text::fold::folded_words(name).join(" "))
                .collect();
            let twin = folded.iter().find_map(|name| first.get(name)).copied();
            let twin = twin.unwrap_or(SubjectId(id as u32));
            for name in folded {
                first.entry(name).or_insert(twin);
            }
            twin
        })
        .collect()
}

/// `kind: [Norwegian novelist]`.
fn is_person_kind(kind: &str) -> bool {
    kind.rsplit(' ').next().is_some_and(|noun| lexicon::is_person_noun(&noun.to_lowercase()))
}

fn is_personal(fact: &Fact) -> bool {
    let predicate = &fact.predicate;
    predicate.builtin.iter().any(|name| OF_PERSONS.contains(name))
        || predicate.cues.iter().any(|cue| SPEECH.iter().any(|word| cue.starts_with(word)))
}

/// Whether a fact gives the one person who is or did something: `predicate: architect, text: Ada Moss`.
pub(crate) fn is_of_person(fact: &Fact) -> bool {
    let Some(text) = fact.expected.text() else { return false };
    let names_person = |cue: &String| {
        let last = cue.rsplit(' ').next().unwrap_or(cue);
        last == "by" || lexicon::is_person_noun(last)
    };
    let predicate = &fact.predicate;
    let by_person = predicate.builtin.iter().any(|name| BY_PERSONS.contains(name));
    lexicon::is_full_name(&text.value) && (by_person || predicate.cues.iter().any(names_person))
}
