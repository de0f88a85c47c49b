//! What the system does to a run: links, permissions, files that break, disks that are full.

#![cfg(unix)]

use std::fs::Permissions;
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::path::Path;
use std::process::{Command, Output};

use crate::Case;

/// A conflict that has to be found beside whatever else there is.
const CONFLICT: &str = "The Kestrel Accord was signed in 2017.";

const EXE: &str = env!("CARGO_BIN_EXE_factlint");

#[test]
fn a_path_that_a_terminal_would_obey() {
    Case {
        prepare: Some(|folder| {
            std::fs::write(folder.join("a\u{1b}[31m.txt"), CONFLICT).unwrap();
            std::fs::write(folder.join("b\u{1b}.docx"), "no zip").unwrap();
        }),
        args: "check . --format short",
        status: 2,
        stdout: &["a?[31m.txt:1:34: conflicts"],
        stderr: &["b?.docx: it cannot be unpacked"],
        absent: &["\u{1b}"],
        ..Case::default()
    }
    .check();
}

#[test]
fn links_in_a_circle() {
    Case {
        files: &[("in/b.txt", CONFLICT.as_bytes())],
        prepare: Some(|folder| {
            symlink("../in", folder.join("in/again")).unwrap();
            symlink("itself.txt", folder.join("in/itself.txt")).unwrap();
        }),
        args: "check in",
        status: 2,
        stdout: &["1 article", "1 conflict"],
        stderr: &["in/itself.txt", "cannot be read", "symbolic links"],
        ..Case::default()
    }
    .check();
}

/// As a file that vanishes between being found and being read.
#[test]
fn a_link_to_nothing() {
    Case {
        files: &[("in/b.txt", CONFLICT.as_bytes())],
        prepare: Some(|folder| {
            symlink("gone", folder.join("in/gone.txt")).unwrap();
            symlink("gone", folder.join("in/gone.jsonl")).unwrap();
        }),
        args: "check in",
        status: 2,
        stdout: &["1 article", "1 conflict"],
        stderr: &["in/gone.txt: there is no such file", "in/gone.jsonl: there is no such file"],
        ..Case::default()
    }
    .check();
}

/// Root may read anything but its own unmapped memory.
#[cfg(target_os = "linux")]
#[test]
fn a_file_that_breaks_while_it_is_read() {
    Case {
        files: &[("in/b.txt", CONFLICT.as_bytes())],
        prepare: Some(|folder| symlink("/proc/self/mem", folder.join("in/a.txt")).unwrap()),
        args: "check in/a.txt in/b.txt",
        status: 2,
        stdout: &["1 article", "1 conflict"],
        stderr: &["a.txt", "cannot be read", "help:"],
        ..Case::default()
    }
    .check();
}

/// Root reads everything, so it becomes somebody else for this where it can.
#[test]
fn a_file_and_a_folder_that_may_not_be_read() {
    let folder = tempfile::tempdir().unwrap();
    let at = |path: &str| folder.path().join(path);
    std::fs::create_dir_all(at("in/shut")).unwrap();
    for (path, text) in [("in/a.txt", CONFLICT), ("in/b.txt", CONFLICT), ("r.yaml", crate::RULES)] {
        std::fs::write(at(path), text).unwrap();
    }
    // By another process: a file that this one has open for writing cannot be run while other tests
    // start theirs.
    let copied = Command::new("cp").args([Path::new(EXE), &at("factlint")]).status().unwrap();
    assert!(copied.success());
    for (path, mode) in [("", 0o755), ("in/a.txt", 0), ("in/shut", 0), ("factlint", 0o755)] {
        std::fs::set_permissions(at(path), Permissions::from_mode(mode)).unwrap();
    }
    let is_root = std::fs::read(at("in/a.txt")).is_ok();
    let mut command = Command::new(if is_root { "setpriv" } else { "./factlint" });
    if is_root {
        command.args(["--reuid=65534", "--regid=65534", "--clear-groups", "./factlint"]);
    }
    command.args(["check", "in", "--rules", "r.yaml"]).current_dir(folder.path());
    let output = command.output();
    std::fs::set_permissions(at("in/shut"), Permissions::from_mode(0o755)).unwrap();
    let (status, stdout, stderr) = match output {
        Ok(output) => said(output),
        // Nobody to become: then root reads all there is.
        Err(_) => said(
            Command::new(at("factlint"))
                .args(["check", "--rules"])
                .arg(at("r.yaml"))
                .arg(at("in"))
                .output()
                .unwrap(),
        ),
    };
    let shown = format!("{status:?}\n{stdout}\n{stderr}");
    assert!(stdout.contains("1 article, 1 claim") || stdout.contains("2 articles"), "{shown}");
    if stdout.contains("1 article,") {
        assert_eq!(status, Some(2), "{shown}");
        assert!(stderr.contains("in/a.txt: it may not be read"), "{shown}");
        assert!(stderr.contains("in/shut") && stderr.contains("permission"), "{shown}");
    }
}

