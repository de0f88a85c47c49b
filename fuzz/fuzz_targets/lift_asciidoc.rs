//! Any text, lifted as `asciidoc`.

#![no_main]

mod lift;

use factlint::document::Format;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| lift::text(text, Format::AsciiDoc));
