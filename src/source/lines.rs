//! Where lines begin, and columns in them: constant time for short lines and for endless ones.

/// Lines up to twice this long are counted from their start; longer ones from the last checkpoint.
const STEP: usize = 4096;

/// The line table of a text. Lines end at LF, CRLF or a lone CR, as editors break them.
#[derive(Debug, Clone)]
pub(super) struct Lines {
    starts: Vec<usize>,
    /// Units before every `STEP` bytes; empty when no line is long.
    checkpoints: Vec<Units>,
}

/// How many characters a stretch of text has, in the two ways that are asked for.
#[derive(Debug, Clone, Copy, Default)]
struct Units {
    code_points: usize,
    utf16: usize,
}

impl Units {
    fn of(bytes: &[u8]) -> Self {
        let code_points = bytes.iter().filter(|&&byte| byte & 0xC0 != 0x80).count();
        let n_astral = bytes.iter().filter(|&&byte| byte >= 0xF0).count();
        Self { code_points, utf16: code_points + n_astral }
    }

    fn plus(self, other: Self) -> Self {
        Self { code_points: self.code_points + other.code_points, utf16: self.utf16 + other.utf16 }
    }

    fn minus(self, other: Self) -> Self {
        Self { code_points: self.code_points - other.code_points, utf16: self.utf16 - other.utf16 }
    }
}

impl Lines {
    pub(super) fn new(text: &str) -> Self {
        let starts = line_starts(text.as_bytes());
        let ends = starts.iter().skip(1).copied().chain([text.len()]);
        let is_long = starts.iter().zip(ends).any(|(start, end)| end - start > 2 * STEP);
        let checkpoints = if is_long { checkpoints(text.as_bytes()) } else { Vec::new() };
        Self { starts, checkpoints }
    }

    pub(super) fn len(&self) -> usize {
        self.starts.len()
    }

    pub(super) fn start(&self, line_index: usize) -> Option<usize> {
        self.starts.get(line_index).copied()
    }

    /// The index, from 0, of the line that holds `offset`.
    pub(super) fn index(&self, offset: usize) -> usize {
        self.starts.partition_point(|&start| start <= offset).saturating_sub(1)
    }

    /// Code points between the line's start and `offset`.
    pub(super) fn code_points_before(&self, text: &str, offset: usize) -> usize {
        self.units_before(text, offset).code_points
    }

    /// UTF-16 code units between the line's start and `offset`.
    pub(super) fn utf16_before(&self, text: &str, offset: usize) -> usize {
        self.units_before(text, offset).utf16
    }

    fn units_before(&self, text: &str, offset: usize) -> Units {
        let bytes = text.as_bytes();
        let start = self.starts[self.index(offset)];
        if offset - start <= 2 * STEP {
            return Units::of(&bytes[start..offset]);
        }
        let up_to = |at: usize| {
            let checkpoint = self.checkpoints.get(at / STEP).copied().unwrap_or_default();
            checkpoint.plus(Units::of(&bytes[at - at % STEP..at]))
        };
        up_to(offset).minus(up_to(start))
    }
}

fn line_starts(bytes: &[u8]) -> Vec<usize> {
    let mut starts = vec![0];
    for at in memchr::memchr2_iter(b'\n', b'\r', bytes) {
        let crlf = bytes[at] == b'\r' && bytes.get(at + 1) == Some(&b'\n');
        if !crlf {
            starts.push(at + 1);
        }
    }
    starts
}

fn checkpoints(bytes: &[u8]) -> Vec<Units> {
    let mut before = Units::default();
    let mut checkpoints = vec![before];
    for step in bytes.chunks(STEP) {
        before = before.plus(Units::of(step));
        checkpoints.push(before);
    }
    checkpoints
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lines_count_as_short_ones_do() {
        let text = format!("é\n{}\r\nend", "aé欧😀".repeat(3000));
        let lines = Lines::new(&text);
        assert!(!lines.checkpoints.is_empty());
        for offset in (0..=text.len()).filter(|&at| text.is_char_boundary(at)).step_by(97) {
            let start = text[..offset].rfind('\n').map_or(0, |at| at + 1);
            let before = &text[start..offset];
            assert_eq!(lines.code_points_before(&text, offset), before.chars().count());
            assert_eq!(lines.utf16_before(&text, offset), before.encode_utf16().count());
        }
    }

    #[test]
    fn ordinary_texts_carry_no_checkpoints() {
        assert!(Lines::new(&"one line of a text\n".repeat(5000)).checkpoints.is_empty());
    }
}
