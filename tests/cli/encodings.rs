//! Articles in the encodings and formats people keep them in: found, decoded, and pointed at in
//! their own bytes.

use crate::Case;

const SENTENCE: &str = "Café: the Kestrel Accord was signed in 2017.";

/// The claim of a run with one conflict.
fn claim(name: &str, bytes: &[u8]) -> serde_json::Value {
    let outcome = Case {
        files: &[(name, bytes)],
        args: &format!("check --format json {name}"),
        status: 1,
        ..Case::default()
    }
    .check();
    let report: serde_json::Value = serde_json::from_str(&outcome.stdout).unwrap();
    report["claims"][0].clone()
}

fn utf16(text: &str, unit: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(unit).collect()
}

#[test]
fn offsets_are_those_of_the_file_as_stored() {
    let latin = [b"Caf\xe9", &SENTENCE.as_bytes()["Café".len()..]].concat();
    let page = [b"<meta charset=windows-1252><p>", &*latin, b"</p>"].concat();
    let little = utf16("2017", u16::to_le_bytes);
    let cases: [(&str, Vec<u8>, &[u8]); 7] = [
        ("a.txt", SENTENCE.into(), b"2017"),
        ("b.txt", format!("\u{feff}{SENTENCE}").into(), b"2017"),
        ("c.txt", utf16(&format!("\u{feff}{SENTENCE}"), u16::to_le_bytes), &little),
        ("d.txt", utf16(SENTENCE, u16::to_be_bytes), b"\x002\x000\x001\x007"),
        ("e.txt", latin, b"2017"),
        ("f.html", page, b"2017"),
        ("g.jsonl", format!("{{\"id\": 1, \"text\": {SENTENCE:?}}}").into(), b"2017"),
    ];
    for (name, bytes, value) in cases {
        let claim = claim(name, &bytes);
        let place = |key: &str| usize::try_from(claim[key].as_u64().unwrap()).unwrap();
        assert_eq!(&bytes[place("start")..place("end")], value, "{name}");
        assert_eq!(claim["text"], "2017", "{name}");
        if name.ends_with(".txt") {
            assert_eq!((place("line"), place("column")), (1, 40), "{name}");
        }
    }
}

#[test]
fn inspect_says_which_encoding_was_taken() {
    Case {
        files: &[("a.txt", b"Se\xf1or N\xfa\xf1ez came in 1992."), ("b.md", b"Plain.")],
        args: "inspect a.txt b.md",
        stdout: &["plain, windows-1252", "markdown, UTF-8"],
        ..Case::default()
    }
    .check();
    let outcome = Case {
        files: &[("a.txt", "Été 1992, à Noël: caf\u{fffd} né".as_bytes())],
        args: "inspect --format json a.txt",
        ..Case::default()
    }
    .check();
    let shown: serde_json::Value = serde_json::from_str(&outcome.stdout).unwrap();
    assert_eq!(shown["articles"][0]["encoding"], "UTF-8");
}

#[test]
fn every_line_end_starts_a_line() {
    for (text, line) in [
        ("One.\r\rThe Kestrel Accord was signed in 2017.\r", 3),
        ("One.\r\n\r\nThe Kestrel Accord was signed in 2017.\r\n", 3),
        ("One.\n\u{c}\nThe Kestrel Accord was\u{2028}signed in 2017.", 3),
    ] {
        let claim = claim("a.md", text.as_bytes());
        assert_eq!(claim["line"], line, "{text:?}");
    }
}

#[test]
fn an_archive_names_the_record() {
    let archive = "{\"id\": \"one\", \"text\": \"Nothing.\", \"date\": \"2021-01-27\"}\n\n\
                   {\"text\": \"# Old\\n\\nThe Kestrel \\u0041ccord was signed in 2017.\", \"id\": 22}\n";
    let claim = claim("a.jsonl", archive.as_bytes());
    assert_eq!((&claim["record"], &claim["line"]), (&"22".into(), &3.into()));
    assert_eq!(&archive[claim["start"].as_u64().unwrap() as usize..][..4], "2017");
    Case {
        stdin: archive.as_bytes(),
        args: "inspect - --stdin-filename x.jsonl",
        stdout: &["record one, plain", "2021-01-27 (metadata)", "record 22, markdown"],
        ..Case::default()
    }
    .check();
}

#[test]
fn all_formats_are_found_in_a_folder() {
    Case {
        files: &[
            ("in/a.rst", b"Pacts\n=====\n\nThe *Kestrel Accord* was signed in 2017.\n"),
            ("in/b.adoc", b"= Pacts\n\nThe *Kestrel Accord* was signed in 2016.\n"),
            ("in/~$c.docx", b"who has it open"),
        ],
        args: "check in --format short",
        status: 1,
        stdout: &["in/a.rst:4:36: conflicts", "in/b.adoc:3:36: agrees"],
        ..Case::default()
    }
    .check();
}
