//! What keeps the code as `docs/architecture.md` says it is: module order, file heads, sizes, and
//! who may use what. Line width is rustfmt's business, `unwrap` in general clippy's.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::path::{Path, PathBuf};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// The modules in order: each uses only what stands before it.
const ORDER: [&str; 16] = [
    "source", "text", "yaml", "lexicon", "value", "document", "rules", "config", "extract",
    "judge", "waive", "amend", "drill", "draft", "report", "cli",
];

/// Modules that stand side by side and must not know each other.
const STRANGERS: (&str, &str) = ("document", "rules");

const LONGEST_FILE: usize = 400;
const LONGEST_README: usize = 200;

/// Files that may be longer, each with its reason.
const LONG_FILES: &[(&str, &str)] = &[];

/// Words and where alone they may stand in shipped code.
const RESERVED: &[(&str, &[&str])] = &[
    ("println!", &["src/cli/", "src/report/"]),
    ("print!", &["src/cli/", "src/report/"]),
    // The compiled form of rules, with the values it expects, goes through the cache as it is.
    ("Deserialize", &["src/rules/", "src/value/", "src/config/written.rs", "src/yaml/"]),
    ("Serialize", &["src/report/", "src/rules/", "src/value/"]),
    ("miette", &["src/report/"]),
    ("serde_yaml", &[]),
    (".unwrap()", &[]),
    ("std::fs", &["src/cli/"]),
    // A zip in memory is read through a cursor; nothing is opened there.
    ("std::io", &["src/cli/", "src/document/office/package.rs"]),
    ("std::env", &["src/cli/"]),
    ("std::process", &["src/cli/", "src/main.rs"]),
    ("std::time", &["src/cli/"]),
    ("::now()", &["src/cli/"]),
];

/// A source file: its path from the root, its text, and that text without comments and tests.
struct File {
    path: String,
    text: String,
    code: String,
}

#[test]
fn modules_use_only_what_stands_before_them() {
    let rank = |module: &str| ORDER.iter().position(|known| *known == module);
    let mut faults = Vec::new();
    for file in sources() {
        let Some(own) = module(&file.path) else { continue };
        let own_rank = rank(own).unwrap_or_else(|| panic!("`{own}` has no place in the order"));
        for used in file.code.split("crate::").skip(1) {
            let used = used.split(|c: char| !c.is_ascii_lowercase() && c != '_').next();
            let used = used.unwrap_or_default();
            let strange = (own, used) == STRANGERS || (used, own) == STRANGERS;
            if strange || rank(used).is_none_or(|rank| rank > own_rank) {
                faults.push(format!("{}: `{own}` must not know `crate::{used}`", file.path));
            }
        }
    }
    assert_none(&faults);
}

#[test]
fn every_file_says_what_it_is_for() {
    let headless = |file: &File| !file.text.starts_with("//! ");
    let faults: Vec<_> = all_rust().into_iter().filter(headless).map(|file| file.path).collect();
    assert_none(&faults);
}

#[test]
fn files_stay_short() {
    let mut faults = Vec::new();
    for file in all_rust() {
        let n_lines = file.text.lines().count();
        let excepted = LONG_FILES.iter().any(|(path, _)| *path == file.path);
        if excepted != (n_lines > LONGEST_FILE) {
            faults.push(format!("{}: {n_lines} lines, excepted: {excepted}", file.path));
        }
    }
    assert_none(&faults);
}

#[test]
fn the_readme_can_be_read_in_one_sitting() {
    let n_lines = read(&Path::new(ROOT).join("README.md")).lines().count();
    assert!(n_lines < LONGEST_README, "README.md has {n_lines} lines");
}

#[test]
fn reserved_words_stay_where_they_belong() {
    let mut faults = Vec::new();
    for file in sources() {
        for (word, places) in RESERVED {
            let allowed = places.iter().any(|place| file.path.starts_with(place));
            if !allowed && has_word(&file.code, word) {
                faults.push(format!("{}: `{word}` belongs to {places:?}", file.path));
            }
        }
    }
    assert_none(&faults);
}

#[test]
fn comments_and_tests_are_not_code() {
    let text = "//! crate::a\nuse crate::b; // crate::c\n#[cfg(test)]\nmod tests {\n    crate::d\n}\nfn e() {}\n";
    assert_eq!(code(text), "\nuse crate::b; \nfn e() {}\n");
}

fn assert_none(faults: &[String]) {
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

/// The module a file belongs to; none for `main.rs` and `lib.rs`.
fn module(path: &str) -> Option<&str> {
    path.strip_prefix("src/")?.split_once('/').map(|(module, _)| module)
}

/// Whether `word` stands in `code` and is not the end of a longer word.
fn has_word(code: &str, word: &str) -> bool {
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '_';
    code.match_indices(word).any(|(at, _)| {
        let starts_word = word.starts_with(is_part);
        !starts_word || !code[..at].ends_with(is_part)
    })
}

/// Shipped code: without the modules that `#[cfg(test)]` declares.
fn sources() -> Vec<File> {
    let files = rust_files("src");
    let tests: Vec<String> = files.iter().flat_map(test_modules).collect();
    let is_test = |path: &str| {
        tests.iter().any(|test| {
            path.strip_prefix(test.as_str()).is_some_and(|rest| rest.starts_with(['.', '/']))
        })
    };
    files.into_iter().filter(|file| !is_test(&file.path)).collect()
}

/// The modules a `mod.rs` declares for tests alone, as paths without extension.
fn test_modules(file: &File) -> Vec<String> {
    let Some(folder) = file.path.strip_suffix("mod.rs") else { return Vec::new() };
    let declared = file.text.split("#[cfg(test)]\n").skip(1);
    let names = declared.filter_map(|rest| {
        let line = rest.lines().next()?.trim_start_matches("pub(crate) ");
        line.strip_prefix("mod ")?.strip_suffix(';')
    });
    names.map(|name| format!("{folder}{name}")).collect()
}

fn all_rust() -> Vec<File> {
    ["src", "tests"].into_iter().flat_map(rust_files).collect()
}

fn rust_files(folder: &str) -> Vec<File> {
    let mut paths = Vec::new();
    collect(&Path::new(ROOT).join(folder), &mut paths);
    paths.sort();
    let files = paths.into_iter().map(|path| {
        let text = read(&path);
        let path = path.strip_prefix(ROOT).expect("it was found below the root");
        let path = path.to_string_lossy().replace('\\', "/");
        File { path, code: code(&text), text }
    });
    files.collect()
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, paths);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            paths.push(path);
        }
    }
}

/// The text without comments and without `#[cfg(test)] mod ... { }`.
fn code(text: &str) -> String {
    let mut code = String::new();
    let mut in_tests = false;
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        let opens =
            lines.peek().is_some_and(|next| next.starts_with("mod ") && next.ends_with('{'));
        in_tests |= line == "#[cfg(test)]" && opens;
        if !in_tests {
            code += line.split("//").next().unwrap_or_default();
            code.push('\n');
        }
        in_tests &= line != "}";
    }
    code
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}
