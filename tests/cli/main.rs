//! The command as a user meets it: files in a folder, arguments, and what comes of them.
//!
//! Cases are data; [`Case::check`] runs one in a folder of its own.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod articles;
mod bad_input;
mod cache;
mod choice;
mod commands;
mod config;
mod encodings;
mod formats;
mod hostile;
mod report_files;
mod system;
mod watch;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};

/// A rule file with one fact; most cases need no more.
const RULES: &str = "\
topic: Accords
facts:
  - id: kestrel-signed
    subject: [Kestrel Accord]
    predicate: signed
    date: 2016-08-29
    source: https://example.org/kestrel
    examples:
      agrees: [The Kestrel Accord was signed in 2016.]
      conflicts: [The Kestrel Accord was signed in 2017.]
      ignores: [The Kestrel Accord was not signed in 2015.]
";

/// Files in a folder, arguments, and what should come of them.
#[derive(Default)]
struct Case<'a> {
    /// Paths and contents; `rules/accords.yaml` is there unless it is named here or in `without`.
    files: &'a [(&'a str, &'a [u8])],
    /// What else is done to the folder before the run.
    prepare: Option<fn(&Path)>,
    /// Leave the usual rule file out.
    without_rules: bool,
    /// The working folder, where it is not the one the files are in.
    folder: &'a str,
    /// Arguments, split at spaces.
    args: &'a str,
    /// Standard input.
    stdin: &'a [u8],
    /// The exit status.
    status: i32,
    /// What stdout must hold.
    stdout: &'a [&'a str],
    /// What stderr must hold.
    stderr: &'a [&'a str],
    /// What stdout must not hold.
    absent: &'a [&'a str],
    /// Files that must be there afterwards, each with words it must hold.
    written: &'a [(&'a str, &'a str)],
    /// Names that no file in the folder may have afterwards.
    unwritten: &'a [&'a str],
}

/// What came of a run.
struct Outcome {
    status: Option<i32>,
    stdout: String,
    stderr: String,
    /// The files at the folder's top with what they hold.
    files: BTreeMap<String, String>,
}

impl Case<'_> {
    /// Runs the case and holds it against what it should give.
    #[track_caller]
    fn check(&self) -> Outcome {
        let outcome = self.run();
        let Outcome { status, stdout, stderr, files } = &outcome;
        let shown = format!(
            "factlint {}\nstatus {status:?}\n--- stdout\n{stdout}--- stderr\n{stderr}",
            self.args
        );
        assert_eq!(*status, Some(self.status), "{shown}");
        for wanted in self.stdout {
            assert!(stdout.contains(wanted), "stdout lacks {wanted:?}\n{shown}");
        }
        for wanted in self.stderr {
            assert!(stderr.contains(wanted), "stderr lacks {wanted:?}\n{shown}");
        }
        for unwanted in self.absent {
            assert!(!stdout.contains(unwanted), "stdout has {unwanted:?}\n{shown}");
        }
        for (name, wanted) in self.written {
            let found = files.get(*name).is_some_and(|text| text.contains(wanted));
            assert!(found, "{name} lacks {wanted:?}: {files:?}\n{shown}");
        }
        for unwanted in self.unwritten {
            let found = files.keys().any(|name| name.contains(unwanted));
            assert!(!found, "there is a file {unwanted}: {files:?}\n{shown}");
        }
        outcome
    }

    fn run(&self) -> Outcome {
        let folder = new_folder();
        if !self.without_rules {
            write(&folder, "rules/accords.yaml", RULES.as_bytes());
        }
        for (path, contents) in self.files {
            write(&folder, path, contents);
        }
        self.prepare.into_iter().for_each(|prepare| prepare(&folder));
        let mut child = Command::new(env!("CARGO_BIN_EXE_factlint"))
            .args(self.args.split(' ').filter(|arg| !arg.is_empty()))
            .current_dir(folder.join(self.folder))
            .env_remove("NO_COLOR")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut stdin = child.stdin.take().unwrap();
        // A command that does not read its input closes it first.
        let _ = std::io::Write::write_all(&mut stdin, self.stdin);
        drop(stdin);
        let output = child.wait_with_output().unwrap();
        let mut files = files_in(&folder);
        for (path, _) in self.written {
            if let Ok(bytes) = std::fs::read(folder.join(path)) {
                files.insert((*path).to_owned(), String::from_utf8_lossy(&bytes).into_owned());
            }
        }
        std::fs::remove_dir_all(&folder).unwrap();
        Outcome {
            status: output.status.code(),
            stdout: String::from_utf8(output.stdout).unwrap(),
            stderr: String::from_utf8(output.stderr).unwrap(),
            files,
        }
    }
}

fn new_folder() -> PathBuf {
    static NEXT: AtomicUsize = AtomicUsize::new(0);
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    let name = format!("cli-{}-{number}", std::process::id());
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

fn files_in(folder: &Path) -> BTreeMap<String, String> {
    let entries = std::fs::read_dir(folder).unwrap().map(Result::unwrap);
    let files = entries.filter(|entry| entry.path().is_file()).map(|entry| {
        let text = String::from_utf8_lossy(&std::fs::read(entry.path()).unwrap()).into_owned();
        (entry.file_name().to_string_lossy().into_owned(), text)
    });
    files.collect()
}

fn write(folder: &Path, path: &str, contents: &[u8]) {
    let path = folder.join(path);
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(path, contents).unwrap();
}
