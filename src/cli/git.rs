//! Asking the `git` program what changed. It alone knows a repository's history.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::report::problem::Failure;

/// A revision of the repository that holds the working folder.
#[derive(Debug)]
pub(crate) struct Revision {
    /// The repository's folder.
    root: PathBuf,
    /// The commit.
    hash: String,
}

impl Revision {
    /// Looks a revision up: a branch, a tag, a commit, `HEAD~3`, `main@{1.week.ago}`.
    pub(crate) fn open(name: &str) -> Result<Self, Failure> {
        let root = git(Path::new("."), &["rev-parse", "--show-toplevel"])
            .map_err(|error| error.or("this is no git repository", "run it inside of one"))?;
        let root = PathBuf::from(text(root).trim_end_matches(['\n', '\r']));
        let commit = format!("{name}^{{commit}}");
        let args = ["rev-parse", "--verify", "--quiet", "--end-of-options", &commit];
        let hash = git(&root, &args).map_err(|error| {
            error.or(&format!("the repository has no revision {name}"), "`git log` shows them")
        })?;
        Ok(Self { root, hash: text(hash).trim().to_owned() })
    }

    /// The files that are not as they were then, new and deleted ones among them.
    pub(crate) fn changed(&self) -> Result<Vec<PathBuf>, Failure> {
        let diff = ["diff", "--no-ext-diff", "--no-renames", "--name-only", "-z", &self.hash, "--"];
        let new = ["ls-files", "--others", "--exclude-standard", "-z"];
        let mut paths = Vec::new();
        for args in [&diff[..], &new[..]] {
            let listed = git(&self.root, args).map_err(Refusal::failure)?;
            let names = listed.split(|&byte| byte == 0).filter(|name| !name.is_empty());
            paths.extend(names.map(|name| self.root.join(path(name))));
        }
        Ok(paths)
    }

    /// The content of a file then; `None` when there was none.
    pub(crate) fn read(&self, file: &Path) -> Option<Vec<u8>> {
        let relative = file.strip_prefix(&self.root).ok()?;
        let relative = relative.to_str()?.replace(std::path::MAIN_SEPARATOR, "/");
        git(&self.root, &["cat-file", "blob", &format!("{}:{relative}", self.hash)]).ok()
    }
}

/// Why git gave nothing.
enum Refusal {
    /// It could not be run.
    Absent(String),
    /// It said no.
    Refused(String),
}

impl Refusal {
    fn failure(self) -> Failure {
        self.or("git could not tell what changed", "see what git says")
    }

    /// The failure, in these words when git was there and said no.
    fn or(self, message: &str, help: &str) -> Failure {
        let (message, help) = match self {
            Self::Absent(error) => (
                format!("the git program cannot be run: {error}"),
                "--since needs git on the PATH".to_owned(),
            ),
            Self::Refused(said) if said.contains("dubious ownership") => {
                (said.lines().next().unwrap_or(message).to_owned(), help.to_owned())
            }
            Self::Refused(_) => (message.to_owned(), help.to_owned()),
        };
        Failure { code: "no-revision", path: None, place: None, message, help }
    }
}

fn git(folder: &Path, args: &[&str]) -> Result<Vec<u8>, Refusal> {
    let output = Command::new("git")
        .arg("-C")
        .arg(folder)
        .args(args)
        .env("GIT_OPTIONAL_LOCKS", "0")
        .stdin(Stdio::null())
        .output()
        .map_err(|error| Refusal::Absent(error.to_string()))?;
    match output.status.success() {
        true => Ok(output.stdout),
        false => Err(Refusal::Refused(text(output.stderr))),
    }
}

fn text(bytes: Vec<u8>) -> String {
    String::from_utf8_lossy(&bytes).into_owned()
}

fn path(name: &[u8]) -> PathBuf {
    #[cfg(unix)]
    {
        use std::os::unix::ffi::OsStrExt as _;
        PathBuf::from(std::ffi::OsStr::from_bytes(name))
    }
    #[cfg(not(unix))]
    PathBuf::from(String::from_utf8_lossy(name).into_owned())
}
