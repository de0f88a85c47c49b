//! Any bytes: what encoding they are in, what they begin like, a line of an archive.

#![no_main]

mod lift;

use factlint::document::{Format, open, open_record};
use factlint::source::Source;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    for format in [None, Some(Format::Html), Some(Format::Docx), Some(Format::Odt)] {
        if let Ok(opened) = open("fuzz", bytes.to_vec(), format) {
            lift::opened(&opened);
        }
    }
    if let Ok(line) = std::str::from_utf8(bytes)
        && let Some(Ok(opened)) = open_record(Source::line_of_file("fuzz.jsonl", line, 0, 0))
    {
        lift::opened(&opened);
    }
});
