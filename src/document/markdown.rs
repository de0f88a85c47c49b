//! Markdown: CommonMark with tables and footnotes, front matter, embedded HTML and MDX.
//!
//! pulldown-cmark says what every byte range is; the text itself is taken from the source.

use pulldown_cmark::{Event, LinkType, Options, Parser, Tag, TagEnd};

use crate::source::{Source, Span};

use super::Document;
use super::front_matter;
use super::html::Html;
use super::mask;
use super::note;
use super::table::CellShape;
use super::writer::{Frame, Writer};

/// Lifts the Markdown text of `source`.
pub(super) fn lift(source: &Source) -> Document {
    let text = mask::mask(source.text());
    let mut markdown = Markdown {
        html: Html::new(Writer::new(&text)),
        run: None,
        n_hidden: 0,
        bare_links: Vec::new(),
        html_block: None,
        in_table_head: false,
        code: Vec::new(),
    };
    let mut front_notes = Vec::new();
    let mut body_start = text.len() - text.trim_start_matches('\u{feff}').len();
    if let Some(matter) = front_matter::read(source.text()) {
        matter.write_title(&mut markdown.html.writer);
        front_notes = note::in_front_matter(source.text(), matter.body);
        body_start = matter.end;
        markdown.html.date = matter.date;
    }
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_GFM;
    for (event, range) in Parser::new_ext(&text[body_start..], options).into_offset_iter() {
        markdown.take(event, Span::new(range.start, range.end).shifted(body_start));
    }
    markdown.flush();
    let comments = mdx_comments(source.text(), &text).filter(|comment| {
        let in_code = |code: &Span| code.contains(*comment);
        !markdown.code.iter().any(in_code)
    });
    let notes: Vec<_> =
        comments.filter_map(|comment| note::in_comment(source.text(), comment)).collect();
    markdown.html.notes.extend(notes);
    let mut document = markdown.html.finish();
    document.add_notes(source.text(), front_notes, Vec::new());
    document
}

/// The comments of MDX, which the mask has hidden.
fn mdx_comments<'t>(text: &'t str, masked: &'t str) -> impl Iterator<Item = Span> + 't {
    let starts = memchr::memmem::find_iter(text.as_bytes(), b"{/*");
    starts.filter_map(move |start| {
        let end = start + text[start..].find("*/}")? + 3;
        let hidden = masked.as_bytes().get(start)? != &b'{';
        hidden.then_some(Span::new(start, end))
    })
}

struct Markdown<'t> {
    html: Html<'t>,
    /// Text read and not yet pushed: adjoining pieces are pushed as one, so that words are whole.
    run: Option<Span>,
    /// How many images and struck-out passages are open: what stands in them is not read.
    n_hidden: usize,
    /// For every open link, whether its text is its address.
    bare_links: Vec<bool>,
    /// The embedded HTML being collected.
    html_block: Option<Span>,
    in_table_head: bool,
    /// Code, whose comments are an example's.
    code: Vec<Span>,
}

