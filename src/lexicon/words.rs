//! The closed classes of English: determiners, prepositions, pronouns, conjunctions.
//!
//! All words come lower-case with straight apostrophes. It must not know predicates.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::auxiliary::is_auxiliary;

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
static CLASS_OF: LazyLock<FxHashMap<&str, u8>> = LazyLock::new(|| {
    let mut class_of = FxHashMap::default();
    for (class, words) in CLASSES {
        for word in words.split_whitespace() {
            *class_of.entry(word).or_default() |= class;
        }
    }
    class_of
});

fn is(word: &str, class: u8) -> bool {
    CLASS_OF.get(word).is_some_and(|classes| classes & class != 0)
}

/// Whether a word is in any of the classes of this module; one look-up where most words end.
pub fn is_listed(word: &str) -> bool {
    CLASS_OF.contains_key(word)
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
