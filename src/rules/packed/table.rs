//! Flat tables of numbers and records, read in place: what is not asked for is not read. It must not
//! know what stands in them.

use serde::{Deserialize, Serialize};

/// Puts a part down with its length before it.
pub(super) fn put_part(bytes: &mut Vec<u8>, part: &[u8]) {
    bytes.extend((part.len() as u64).to_le_bytes());
    bytes.extend(part);
}

/// So many parts, and nothing after them.
pub(super) fn parts<const N: usize>(bytes: &[u8]) -> Option<[&[u8]; N]> {
    let mut parts = [&bytes[..0]; N];
    let mut rest = bytes;
    for part in &mut parts {
        let (length, after) = rest.split_first_chunk::<8>()?;
        let length = usize::try_from(u64::from_le_bytes(*length)).ok()?;
        (*part, rest) = after.split_at_checked(length)?;
    }
    rest.is_empty().then_some(parts)
}

/// Rows of so many numbers.
#[derive(Clone, Copy)]
pub(super) struct Rows<'b, const N: usize>(&'b [[[u8; 4]; N]]);

impl<'b, const N: usize> Rows<'b, N> {
    /// The rows in a part.
    pub(super) fn of(part: &'b [u8]) -> Option<Self> {
        let (numbers, rest) = part.as_chunks::<4>();
        let (rows, more) = numbers.as_chunks::<N>();
        (rest.is_empty() && more.is_empty()).then_some(Self(rows))
    }

    /// Puts rows down as a part.
    pub(super) fn put(bytes: &mut Vec<u8>, rows: &[[u32; N]]) {
        put_part(
            bytes,
            rows.as_flattened()
                .iter()
                .flat_map(|it| it.to_le_bytes())
                .collect::<Vec<_>>()
                .as_slice(),
        );
    }

    pub(super) fn iter(self) -> impl Iterator<Item = [u32; N]> {
        self.0.iter().map(|row| row.map(u32::from_le_bytes))
    }

    fn get(self, index: usize) -> Option<[u32; N]> {
        self.0.get(index).map(|row| row.map(u32::from_le_bytes))
    }
}

/// Records one after the other, with where each ends.
#[derive(Clone, Copy)]
pub(super) struct Records<'b> {
    pub(super) ends: Rows<'b, 1>,
    pub(super) bytes: &'b [u8],
}

impl Records<'_> {
    /// Puts records down as two parts: their ends, then they themselves.
    pub(super) fn put<T: Serialize>(bytes: &mut Vec<u8>, records: &[T]) -> Option<()> {
        let (mut ends, mut all) = (Vec::with_capacity(records.len()), Vec::new());
        for record in records {
            all = postcard::to_extend(record, all).ok()?;
            ends.push([u32::try_from(all.len()).ok()?]);
        }
        Rows::put(bytes, &ends);
        put_part(bytes, &all);
        Some(())
    }

    pub(super) fn len(&self) -> usize {
        self.ends.0.len()
    }

    /// One record; nothing where there is none, or something else.
    pub(super) fn get<'r, T: Deserialize<'r>>(&'r self, index: u32) -> Option<T> {
        let index = index as usize;
        let start = match index.checked_sub(1) {
            Some(before) => self.ends.get(before)?[0] as usize,
            None => 0,
        };
        let [end] = self.ends.get(index)?;
        postcard::from_bytes(self.bytes.get(start..end as usize)?).ok()
    }
}
