//! What becomes of a map when its text is cut apart or something is cut out of it.

use super::{OffsetMap, Piece};
use crate::source::Span;

impl OffsetMap {
    /// Takes off what maps the text from `at` on. O(log n) and what is taken.
    pub(crate) fn split_off(&mut self, at: usize) -> Self {
        let kept = self.pieces.partition_point(|piece| piece.text_start < at);
        let mut pieces = self.pieces.split_off(kept);
        if let Some(last) = self.pieces.last_mut().filter(|last| last.copied) {
            let here = last.source.start + at - last.text_start;
            // The piece reaches over the cut where its source is as long as that.
            if here < last.source.end {
                let source = Span::new(here, last.source.end);
                last.source.end = here;
                pieces.insert(0, Piece { text_start: at, source, copied: true });
            }
        }
        for piece in &mut pieces {
            piece.text_start -= at;
        }
        Self { pieces }
    }

    /// Forgets the first `n_bytes` of the text, which its owner has cut off.
    pub(crate) fn cut_front(&mut self, n_bytes: usize) {
        let kept = self.pieces.partition_point(|piece| piece.text_start <= n_bytes);
        self.pieces.drain(..kept.saturating_sub(1));
        for piece in &mut self.pieces {
            if piece.text_start < n_bytes && piece.copied {
                piece.source.start += n_bytes - piece.text_start;
            }
            piece.text_start = piece.text_start.saturating_sub(n_bytes);
        }
    }

    /// Forgets `span` of the text, which its owner has cut out. O(pieces).
    pub(crate) fn cut_out(&mut self, span: Span) {
        let mut behind = self.split_off(span.start);
        behind.cut_front(span.len());
        let is_left = |piece: &Piece| !piece.copied || piece.source.start < piece.source.end;
        for mut piece in behind.pieces.into_iter().filter(is_left) {
            piece.text_start += span.start;
            self.pieces.push(piece);
        }
    }
}
