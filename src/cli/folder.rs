//! A folder that paths are relative to: how the run opens them, and how globs see them.

use std::borrow::Cow;
use std::path::{Component, Path, PathBuf};

/// A folder.
#[derive(Debug, Clone, Default)]
pub(crate) struct Folder {
    /// As seen from the working folder: empty for that one itself, `..` for the one above.
    seen: PathBuf,
    absolute: PathBuf,
}

impl Folder {
    /// The folder at a path; the empty path is the working folder.
    pub(crate) fn at(seen: &Path) -> Self {
        Self { absolute: absolute(seen), seen: seen.to_owned() }
    }

    /// A path written relative to the folder, as the run opens it.
    pub(crate) fn join(&self, path: &str) -> PathBuf {
        let joined: PathBuf = self.seen.join(path).components().collect();
        if joined.as_os_str().is_empty() { PathBuf::from(".") } else { joined }
    }

    /// A path of the run as seen from the folder; none when it lies elsewhere.
    pub(crate) fn relative(&self, path: &Path) -> Option<PathBuf> {
        absolute(path).strip_prefix(&self.absolute).ok().map(Path::to_owned)
    }
}

/// A path without `.` and `..`, from the root on. What is linked where is not looked up, so that a
/// path means what it says.
pub(crate) fn absolute(path: &Path) -> PathBuf {
    // The working folder is asked for only where it has a say.
    let whole = match path.is_absolute() {
        true => Cow::Borrowed(path),
        false => Cow::Owned(std::env::current_dir().unwrap_or_default().join(path)),
    };
    let mut absolute = PathBuf::with_capacity(whole.as_os_str().len());
    for part in whole.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                absolute.pop();
            }
            part => absolute.push(part),
        }
    }
    absolute
}
