//! Any XML, as the body of a Word file and of an OpenDocument file.

#![no_main]

mod lift;

use std::io::{Cursor, Write as _};

use factlint::document::{Format, open};
use libfuzzer_sys::fuzz_target;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

fuzz_target!(|body: &str| {
    for (format, part) in [(Format::Docx, "word/document.xml"), (Format::Odt, "content.xml")] {
        if let Ok(opened) = open("fuzz", packed(part, body), Some(format)) {
            lift::opened(&opened);
        }
    }
});

fn packed(part: &str, body: &str) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    zip.start_file(part, options).expect("a zip in memory");
    zip.write_all(body.as_bytes()).expect("a zip in memory");
    zip.finish().expect("a zip in memory").into_inner()
}
