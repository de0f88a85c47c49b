//! Writing a file whole or not at all: the new content is written beside it and moved into its
//! place, so that an interruption leaves the old file or the new one, never half of either.

use std::fs;
use std::io::{self, Write as _};
use std::path::Path;

use tempfile::NamedTempFile;

/// Replaces the content of a file that exists, with its permissions kept. A link stays a link: the
/// file it leads to is replaced.
///
/// # Errors
/// What the system says; the file is then as it was.
pub(crate) fn replace(path: &Path, content: &[u8]) -> io::Result<()> {
    let path = fs::canonicalize(path)?;
    let metadata = fs::metadata(&path)?;
    // A rename would pass over the mark that says "do not touch".
    if metadata.permissions().readonly() {
        return Err(io::Error::new(io::ErrorKind::PermissionDenied, "it is read-only"));
    }
    let written = written_beside(&path, content)?;
    fs::set_permissions(written.path(), metadata.permissions())?;
    moved(written, &path)
}

/// Writes a file that may not exist yet.
///
/// # Errors
/// What the system says; a file that was there is then as it was.
pub(crate) fn write(path: &Path, content: &[u8]) -> io::Result<()> {
    if path.exists() {
        return replace(path, content);
    }
    let written = written_beside(path, content)?;
    set_usual_permissions(&written)?;
    moved(written, path)
}

/// Writes a file that must not be there.
///
/// # Errors
/// What the system says; that it is there already, too, and it is then as it was.
pub(crate) fn create(path: &Path, content: &[u8]) -> io::Result<()> {
    let written = written_beside(path, content)?;
    set_usual_permissions(&written)?;
    written.persist_noclobber(path).map_err(|error| error.error)?;
    Ok(())
}

fn written_beside(path: &Path, content: &[u8]) -> io::Result<NamedTempFile> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let builder = || {
        let mut builder = tempfile::Builder::new();
        builder.prefix(".factlint-").suffix(".tmp");
        builder
    };
    let mut file = builder().tempfile_in(folder.unwrap_or(Path::new(".")))?;
    file.write_all(content)?;
    file.as_file().sync_all()?;
    Ok(file)
}

fn moved(file: NamedTempFile, path: &Path) -> io::Result<()> {
    file.persist(path).map_err(|error| error.error)?;
    Ok(())
}

/// A temporary file is its owner's alone; a new file is like others.
fn set_usual_permissions(file: &NamedTempFile) -> io::Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        file.as_file().set_permissions(fs::Permissions::from_mode(0o644))?;
    }
    #[cfg(not(unix))]
    let _ = file;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_replaced_whole_and_nothing_stays_beside_it() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.txt");
        write(&path, b"old").expect("written");
        write(&path, b"new").expect("written");
        assert_eq!(fs::read(&path).expect("read"), b"new");
        assert_eq!(fs::read_dir(folder.path()).expect("listed").count(), 1);
    }

    #[test]
    fn a_folder_that_is_missing_is_an_error() {
        let folder = tempfile::tempdir().expect("a folder");
        assert!(write(&folder.path().join("no/a.txt"), b"new").is_err());
    }

    #[cfg(unix)]
    #[test]
    fn permissions_and_links_stay() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().expect("a folder");
        let (path, link) = (folder.path().join("a.txt"), folder.path().join("link.txt"));
        fs::write(&path, "old").expect("written");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).expect("set");
        std::os::unix::fs::symlink(&path, &link).expect("linked");
        replace(&link, b"new").expect("replaced");
        assert_eq!(fs::read(&path).expect("read"), b"new");
        assert_eq!(fs::metadata(&path).expect("seen").permissions().mode() & 0o777, 0o640);
        assert!(fs::symlink_metadata(&link).expect("seen").file_type().is_symlink());
        fs::set_permissions(&path, fs::Permissions::from_mode(0o440)).expect("set");
        assert!(replace(&path, b"newer").is_err(), "a read-only file is left");
        assert_eq!(fs::read(&path).expect("read"), b"new");
    }
}
