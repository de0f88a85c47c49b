//! A folder of its own for a test, with commands run in it.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::atomic::{AtomicUsize, Ordering};

/// Facts about a valley; enough for most tests.
pub(crate) const RULES: &str = "\
topic: The Orrin valley
facts:
  - id: dam-opened
    subject: [Orrin Dam]
    predicate: opened
    date: 1962-05-14
  - id: dam-height
    subject: [Orrin Dam]
    predicate: height
    number: 828
    unit: m
";

/// A folder that goes when the test is over.
pub(crate) struct Scratch {
    pub(crate) folder: PathBuf,
}

/// What a command said and how it ended.
#[derive(Debug)]
pub(crate) struct Outcome {
    pub(crate) status: Option<i32>,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Scratch {
    /// A folder with `rules/valley.yaml`.
    pub(crate) fn new() -> Self {
        let scratch = Self::empty();
        scratch.write("rules/valley.yaml", RULES);
        scratch
    }

    /// An empty folder.
    pub(crate) fn empty() -> Self {
        static NEXT: AtomicUsize = AtomicUsize::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let name = format!("years-{}-{number}", std::process::id());
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
        std::fs::create_dir_all(&folder).unwrap();
        Self { folder }
    }

    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.folder.join(path)
    }

    pub(crate) fn write(&self, path: &str, content: impl AsRef<[u8]>) {
        let path = self.path(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, content).unwrap();
    }

    pub(crate) fn read(&self, path: &str) -> String {
        std::fs::read_to_string(self.path(path)).unwrap()
    }

    /// The names in a folder, in order.
    pub(crate) fn names(&self, folder: &str) -> Vec<String> {
        let entries = std::fs::read_dir(self.path(folder)).unwrap();
        let mut names: Vec<_> =
            entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    /// Runs `factlint` with arguments split at blanks.
    pub(crate) fn factlint(&self, args: &str) -> Outcome {
        self.run(Command::new(env!("CARGO_BIN_EXE_factlint")).args(args.split_whitespace()))
    }

    /// The same, which must end so.
    #[track_caller]
    pub(crate) fn expect(&self, args: &str, status: i32) -> Outcome {
        let outcome = self.factlint(args);
        assert_eq!(outcome.status, Some(status), "factlint {args}\n{outcome:#?}");
        outcome
    }

    /// Runs `git` with arguments split at blanks.
    pub(crate) fn git(&self, args: &str) {
        let outcome = self.run(Command::new("git").args(args.split_whitespace()));
        assert_eq!(outcome.status, Some(0), "git {args}\n{outcome:#?}");
    }

    /// Commits everything.
    pub(crate) fn commit(&self) {
        self.git("add -A");
        self.git("commit -q -m change");
    }

    /// A command line in the shell, with `factlint` on its path.
    pub(crate) fn shell(&self, line: &str) -> Outcome {
        let binary = Path::new(env!("CARGO_BIN_EXE_factlint")).parent().unwrap();
        let mut paths = vec![binary.to_owned()];
        paths.extend(std::env::split_paths(&std::env::var_os("PATH").unwrap()));
        let path = std::env::join_paths(paths).unwrap();
        self.run(Command::new("sh").args(["-c", line]).env("PATH", path))
    }

    fn run(&self, command: &mut Command) -> Outcome {
        let Output { status, stdout, stderr } = command
            .current_dir(&self.folder)
            .env_remove("NO_COLOR")
            .env("GIT_CONFIG_GLOBAL", "/dev/null")
            .env("GIT_CONFIG_NOSYSTEM", "1")
            .envs([("GIT_AUTHOR_NAME", "Desk"), ("GIT_AUTHOR_EMAIL", "desk@example.org")])
            .envs([("GIT_COMMITTER_NAME", "Desk"), ("GIT_COMMITTER_EMAIL", "desk@example.org")])
            .output()
            .unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        Outcome { status: status.code(), stdout: text(stdout), stderr: text(stderr) }
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}
