//! What stands around a block and speaks for it: headings, the list's introduction, a table's heads,
//! the name over a run of labels.
//!
//! A block that states no subject or no time of its own may take them from here.

use rustc_hash::FxHashMap;

use super::heading::{is_alike, is_label_line, names_another, names_nothing, puts_to_doubt};
use super::index::Index;
use super::reported::lone_date;
use super::row::{Sibling, siblings};
use super::table_head::{caption, name_cell};
use crate::document::{BlockKind, Document};
use crate::lexicon::{self, Form};
use crate::rules::SubjectId;
use crate::source::Span;
use crate::text::words;
use crate::value::{self, Reading, Value};

/// The frame of a block.
#[derive(Debug, Clone, Default)]
pub(crate) struct Context {
    /// What heads the row of a cell.
    pub(crate) row: Option<Head>,
    /// What heads the column of a cell.
    pub(crate) column: Option<Head>,
    /// What heads the column that the row's head stands in.
    pub(crate) corner: Option<Head>,
    /// The block that this is.
    pub(crate) corner_at: Option<usize>,
    /// The other cells of a cell's row.
    pub(crate) siblings: Vec<Sibling>,
    /// The term or label that the block fills: "X: opened" over "1932".
    pub(crate) label: Option<Head>,
    /// What introduces the item, where it is short: the term of a definition.
    pub(crate) term: Option<Head>,
    /// What introduces and what heads a short block with a figure in it: "Presidents" over "A, 1998".
    pub(crate) above: Vec<Head>,
    /// What introduces an item.
    pub(super) introducer: Option<Head>,
    /// The subjects that the section, the list's introduction or the title names.
    pub(crate) section: Vec<(SubjectId, Span)>,
    /// The block that names them.
    pub(crate) section_head: Option<usize>,
    /// Where a term gives the section, what the heads above it name.
    pub(crate) host: Vec<(SubjectId, Span)>,
    /// The subjects of the term or label right above the block.
    pub(crate) own: Vec<(SubjectId, Span)>,
    /// The subject that the block opens with, without a verb: "X, a columnar database."
    pub(crate) entry: Vec<(SubjectId, Span)>,
    /// A date that stands alone as a head: "2016" over a list.
    pub(crate) date: Option<(Reading, Span)>,
    /// The block is a cell of a table.
    pub(crate) cell: bool,
    /// It stands under "True or false?", "Myths": what is said there is not claimed.
    pub(crate) unclaimed: bool,
}

/// A head of a cell.
#[derive(Debug, Clone, Default)]
pub(crate) struct Head {
    /// Its text, and where that stands in the source.
    pub(crate) text: (String, Span),
    /// Its words, lower case.
    pub(crate) words: Vec<String>,
    /// Where they stand in the source.
    places: Vec<Span>,
    /// The subjects it names.
    pub(crate) subjects: Vec<(SubjectId, Span)>,
    /// Its words without those names: "opened" of "X opened".
    pub(crate) rest: Vec<String>,
    /// A unit it gives: "Height (m)".
    pub(crate) unit: Option<String>,
    /// The values in it, with their places in the source; of a cell's heads only.
    pub(crate) values: Vec<(Reading, Span)>,
}

impl Head {
    /// Its words without the names it gives, those of `kept` left in.
    pub(crate) fn rest_but(&self, kept: Option<SubjectId>) -> Vec<&str> {
        let left_out = |at: &usize| {
            let inside = |span: Span| span.overlaps(self.places[*at]);
            self.subjects.iter().any(|(subject, span)| Some(*subject) != kept && inside(*span))
        };
        let kept = (0..self.words.len()).filter(|at| !left_out(at));
        kept.map(|at| self.words[at].as_str()).collect()
    }
}

/// The dates that stand alone as heads, by the head's block.
pub(crate) type HeadDates = FxHashMap<usize, Option<(Reading, Span)>>;

/// The subjects each block names, with their places in the source.
pub(crate) type Named = [Vec<(SubjectId, Span)>];

