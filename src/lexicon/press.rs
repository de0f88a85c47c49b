//! Words with which a paper speaks of itself: its pieces, where they stand, what they say; what is
//! read at a thing, and what describes it.
//!
//! All words come lower-case. It must not know what a piece says.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use super::open_class::set;
use super::verbs::is_form_of_any;

/// "caption", "column": a piece that a paper prints.
pub fn is_printed_piece(noun: &str) -> bool {
    PIECES.contains(noun)
}

/// "newspaper", "page": where such a piece stands.
pub fn is_publication(noun: &str) -> bool {
    PUBLICATIONS.contains(noun)
}

/// "plaque", "guidebook": what is read at a thing or about it.
pub fn is_inscription(noun: &str) -> bool {
    INSCRIPTIONS.contains(noun) || is_printed_piece(noun) || is_publication(noun)
}

/// "stated", "put": what a piece does with a figure.
pub fn prints(verb: &str) -> bool {
    PRINTING.contains(verb)
}

/// "described", "hails": what says of a thing that it is something, with "as".
pub fn describes_as(verb: &str) -> bool {
    const DESCRIBING: &[&str] = &[
        "describe",
        "hail",
        "introduce",
        "present",
        "list",
        "bill",
        "market",
        "depict",
        "portray",
        "characterise",
        "characterize",
        "advertise",
        "recall",
    ];
    is_form_of_any(verb, DESCRIBING)
}

static PIECES: LazyLock<FxHashSet<&str>> = LazyLock::new(|| {
    set("\
    article caption chart column essay feature graphic headline interview item leader map obituary profile report \
    review story table timeline")
});

static INSCRIPTIONS: LazyLock<FxHashSet<&str>> = LazyLock::new(|| {
    set("\
    biography board book booklet brochure chronicle entry guide guidebook history inscription label leaflet notice \
    panel placard plaque plate poster sign signboard stone study tablet")
});

static PUBLICATIONS: LazyLock<FxHashSet<&str>> = LazyLock::new(|| {
    set("edition issue magazine newsletter newspaper page pages paper section website")
});

static PRINTING: LazyLock<FxHashSet<&str>> =
    LazyLock::new(|| set("called described gave had listed named put said showed stated"));
