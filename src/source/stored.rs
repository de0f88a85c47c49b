//! From offsets in a text to offsets in the bytes it was stored as.
//!
//! A text is decoded (UTF-16, Windows-1252) or unescaped (a JSON string) character by character;
//! the map keeps runs of characters that take equally many bytes on both sides.

/// Text offsets to stored offsets. Without runs, byte for byte from `base` on.
#[derive(Debug, Clone, Default)]
pub(crate) struct StoredMap {
    /// Where the text's first character is stored.
    base: usize,
    runs: Vec<Run>,
    /// Lengths mapped so far.
    text_len: u32,
    stored_len: u32,
}

/// Characters of one width in the text and one as stored.
#[derive(Debug, Clone, Copy)]
struct Run {
    text_start: u32,
    stored_start: u32,
    text_width: u8,
    stored_width: u8,
}

impl StoredMap {
    /// Byte for byte, after `base` bytes that are not part of the text.
    pub(crate) const fn from(base: usize) -> Self {
        Self { base, runs: Vec::new(), text_len: 0, stored_len: 0 }
    }

    /// Appends `n_characters` of `text_width` bytes, each stored as `stored_width` bytes.
    pub(crate) fn push(&mut self, n_characters: usize, text_width: usize, stored_width: usize) {
        let is_same = |run: &Run| {
            usize::from(run.text_width) == text_width
                && usize::from(run.stored_width) == stored_width
        };
        if !self.runs.last().is_some_and(is_same) {
            self.runs.push(Run {
                text_start: self.text_len,
                stored_start: self.stored_len,
                text_width: narrow(text_width),
                stored_width: narrow(stored_width),
            });
        }
        self.text_len = self.text_len.saturating_add(length(n_characters * text_width));
        self.stored_len = self.stored_len.saturating_add(length(n_characters * stored_width));
    }

    /// Where the character at `offset` of the text is stored. O(log n).
    pub(crate) fn stored(&self, offset: usize) -> usize {
        let at = self.runs.partition_point(|run| run.text_start as usize <= offset);
        let Some(run) = at.checked_sub(1).map(|index| self.runs[index]) else {
            return self.base + offset;
        };
        let n_characters = (offset - run.text_start as usize) / usize::from(run.text_width.max(1));
        self.base + run.stored_start as usize + n_characters * usize::from(run.stored_width)
    }
}

/// No character takes more than a few bytes, however it is written.
fn narrow(width: usize) -> u8 {
    u8::try_from(width).unwrap_or(u8::MAX)
}

fn length(n_bytes: usize) -> u32 {
    u32::try_from(n_bytes).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_are_as_few_as_they_can_be() {
        // "Caf\u00e9 5" as a JSON string: é is escaped.
        let mut map = StoredMap::from(10);
        map.push(3, 1, 1);
        map.push(1, 2, 6);
        map.push(1, 1, 1);
        map.push(1, 1, 1);
        assert_eq!(map.runs.len(), 3);
        let stored: Vec<_> = [0, 2, 3, 5, 6, 7].map(|at| map.stored(at)).into();
        assert_eq!(stored, [10, 12, 13, 19, 20, 21]);
    }

    #[test]
    fn without_runs_offsets_are_only_moved() {
        assert_eq!(StoredMap::from(3).stored(7), 10);
    }
}