impl Markdown<'_> {
    fn take(&mut self, event: Event, span: Span) {
        match event {
            Event::Text(text) => self.text(&text, span),
            Event::Start(tag) => {
                self.flush();
                self.start(&tag, span);
            }
            Event::End(tag) => {
                self.flush();
                self.end(tag);
            }
            Event::Html(_) => {
                self.html_block = Some(self.html_block.map_or(span, |block| block.join(span)));
            }
            Event::InlineHtml(_) => {
                self.flush();
                if self.n_hidden == 0 {
                    self.html.read(span);
                }
            }
            Event::SoftBreak => {
                self.flush();
                self.html.writer.builder().push_line_end(span);
            }
            Event::HardBreak => {
                self.flush();
                self.html.writer.builder().push_hard_end(span);
            }
            Event::Code(_) => {
                self.code.push(span);
                self.flush();
                self.html.writer.builder().push_space(span);
            }
            Event::Rule => {
                self.flush();
                self.html.end_block();
            }
            Event::InlineMath(_)
            | Event::DisplayMath(_)
            | Event::FootnoteReference(_)
            | Event::TaskListMarker(_) => self.flush(),
        }
    }

    fn text(&mut self, text: &str, span: Span) {
        if self.n_hidden > 0 || self.html.is_skipping() {
            return;
        }
        if self.html.writer.text().get(span.range()) != Some(text) {
            self.flush();
            return self.html.writer.builder().push_replaced(span, text);
        }
        match &mut self.run {
            Some(run) if run.end == span.start => run.end = span.end,
            _ => {
                self.flush();
                self.run = Some(span);
            }
        }
    }

    fn flush(&mut self) {
        if let Some(run) = self.run.take() {
            self.html.writer.push(run);
        }
    }

    fn start(&mut self, tag: &Tag, span: Span) {
        if let Tag::TableHead | Tag::TableRow = tag {
            self.in_table_head = *tag == Tag::TableHead;
        }
        if let Some(frame) = self.frame(tag) {
            self.html.end_block();
            return self.html.writer.enter(frame);
        }
        match tag {
            Tag::Paragraph | Tag::FootnoteDefinition(_) | Tag::HtmlBlock => self.html.end_block(),
            Tag::DefinitionList | Tag::DefinitionListTitle => self.html.end_definitions(),
            Tag::DefinitionListDefinition => self.html.start_definition(),
            Tag::CodeBlock(_) => {
                self.code.push(span);
                self.html.end_block();
                self.n_hidden += 1;
            }
            Tag::Image { .. } | Tag::Strikethrough => self.hide(span),
            Tag::Link { link_type, .. } => {
                let bare = matches!(link_type, LinkType::Autolink | LinkType::Email);
                self.bare_links.push(bare);
                if bare {
                    self.hide(span);
                }
            }
            _ => {}
        }
    }

    /// Leaves out what follows, up to its end event, with a gap in its place.
    fn hide(&mut self, span: Span) {
        self.html.writer.builder().push_space(Span::new(span.start, span.start));
        self.n_hidden += 1;
    }

    fn frame(&self, tag: &Tag) -> Option<Frame> {
        let head = self.in_table_head;
        Some(match tag {
            Tag::Heading { level, .. } => Frame::Heading(*level as u8),
            Tag::BlockQuote(_) => Frame::Quote,
            Tag::List(_) => Frame::List,
            Tag::Item => Frame::Item,
            Tag::Table(_) => Frame::Table,
            Tag::TableHead | Tag::TableRow => Frame::Row,
            Tag::TableCell => Frame::Cell(CellShape { head, n_columns: 1, n_rows: 1 }),
            _ => return None,
        })
    }

    fn end(&mut self, tag: TagEnd) {
        let cell = CellShape { head: false, n_columns: 1, n_rows: 1 };
        let frame = match tag {
            TagEnd::Heading(level) => Frame::Heading(level as u8),
            TagEnd::BlockQuote(_) => Frame::Quote,
            TagEnd::List(_) => Frame::List,
            TagEnd::Item => Frame::Item,
            TagEnd::Table => Frame::Table,
            TagEnd::TableHead | TagEnd::TableRow => Frame::Row,
            TagEnd::TableCell => Frame::Cell(cell),
            _ => return self.end_other(tag),
        };
        self.html.end_block();
        self.html.writer.leave(frame);
    }

    fn end_other(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph | TagEnd::FootnoteDefinition => self.html.end_block(),
            TagEnd::DefinitionListTitle => self.html.end_block(),
            TagEnd::DefinitionListDefinition => {
                self.html.end_block();
                self.html.writer.leave(Frame::Item);
            }
            TagEnd::DefinitionList => self.html.end_definitions(),
            TagEnd::CodeBlock | TagEnd::Image | TagEnd::Strikethrough => self.n_hidden -= 1,
            TagEnd::Link if self.bare_links.pop() == Some(true) => self.n_hidden -= 1,
            TagEnd::HtmlBlock => {
                if let Some(block) = self.html_block.take() {
                    self.html.read(block);
                    self.html.end_block();
                }
            }
            _ => {}
        }
    }
}