impl Context {
    /// The context of a block; `strange` keeps which heads were found to name something else.
    pub(crate) fn of(
        document: &Document,
        index: usize,
        titles: &[usize],
        named: &Named,
        strange: &mut FxHashMap<usize, bool>,
    ) -> Self {
        let block = &document.blocks[index];
        let mut context =
            Self { cell: matches!(block.kind, BlockKind::Cell { .. }), ..Self::default() };
        if context.cell {
            let row = row_head(document, index);
            context.row = head(document, row, index, named);
            context.column = head(document, block.column_head, index, named);
            let corner = row.and_then(|row| document.blocks.get(row)?.column_head);
            let corner = corner.or_else(|| block.parent.is_none().then_some(block.column_head)?);
            context.corner = head(document, corner, index, named);
            context.corner_at = corner;
            // "History" over all columns of a sheet: a head within it, and none of a column.
            let over_all = corner.is_some() && corner == block.column_head;
            if over_all && context.corner.as_ref().is_some_and(Head::is_section) {
                (context.column, context.corner, context.corner_at) = (None, None, None);
            }
        } else {
            context.term = plain_head(document, term(document, index), index, named);
        }
        context.section(document, index, titles, named, strange);
        let label = block.label_of.or(block.parent).filter(|&head| head != index && !context.cell);
        if let Some(subjects) = label.and_then(|head| named.get(head)) {
            context.own.clone_from(subjects);
        }
        context
    }

    /// Finds what is asked for only where the block is looked at: its label, and what stands above a
    /// short one with a figure in it.
    pub(crate) fn find_heads(&mut self, document: &Document, index: usize, named: &Named) {
        if self.cell {
            self.siblings = siblings(document, index, named);
            return;
        }
        let block = &document.blocks[index];
        self.label = plain_head(document, block.label_of, index, named);
        if block.kind == BlockKind::Item {
            self.introducer = plain_head(document, block.parent, index, named);
        }
        if block.text.len() <= LINE && block.text.bytes().any(|byte| byte.is_ascii_digit()) {
            let heads = [block.parent, line_head(document, index), block.heading].into_iter();
            self.above = heads.filter_map(|at| plain_head(document, at, index, named)).collect();
        }
    }

    /// Looks for a date that heads the block; `known` keeps what heads were found to say.
    pub(crate) fn find_date(&mut self, document: &Document, index: usize, known: &mut HeadDates) {
        let block = &document.blocks[index];
        let heads = [block.column_head, block.label_of, block.parent, block.heading];
        // "27 February 2025" over a list at the top of a page: when the article was written.
        let own_day = |(reading, _): &(Reading, Span)| {
            let Some(article) = document.date.as_ref().map(|it| it.date) else { return false };
            let Value::Date(date) = &reading.value else { return false };
            let days = date.resolve(&value::date::Context::default()).unwrap_or_default();
            days.iter().any(|days| (days.first, days.last) == (article, article))
        };
        for head in heads.into_iter().flatten() {
            if head != index && self.date.is_none() {
                let date =
                    || document.blocks.get(head).and_then(lone_date).filter(|date| !own_day(date));
                self.date.clone_from(known.entry(head).or_insert_with(date));
            }
        }
    }

