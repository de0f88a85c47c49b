//! What an earlier run made of an article: its pieces of the reports and its verdicts, kept in one
//! file a kind of run, so that unchanged articles under unchanged rules are only read and hashed.
//!
//! A key is a digest of everything that has a say: the article's name, bytes and assumed day, the
//! rule files, the settings, the reports asked for and this very program. What cannot be read, was
//! cut short or belongs to something else is as good as not there. Nothing here can fail a run.

use std::collections::HashMap;
use std::fs::{self, File};
use std::io::{self, BufReader, BufWriter, Read as _, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use jiff::civil::Date;
use sha2::{Digest as _, Sha256};
use tempfile::NamedTempFile;

/// The first bytes of a file of ours, with the version of its layout.
const MAGIC: &[u8] = b"factlint verdicts 1\n";

/// Length of a digest that names something: no two ever collide.
pub(super) const DIGEST: usize = 16;

/// A record's digest, length and check sum.
const RECORD_HEAD: usize = DIGEST + 4 + CHECK;
pub(super) const CHECK: usize = 8;

/// A longer payload is not kept, nor believed.
const MOST_PAYLOAD: usize = 1 << 24;

/// Records of articles that a run did not see are dropped where the file would grow beyond this.
const MOST_BYTES: u64 = 256 << 20;

/// So many kinds of runs are remembered; of more, those used longest ago are forgotten.
const MOST_FILES: usize = 24;

/// The ending of our files' names.
const EXTENSION: &str = "verdicts";

/// The name of something by its content.
pub(crate) type Key = [u8; DIGEST];

/// Parts put under one digest; each with its length, so that none runs into the next.
#[derive(Clone, Default)]
pub(crate) struct Keyed(Sha256);

impl Keyed {
    /// Adds a part.
    pub(crate) fn with(mut self, part: impl AsRef<[u8]>) -> Self {
        let part = part.as_ref();
        self.0.update((part.len() as u64).to_le_bytes());
        self.0.update(part);
        self
    }

    /// The digest of all parts.
    pub(crate) fn key(self) -> Key {
        let mut key = Key::default();
        key.copy_from_slice(&self.0.finalize()[..DIGEST]);
        key
    }
}

/// The verdicts of a kind of run.
pub(crate) struct Cache {
    folder: PathBuf,
    run: Key,
    known: Option<Known>,
    made: Mutex<Made>,
}

/// What this run keeps.
struct Made {
    draft: Option<Draft>,
    /// Records that were not known.
    n_new: usize,
}

/// A file of an earlier run.
struct Known {
    file: Mutex<File>,
    records: HashMap<Key, Record>,
}

/// Where a payload stands.
#[derive(Clone, Copy)]
struct Record {
    offset: u64,
    length: usize,
    check: [u8; CHECK],
}

/// The file of this run, which takes the place of the earlier one when it is whole.
struct Draft {
    writer: BufWriter<NamedTempFile>,
    /// What is in it.
    written: HashMap<Key, ()>,
    n_bytes: u64,
}

impl Cache {
    /// Opens what is known of runs of this kind in a folder, which need not exist.
    pub(crate) fn open(folder: PathBuf, run: Key) -> Self {
        let known = Known::open(&folder.join(file_name(&run, EXTENSION)), &run).ok();
        let made = Made { draft: Draft::new(&folder, &run).ok(), n_new: 0 };
        Self { folder, run, known, made: Mutex::new(made) }
    }

    /// What names an article: its bytes and all else that tells its verdicts from another's.
    pub(crate) fn key_of(name: &str, bytes: &[u8], assumed: Option<Date>) -> Key {
        let assumed = assumed.map(|day| day.to_string()).unwrap_or_default();
        Keyed::default().with(name).with(assumed).with(bytes).key()
    }

    /// What was kept under a key; from any thread.
    pub(crate) fn get(&self, key: &Key) -> Option<Vec<u8>> {
        let known = self.known.as_ref()?;
        known.read(known.records.get(key)?)
    }

    /// Keeps a payload, or goes on keeping one that `is_known`.
    pub(crate) fn put(&self, key: Key, payload: &[u8], is_known: bool) {
        let Ok(mut made) = self.made.lock() else { return };
        made.n_new += usize::from(!is_known);
        let Some(draft) = &mut made.draft else { return };
        if draft.add(key, payload).is_err() {
            made.draft = None;
        }
    }

    /// Ends the run: what it made takes the place of what was known, with what it did not see.
    pub(crate) fn close(&self) {
        let Ok(mut made) = self.made.lock() else { return };
        let is_new = made.n_new > 0;
        let Some(mut draft) = made.draft.take().filter(|_| is_new) else { return };
        if self.keep_others(&mut draft).is_ok()
            && draft.finish(&self.folder.join(file_name(&self.run, EXTENSION))).is_ok()
        {
            forget_oldest(&self.folder, EXTENSION, MOST_FILES);
        }
    }

    fn keep_others(&self, draft: &mut Draft) -> io::Result<()> {
        let Some(known) = &self.known else { return Ok(()) };
        let mut others: Vec<_> =
            known.records.iter().filter(|(key, _)| !draft.written.contains_key(*key)).collect();
        others.sort_by_key(|(_, record)| record.offset);
        let n_bytes: u64 = others.iter().map(|(_, record)| record.length as u64).sum();
        if draft.n_bytes + n_bytes > MOST_BYTES {
            return Ok(());
        }
        for (key, record) in others {
            if let Some(payload) = known.read(record) {
                draft.add(*key, &payload)?;
            }
        }
        Ok(())
    }
}

impl Known {
    fn open(path: &Path, run: &Key) -> io::Result<Self> {
        let file = File::open(path)?;
        let n_bytes = file.metadata()?.len();
        let mut reader = BufReader::new(file);
        let mut head = vec![0; MAGIC.len() + DIGEST];
        reader.read_exact(&mut head)?;
        if head[..MAGIC.len()] != *MAGIC || head[MAGIC.len()..] != *run {
            return Err(io::ErrorKind::InvalidData.into());
        }
        let mut records = HashMap::new();
        let mut offset = head.len() as u64;
        let mut head = [0; RECORD_HEAD];
        // What follows a record that was cut short is not believed.
        while reader.read_exact(&mut head).is_ok() {
            offset += RECORD_HEAD as u64;
            let (key, rest) = head.split_at(DIGEST);
            let (length, check) = rest.split_at(4);
            let length = u32::from_le_bytes(length.try_into().unwrap_or_default()) as usize;
            if length > MOST_PAYLOAD || offset + length as u64 > n_bytes {
                break;
            }
            let check = check.try_into().unwrap_or_default();
            let key = key.try_into().unwrap_or_default();
            records.insert(key, Record { offset, length, check });
            reader.seek_relative(length as i64)?;
            offset += length as u64;
        }
        Ok(Self { file: Mutex::new(reader.into_inner()), records })
    }

    fn read(&self, record: &Record) -> Option<Vec<u8>> {
        let mut payload = vec![0; record.length];
        {
            let mut file = self.file.lock().ok()?;
            file.seek(SeekFrom::Start(record.offset)).ok()?;
            file.read_exact(&mut payload).ok()?;
        }
        (check_of(&payload) == record.check).then_some(payload)
    }
}

impl Draft {
    fn new(folder: &Path, run: &Key) -> io::Result<Self> {
        let mut writer = BufWriter::with_capacity(1 << 16, draft_in(folder)?);
        writer.write_all(MAGIC)?;
        writer.write_all(run)?;
        Ok(Self { writer, written: HashMap::new(), n_bytes: 0 })
    }

    fn add(&mut self, key: Key, payload: &[u8]) -> io::Result<()> {
        if payload.len() > MOST_PAYLOAD || self.written.insert(key, ()).is_some() {
            return Ok(());
        }
        self.n_bytes += (RECORD_HEAD + payload.len()) as u64;
        self.writer.write_all(&key)?;
        self.writer.write_all(&(payload.len() as u32).to_le_bytes())?;
        self.writer.write_all(&check_of(payload))?;
        self.writer.write_all(payload)
    }

    fn finish(self, path: &Path) -> io::Result<()> {
        let file = self.writer.into_inner().map_err(io::IntoInnerError::into_error)?;
        file.persist(path).map_err(|error| error.error)?;
        Ok(())
    }
}

/// A file to be moved to its place when it is whole, in a folder that is made if need be.
pub(super) fn draft_in(folder: &Path) -> io::Result<NamedTempFile> {
    fs::create_dir_all(folder)?;
    mark(folder)?;
    tempfile::Builder::new().prefix(".draft-").tempfile_in(folder)
}

/// The name of the file for what a key names.
pub(super) fn file_name(key: &Key, extension: &str) -> String {
    let digits: String = key.iter().map(|byte| format!("{byte:02x}")).collect();
    format!("{digits}.{extension}")
}

/// The check sum of a payload.
fn check_of(payload: &[u8]) -> [u8; CHECK] {
    let mut check = [0; CHECK];
    check.copy_from_slice(&Sha256::digest(payload)[..CHECK]);
    check
}

/// The digest of something large: BLAKE3 takes milliseconds for it on any processor. On articles and
/// verdicts, which are small, SHA-256 is no slower.
pub(super) fn digest_of(large: &[u8]) -> [u8; 32] {
    *blake3::hash(large).as_bytes()
}

/// Says to backup tools and git that nothing in the folder is worth keeping.
fn mark(folder: &Path) -> io::Result<()> {
    const TAG: &str = "Signature: 8a477f597d28d172789f06886806bc55\n\
        # This folder holds the cache of factlint and can be deleted at any time.\n";
    for (name, text) in [("CACHEDIR.TAG", TAG), (".gitignore", "*\n")] {
        let path = folder.join(name);
        if !path.exists() {
            fs::write(path, text)?;
        }
    }
    Ok(())
}

/// Deletes the files of one kind that were written longest ago, as far as there are too many.
pub(super) fn forget_oldest(folder: &Path, extension: &str, most: usize) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    let mut files: Vec<_> = entries
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|it| it == extension))
        .filter_map(|path| Some((fs::metadata(&path).ok()?.modified().ok()?, path)))
        .collect();
    files.sort();
    let n_old = files.len().saturating_sub(most);
    for (_, path) in &files[..n_old] {
        let _ = fs::remove_file(path);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const RUN: Key = [7; DIGEST];

    fn kept(folder: &Path, run: Key, key: Key) -> Option<Vec<u8>> {
        Cache::open(folder.to_owned(), run).get(&key)
    }

    fn filled(folder: &Path) -> (Key, Key) {
        let keys = (Cache::key_of("a", b"one", None), Cache::key_of("b", b"two", None));
        let cache = Cache::open(folder.to_owned(), RUN);
        cache.put(keys.0, b"first", false);
        cache.put(keys.1, b"second", false);
        cache.close();
        keys
    }

    #[test]
    fn what_one_run_kept_the_next_one_finds_and_keeps_on() {
        let folder = tempfile::tempdir().expect("a folder");
        let (a, b) = filled(folder.path());
        assert_eq!(kept(folder.path(), RUN, a).as_deref(), Some(&b"first"[..]));
        let later = Cache::open(folder.path().to_owned(), RUN);
        later.put(Cache::key_of("c", b"three", None), b"third", false);
        later.close();
        assert_eq!(kept(folder.path(), RUN, b).as_deref(), Some(&b"second"[..]));
        assert_eq!(kept(folder.path(), [8; DIGEST], a), None);
    }

    #[test]
    fn one_byte_of_anything_makes_another_key() {
        let day = Date::constant(2021, 5, 6);
        let keys = [
            Cache::key_of("a.txt", b"text", None),
            Cache::key_of("b.txt", b"text", None),
            Cache::key_of("a.txt", b"tex", None),
            Cache::key_of("a.txt", b"text", Some(day)),
            Cache::key_of("a.txt", b"text", day.tomorrow().ok()),
            Cache::key_of("a.txtt", b"ext", None),
        ];
        for (at, key) in keys.iter().enumerate() {
            assert!(!keys[..at].contains(key), "{at}");
        }
    }

    #[test]
    fn a_file_damaged_at_any_byte_gives_what_was_kept_or_nothing() {
        let folder = tempfile::tempdir().expect("a folder");
        let (a, b) = filled(folder.path());
        let path = folder.path().join(file_name(&RUN, EXTENSION));
        let whole = fs::read(&path).expect("it is there");
        for at in 0..whole.len() {
            let mut damaged = whole.clone();
            damaged[at] ^= 0x10;
            fs::write(&path, &damaged).expect("it may be written");
            for (key, payload) in [(a, &b"first"[..]), (b, &b"second"[..])] {
                let found = kept(folder.path(), RUN, key);
                assert!(found.is_none_or(|found| found == payload), "byte {at}");
            }
            fs::write(&path, &whole[..at]).expect("it may be written");
            let found = kept(folder.path(), RUN, b);
            assert!(found.is_none(), "cut at {at}");
        }
    }

    #[test]
    fn a_folder_that_cannot_be_made_is_no_failure() {
        let file = NamedTempFile::new().expect("a file");
        let cache = Cache::open(file.path().join("below"), RUN);
        cache.put([1; DIGEST], b"payload", false);
        assert_eq!(cache.get(&[1; DIGEST]), None);
        cache.close();
    }
}
