//! English words as data: predicates with all their forms, verbs, and closed classes.
//!
//! Rows stand in the `.txt` files beside this one; the code turns them into look-ups, built once
//! when first asked. All words come lower-case with straight apostrophes, cut as
//! [`crate::text::words`] cuts them. This module must not
//! know facts, articles or how a cue is used.

mod auxiliary;
mod calendar;
mod city;
mod companions;
mod country;
mod cue;
mod family;
mod form;
mod inflect;
mod makers;
mod marker;
mod open_class;
mod person;
mod press;
mod sort;
mod spelling;
mod statement;
mod verbs;
mod words;

#[cfg(test)]
mod tests;

pub use auxiliary::{is_auxiliary, is_be_form, is_do_form, is_have_form, is_modal};
pub use calendar::{MONTHS, WEEKDAYS};
pub use city::is_city;
pub use companions::companions;
pub use country::{country_at, country_of, is_country_or_demonym};
pub use cue::{Cue, cues_at};
pub(crate) use cue::{for_each_cue_at, may_begin_cue};
pub use family::{Family, Role, Words, families, family};
pub use form::{Form, Forms};
pub use inflect::inflect;
pub use makers::{asks_for_author, asks_for_maker, makes_a_work};
pub use marker::{Marker, markers_at, may_begin_correction, may_begin_marker};
pub use open_class::{
    is_gathering, is_occasion, is_organisation, is_other_state_of, is_other_time_adjective,
    is_partisan, is_place, is_section_word, is_telling_apart, is_thing_alike, is_title,
    is_transparent_noun, opens_a_sheet, reporting_verb,
};
pub use person::{is_full_name, is_hyphenated_end, is_manner_adverb};
pub use press::{describes_as, is_inscription, is_printed_piece, is_publication, prints};
pub use sort::{
    comes_about, is_age_or_sex, is_art, is_epoch, is_extent, is_making, is_making_verb,
    is_ship_name, is_society, is_work, measure_of_shape, sort_of,
};
pub use statement::{
    alters, befalls, frames_a_statement, is_depiction, is_doing, is_hearsay, is_hedge,
    is_intransitive, is_language, is_memorial, is_noun_in_ly, is_part_of_thing, is_person_noun,
    is_plain_modifier, is_relation, is_told_apart, is_trusted, looks_ahead, makes_a_kind, receives,
    tells_someone,
};
pub use verbs::{is_form_of_any, is_listed_verb, is_noun_first, is_same_verb, verb_forms};
pub use words::{
    Classes, classes, is_conjunction, is_determiner, is_function_word, is_listed, is_particle,
    is_preposition, is_pronoun, is_relative, is_subordinator,
};