    /// The nearest head above the block that names a subject; the title last.
    fn section(
        &mut self,
        document: &Document,
        index: usize,
        titles: &[usize],
        named: &Named,
        strange: &mut FxHashMap<usize, bool>,
    ) {
        let block = &document.blocks[index];
        let parent = if self.cell { None } else { block.parent };
        let caption = if self.cell { caption(document, index, named) } else { None };
        let name = if self.cell { name_cell(document, index, named) } else { None };
        let mut heads: Vec<usize> = Vec::with_capacity(8 + titles.len());
        for head in [name, caption, block.label_of, parent, block.heading] {
            heads.extend(head);
        }
        let mut above = block.heading;
        while let Some(heading) = above.filter(|_| heads.len() < 8) {
            above = document.blocks.get(heading).and_then(|block| block.heading);
            heads.extend(above);
        }
        let asks =
            |head: usize| document.blocks.get(head).is_some_and(|block| puts_to_doubt(&block.text));
        self.unclaimed = [block.label_of, block.heading].into_iter().flatten().any(asks);
        let is_title = |head: usize| titles.contains(&head);
        heads.extend_from_slice(titles);
        for head in heads {
            if let Some(subjects) = named.get(head)
                && !subjects.is_empty()
            {
                // "Director" over "Ada Lund" in a list of terms: what heads the list counts too.
                if !self.section.is_empty() {
                    self.host.clone_from(subjects);
                    return;
                }
                let term = block.parent.filter(|_| self.term.is_some());
                // "Norl Library" over "Opened 1950", under "Hollin Library"
                let text = |at: usize| document.blocks.get(at).map_or("", |it| it.text.as_str());
                if term.is_some_and(|term| term != head && is_alike(text(term), text(head))) {
                    return;
                }
                self.section.clone_from(subjects);
                self.section_head = Some(head);
                if term == Some(head) {
                    continue;
                }
                return;
            }
            let mut names_another =
                || *strange.entry(head).or_insert_with(|| names_another(document, head));
            // "Sorrel Oats" over "Founded in 1996": the term is what is told of.
            let told = |text: &str| {
                let first = text.split([' ', ',']).next().unwrap_or_default().to_lowercase();
                lexicon::verb_forms(&first).contains(Form::Participle)
            };
            let defines = self.term.is_some() && block.parent == Some(head) && !told(&block.text);
            if !is_title(head) && !defines && names_another() {
                return;
            }
        }
        let general =
            |head: usize| document.blocks.get(head).is_some_and(|block| names_nothing(&block.text));
        let sheet = block.kind == BlockKind::Paragraph && is_label_line(&block.text);
        if index < DOMINATED && (sheet || block.label_of.is_some_and(general)) {
            self.section = dominant(&named[..index]);
        }
    }

    /// The one subject of what the block opens with, else of what introduces it and says little more than its
    /// name: "About X", "X at a glance:".
    pub(super) fn heads(&self, index: &Index) -> &[(SubjectId, Span)] {
        let small = |word: &String| {
            lexicon::opens_a_sheet(word)
                || matches!(
                    word.as_str(),
                    "about" | "us" | "company" | "boilerplate" | "background"
                )
                || !word.chars().any(char::is_alphanumeric)
                || lexicon::is_function_word(word)
        };
        let only = self.introducer.as_ref().filter(|head| head.rest.iter().all(small));
        let heads = match (self.entry.is_empty(), only) {
            (false, _) => self.entry.as_slice(),
            (true, Some(head)) => head.subjects.as_slice(),
            // "1949 | Opened": a sheet of what befell what it is about.
            (true, None) if self.cell && self.date.is_some() => self.section.as_slice(),
            (true, None) => &[],
        };
        let mut twins = heads.iter().map(|(subject, _)| index.twin(*subject));
        let one = twins.next().is_some_and(|first| twins.all(|other| other == first));
        if one { heads } else { &[] }
    }

    /// Whether anything around the block could speak for it.
    pub(crate) fn is_silent(&self) -> bool {
        let none = |head: &Option<Head>| head.as_ref().is_none_or(|head| head.subjects.is_empty());
        let heads = [&self.row, &self.column, &self.corner, &self.term];
        self.section.is_empty() && heads.into_iter().all(none)
    }
}

/// How long a line of a list of names and years may be, in bytes.
const LINE: usize = 120;

/// How long a term may be, in bytes.
const TERM: usize = 60;

/// What stands right above a run of lines that each begin with a figure.
fn line_head(document: &Document, index: usize) -> Option<usize> {
    const FAR: usize = 24;
    let is_line = |at: &usize| {
        let block = &document.blocks[*at];
        let figure = block.text.starts_with(|c: char| c.is_ascii_digit());
        block.kind == BlockKind::Paragraph && block.text.len() <= LINE && figure
    };
    let first = (0..=index).rev().take(FAR).take_while(is_line).last()?;
    let above = first.checked_sub(1)?;
    let head = &document.blocks[above];
    (head.kind == BlockKind::Paragraph && head.text.len() <= TERM).then_some(above)
}