/// A report that does not fit leaves neither half of itself nor its draft, and the others stay.
#[test]
fn a_report_that_does_not_fit() {
    let text = format!("{CONFLICT}\n\n").repeat(40);
    let (status, files, stderr) = run_in_shell(
        &text,
        "ulimit -f 8; trap '' XFSZ; exec $0 check a.txt --format json=report.json \
         --format short=report.txt",
    );
    assert_eq!(status, Some(2), "{stderr}");
    assert!(stderr.contains("report.json: it cannot be written"), "{stderr}");
    assert_eq!(files, ["a.txt", "report.txt", "rules"], "{stderr}");
}

#[cfg(target_os = "linux")]
#[test]
fn standard_output_that_is_full() {
    for command in [
        "check a.txt",
        "check a.txt --format json",
        "check a.txt --diff",
        "list",
        "inspect a.txt",
        "config",
        "schema rules",
        "man",
        "completions bash",
        "explain kestrel-signed",
        "test",
        "check a.txt --show-files",
    ] {
        let (status, _, stderr) = run_in_shell(CONFLICT, &format!("exec $0 {command} >/dev/full"));
        assert_eq!(status, Some(2), "{command}: {stderr}");
        let is_told = stderr.contains("standard output: it cannot be written");
        assert!(is_told && stderr.contains("free some space"), "{command}: {stderr}");
    }
}

#[test]
fn standard_output_that_is_closed_early() {
    let text = format!("{CONFLICT}\n\n").repeat(400);
    let script = "{ $0 check a.txt --format json; echo $? >status; } | head -c 10 >/dev/null";
    let (_, files, stderr) = run_in_shell(&text, &format!("{script}; exit $(cat status)"));
    assert!(stderr.is_empty(), "{stderr}");
    assert_eq!(files, ["a.txt", "rules", "status"]);
}

/// Runs a script in which `$0` is factlint, beside `a.txt`, with the usual rules: its status, the
/// files afterwards and what it complained of.
fn run_in_shell(article: &str, script: &str) -> (Option<i32>, Vec<String>, String) {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("a.txt"), article).unwrap();
    std::fs::create_dir(folder.path().join("rules")).unwrap();
    std::fs::write(folder.path().join("rules/r.yaml"), crate::RULES).unwrap();
    let output =
        Command::new("sh").args(["-c", script, EXE]).current_dir(folder.path()).output().unwrap();
    let (status, _, stderr) = said(output);
    (status, names_in(folder.path()), stderr)
}

fn said(output: Output) -> (Option<i32>, String, String) {
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.code(), text(output.stdout), text(output.stderr))
}

fn names_in(folder: &Path) -> Vec<String> {
    let names = std::fs::read_dir(folder).unwrap();
    let names = names.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned());
    let mut names: Vec<_> = names.collect();
    names.sort();
    names
}
