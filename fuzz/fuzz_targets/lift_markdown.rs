//! Any text, lifted as `markdown`.

#![no_main]

mod lift;

use factlint::document::Format;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| lift::text(text, Format::Markdown));