/// The term that an item alone defines.
fn term(document: &Document, index: usize) -> Option<usize> {
    let block = &document.blocks[index];
    let at = block.parent.filter(|_| block.kind == BlockKind::Item)?;
    let term = document.blocks.get(at)?;
    let is_sibling = |other: Option<usize>| {
        let other = other.and_then(|other| document.blocks.get(other));
        other.is_some_and(|it| it.kind == BlockKind::Item && it.parent == Some(at))
    };
    let alone = !is_sibling(index.checked_sub(1)) && !is_sibling(Some(index + 1));
    let plain = !matches!(term.kind, BlockKind::Heading(_)) && !term.text.contains('?');
    (alone && plain && term.text.len() <= TERM).then_some(at)
}

/// How many blocks into an article its main subject still speaks for a data sheet.
const DOMINATED: usize = 500;

/// The subject that an article has spoken of all along: at least four in five of its mentions.
fn dominant(named: &Named) -> Vec<(SubjectId, Span)> {
    let all: Vec<(SubjectId, Span)> = named.iter().flatten().copied().collect();
    let mut subjects: Vec<SubjectId> = all.iter().map(|(subject, _)| *subject).collect();
    subjects.sort_unstable();
    subjects.dedup();
    subjects
        .into_iter()
        .filter_map(|subject| {
            let mut own = all.iter().filter(|(other, _)| *other == subject);
            let count = own.clone().count();
            (5 * count >= 4 * all.len()).then(|| own.next().copied()).flatten()
        })
        .collect()
}

/// The cell that says what a cell's row is about: its first, or the second where the first only ranks the rows.
fn row_head(document: &Document, index: usize) -> Option<usize> {
    let first = document.blocks[index].parent?;
    let rank = document.blocks.get(first)?;
    let number = rank.text.trim().trim_end_matches('.');
    let ranks =
        number.len() <= 3 && !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit());
    let column =
        rank.column_head.and_then(|at| document.blocks.get(at)).map(|head| head.text.trim());
    let ranked = column.is_some_and(|head| {
        let head = head.trim_end_matches('.').to_ascii_lowercase();
        matches!(head.as_str(), "#" | "no" | "nr" | "rank" | "pos" | "position" | "place" | "")
    });
    let next = document.blocks.get(first + 1).is_some_and(|block| block.parent == Some(first));
    Some(if ranks && ranked && next && first + 1 < index { first + 1 } else { first })
}

/// A head with the values in it, which identify the row of a cell.
fn head(document: &Document, at: Option<usize>, index: usize, named: &Named) -> Option<Head> {
    let mut head = plain_head(document, at, index, named)?;
    let block = &document.blocks[at?];
    let values = value::read(&block.text).into_iter();
    head.values =
        values.map(|reading| (reading.clone(), block.source_span(reading.span))).collect();
    Some(head)
}

pub(super) fn plain_head(
    document: &Document,
    at: Option<usize>,
    index: usize,
    named: &Named,
) -> Option<Head> {
    let at = at.filter(|&at| at != index)?;
    let block = document.blocks.get(at)?;
    let subjects = named.get(at).cloned().unwrap_or_default();
    let inside = |span: Span| {
        let span = block.source_span(span);
        subjects.iter().any(|(_, name)| name.overlaps(span))
    };
    let all = words(&block.text);
    let rest = all.iter().filter(|word| !inside(word.span));
    Some(Head {
        text: (block.text.clone(), block.source_span(Span::new(0, block.text.len()))),
        rest: rest.map(|word| word.lower.as_str().into()).collect(),
        places: all.iter().map(|word| block.source_span(word.span)).collect(),
        words: all.iter().map(|word| word.lower.as_str().into()).collect(),
        subjects,
        unit: unit_in_brackets(&block.text),
        values: Vec::new(),
    })
}

/// "miles" of "Length (miles)", "Length (in miles)".
pub(super) fn unit_in_brackets(text: &str) -> Option<String> {
    let open = text.find(['(', '['])?;
    let close = open + text[open..].find([')', ']'])?;
    let unit = text[open + 1..close].trim().trim_start_matches("in ").trim();
    (!unit.is_empty() && unit.len() < 20 && !unit.contains(|c: char| c.is_ascii_digit()))
        .then(|| unit.to_owned())
}
