//! Reading on after a syntax error: the item that holds it is left out, and the rest is read again.
//!
//! A parser that has lost its way says nothing true about what follows, so one stray tab would hide
//! every other mistake of the file. Blanking keeps all offsets.

use crate::source::Span;

use super::syntax::boundary;
use super::tree::{Damage, Tree};
use super::{Fault, Faults};

/// Where faults go, and the text as its author wrote it, which they are about.
struct Told<'f> {
    original: &'f str,
    faults: &'f Faults,
}

impl Told<'_> {
    /// Blanks stand for bytes: what was found among them may begin or end inside a character.
    fn snapped(&self, span: Span) -> Span {
        Span::new(boundary(self.original, span.start), boundary(self.original, span.end))
    }

    fn tell(&self, attempt: Faults, is_told: impl Fn(&Fault) -> bool) {
        for mut fault in attempt.into_sorted().into_iter().filter(is_told) {
            fault.span = self.snapped(fault.span);
            fault.related = fault.related.map(|(span, label)| (self.snapped(span), label));
            self.faults.push(fault);
        }
    }
}

/// How many items are left out before the rest is given up: each costs one more reading.
const MENDS: usize = 8;

/// Parses a file, around its syntax errors where that can be done, and hands the tree on.
pub(crate) fn read_around<R>(text: &str, faults: &Faults, then: impl FnOnce(&Tree<'_>) -> R) -> R {
    let attempt = Faults::default();
    let tree = Tree::parse(text, false, &attempt);
    match cut(text, tree.damage) {
        Some(cut) => {
            let told = Told { original: text, faults };
            read_without(text, cut, (MENDS, attempt), &told, then)
        }
        None => {
            attempt.into_sorted().into_iter().for_each(|fault| faults.push(fault));
            then(&tree)
        }
    }
}

/// Reads the text without the part at `cut`, which the last attempt failed at.
fn read_without<R>(
    text: &str,
    cut: Span,
    (mends, failed): (usize, Faults),
    told: &Told<'_>,
    then: impl FnOnce(&Tree<'_>) -> R,
) -> R {
    told.tell(failed, |fault| fault.code == "yaml-syntax");
    let text = without(text, cut);
    let attempt = Faults::default();
    let mut tree = Tree::parse(&text, true, &attempt);
    match self::cut(&text, tree.damage).filter(|_| mends > 0) {
        Some(cut) => read_without(&text, cut, (mends - 1, attempt), told, then),
        None => {
            told.tell(attempt, |_| true);
            tree.nodes.iter_mut().for_each(|node| node.move_to(told.snapped(node.span())));
            then(&tree)
        }
    }
}

/// The lines of the damaged part: from the last line at its depth before the error to the next
/// line that is indented no deeper. The parser scans ahead, so the part it was reading may be an
/// earlier one than the one it failed at.
fn cut(text: &str, damage: Option<Damage>) -> Option<Span> {
    let damage = damage?;
    let first = text.get(..damage.part?)?.rfind('\n').map_or(0, |at| at + 1);
    let depth = indentation(&text[first..]);
    let (mut start, mut end) = (first, first);
    for line in text[first..].split_inclusive('\n') {
        let content = line.trim_start();
        let is_content = !content.trim_end().is_empty() && !content.starts_with('#');
        if end > damage.error && is_content && indentation(line) <= depth {
            break;
        }
        if end <= damage.error && is_content && indentation(line) == depth {
            start = end;
        }
        end += line.len();
    }
    // A part in the file's first column is the outer mapping itself.
    let is_worth_it = depth > 0 || text[start..].starts_with("- ");
    is_worth_it.then_some(Span::new(start, end))
}

/// Spaces before a line's text; a tab counts as one, since what follows it is broken anyway.
fn indentation(line: &str) -> usize {
    line.bytes().take_while(|byte| matches!(byte, b' ' | b'\t')).count()
}

/// The text with a part blanked, byte for byte, line ends kept.
fn without(text: &str, cut: Span) -> String {
    let mut mended = String::with_capacity(text.len());
    mended.push_str(&text[..cut.start]);
    let blank = text[cut.range()].bytes().map(|byte| match byte {
        b'\n' | b'\r' => char::from(byte),
        _ => ' ',
    });
    mended.extend(blank);
    mended.push_str(&text[cut.end..]);
    mended
}
