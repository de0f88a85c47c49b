//! Constructions: each file pairs subjects with values in one way, and drafts claims.
//!
//! The one list of constructions is [`drafts`]. A construction compares nothing.

mod actor;
mod age;
mod answer;
mod attribute;
mod bare;
mod before_name;
mod bracket;
mod complement;
mod edition;
mod edition_count;
mod edition_line;
mod edition_places;
mod edition_row;
mod edition_series;
mod edition_table;
mod event;
mod event_doubt;
mod expansion;
mod expansion_phrase;
mod expansion_said;
mod former_value;
mod gapped;
mod head_date;
mod holder;
mod holder_apposed;
mod holder_entry;
mod holder_link;
mod holder_succession;
mod holder_when;
mod host;
mod label;
mod label_run;
mod label_words;
mod left_out;
mod life;
mod loose;
mod measure;
mod measure_aside;
mod measure_before;
mod measure_clause;
mod measure_frame;
mod measure_joint;
mod measure_kind;
mod measure_link;
mod measure_other;
mod measure_people;
mod measure_restated;
mod measure_shape;
mod members;
mod members_join;
mod members_said;
mod numbered;
mod office;
mod office_free;
mod office_label;
mod office_verb;
mod office_words;
mod ordinal;
mod owner;
mod owner_aside;
mod owner_light;
mod owner_noun;
mod owner_phrase;
mod pattern;
mod rank;
mod rank_noun;
mod respective;
mod restated;
mod rival;
mod roster;
mod stretch;
mod text;
mod text_city;
mod text_link;
mod text_maker;
mod text_person;
mod unit;
mod when;
mod year_line;

pub(super) use answer::{Asked, asked};
pub(super) use left_out::left_out;
pub(super) use text_person::is_of_maker;

pub(crate) use holder::TITLED_IN_PASSING;
pub(crate) use holder_entry::{CHOSEN, TAKING_OFFICE};
pub(crate) use holder_succession::TOOK_OVER_FROM;

use super::scene::{Draft, Scene};
use super::timeline;

/// Every draft a sentence gives.
pub(crate) fn drafts(scene: &Scene<'_>) -> Vec<Draft> {
    let mut drafts = Vec::new();
    for construction in [
        event::pair,
        bracket::pair,
        bare::pair,
        stretch::pair,
        attribute::pair,
        measure::pair,
        age::pair,
        former_value::pair,
        edition_line::pair,
        ordinal::pair,
        numbered::pair,
        text::pair,
        expansion::pair,
        members::pair,
        roster::pair,
        year_line::pair,
        holder::pair,
        pattern::pair,
        answer::pair,
        loose::pair,
        edition_row::pair,
    ] {
        construction(scene, &mut drafts);
    }
    timeline::drop_lead(scene, &mut drafts);
    drafts
}
