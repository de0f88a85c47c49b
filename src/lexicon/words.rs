//! The closed classes of English: determiners, prepositions, pronouns, conjunctions.
//!
//! All words come lower-case with straight apostrophes. It must not know predicates.

use super::auxiliary::is_auxiliary;
use crate::text::word_set::WordMap;

const DETERMINER: u8 = 1 << 0;
const PREPOSITION: u8 = 1 << 1;
const PARTICLE: u8 = 1 << 2;
const PRONOUN: u8 = 1 << 3;
const RELATIVE: u8 = 1 << 4;
const CONJUNCTION: u8 = 1 << 5;
const SUBORDINATOR: u8 = 1 << 6;

/// The classes and their words.
const CLASSES: [(u8, &str); 7] = [
    (
        DETERMINER,
        "the a an this that these those my your his her its our their whose which what each every \
         either neither some any no all both half several many much few fewer more most less \
         least such another other enough certain various",
    ),
    (
        PREPOSITION,
        "about above across after against along alongside amid amidst among amongst around as at \
         atop before behind below beneath beside besides between beyond by circa concerning \
         despite down during except excluding following for from in including inside into like \
         near of off on onto opposite out outside over past pending per plus regarding since than \
         through throughout till to toward towards under underneath unlike until unto up upon \
         versus via with within without worth",
    ),
    (
        PARTICLE,
        "about across ahead along apart around aside away back by down forth forward in into off \
         on out over through to together under up with",
    ),
    (
        PRONOUN,
        "i me mine myself you yours yourself yourselves he him his himself she her hers herself \
         it its itself we us ours ourselves they them theirs themselves this that these those one \
         ones oneself someone somebody something anyone anybody anything everyone everybody \
         everything none nobody nothing both each either neither another others all some any many \
         few several most",
    ),
    (RELATIVE, "which who whom whose that where when whereby"),
    (CONJUNCTION, "and or but nor yet so & plus"),
    (
        SUBORDINATOR,
        "after although as because before if lest once provided since so than that though till \
         unless until when whenever where whereas wherever whether while whilst why how",
    ),
];

/// Every word of a closed class with its classes.
static CLASS_OF: WordMap<u8, 512> = {
    let mut class_of = WordMap::new(0);
    let mut at = 0;
    while at < CLASSES.len() {
        let (class, words) = CLASSES[at];
        add(&mut class_of, class, words);
        at += 1;
    }
    class_of
};

/// Adds a class to those of words parted by single spaces.
const fn add(class_of: &mut WordMap<u8, 512>, class: u8, words: &'static str) {
    let mut rest = words;
    while !rest.is_empty() {
        let mut length = 0;
        while length < rest.len() && rest.as_bytes()[length] != b' ' {
            length += 1;
        }
        let (word, after) = rest.split_at(length);
        class_of.insert(word, class_of.value_or_filler(word) | class);
        rest = if after.is_empty() { after } else { after.split_at(1).1 };
    }
}

fn is(word: &str, class: u8) -> bool {
    CLASS_OF.get(word).is_some_and(|classes| classes & class != 0)
}

/// Whether a word is in any of the classes of this module.
pub fn is_listed(word: &str) -> bool {
    CLASS_OF.get(word).is_some()
}

/// The classes of this module that a word is in: one look-up for several questions.
#[derive(Debug, Clone, Copy)]
pub struct Classes(u8);

/// The classes of a word; most words are in none.
pub fn classes(word: &str) -> Option<Classes> {
    CLASS_OF.get(word).map(Classes)
}

impl Classes {
    /// As [`is_determiner`].
    pub fn has_determiner(self) -> bool {
        self.0 & DETERMINER != 0
    }

    /// As [`is_preposition`].
    pub fn has_preposition(self) -> bool {
        self.0 & PREPOSITION != 0
    }

    /// As [`is_pronoun`].
    pub fn has_pronoun(self) -> bool {
        self.0 & PRONOUN != 0
    }

    /// As [`is_conjunction`].
    pub fn has_conjunction(self) -> bool {
        self.0 & CONJUNCTION != 0
    }

    /// As [`is_subordinator`] or [`is_relative`].
    pub fn opens_clause(self) -> bool {
        self.0 & (SUBORDINATOR | RELATIVE) != 0
    }
}

/// Determiners, possessives among them, and quantifiers.
pub fn is_determiner(word: &str) -> bool {
    is(word, DETERMINER)
}

/// Prepositions of one word.
pub fn is_preposition(word: &str) -> bool {
    is(word, PREPOSITION)
}

/// Particles of phrasal verbs: "over" in "took over".
pub fn is_particle(word: &str) -> bool {
    is(word, PARTICLE)
}

/// Personal, possessive, reflexive, demonstrative and indefinite pronouns.
pub fn is_pronoun(word: &str) -> bool {
    is(word, PRONOUN)
}

/// "which", "who", "that", "where".
pub fn is_relative(word: &str) -> bool {
    is(word, RELATIVE)
}

/// Coordinating conjunctions.
pub fn is_conjunction(word: &str) -> bool {
    is(word, CONJUNCTION)
}

/// Words that open a subordinate clause; several are prepositions too.
pub fn is_subordinator(word: &str) -> bool {
    is(word, SUBORDINATOR)
}

/// Any word of a closed class.
pub fn is_function_word(word: &str) -> bool {
    let adverb = matches!(word, "not" | "n't" | "there" | "here" | "then");
    is(word, !PARTICLE) || adverb || is_auxiliary(word)
}
