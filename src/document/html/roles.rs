//! What each HTML element means for the text in it. The one list of elements.

/// What an element is to a reader. Elements not listed are transparent: part of the line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Transparent,
    /// Begins and ends a block.
    Block,
    /// As `Block`; also ends a heading left open.
    Paragraph,
    Heading(u8),
    /// The document's title in its head.
    Title,
    List,
    Item,
    /// `<dt>`: introduces the definitions below it.
    Term,
    Definition,
    DefinitionList,
    Quote,
    Caption,
    Table,
    RowGroup {
        head: bool,
    },
    Row,
    Cell {
        head: bool,
    },
    Break,
    /// Not readable: code, scripts, hidden text, struck-out words.
    Skipped,
    Superscript,
    Link,
    InlineQuote,
    Time,
    Meta,
}

impl Role {
    /// The role of an element by its name in lower case.
    pub(super) fn of(name: &[u8]) -> Self {
        match name {
            b"p" => Self::Paragraph,
            b"h1" => Self::Heading(1),
            b"h2" => Self::Heading(2),
            b"h3" => Self::Heading(3),
            b"h4" => Self::Heading(4),
            b"h5" => Self::Heading(5),
            b"h6" => Self::Heading(6),
            b"title" => Self::Title,
            b"ul" | b"ol" | b"menu" | b"dir" => Self::List,
            b"li" => Self::Item,
            b"dt" => Self::Term,
            b"dd" => Self::Definition,
            b"dl" => Self::DefinitionList,
            b"blockquote" => Self::Quote,
            b"figcaption" | b"caption" => Self::Caption,
            b"table" => Self::Table,
            b"thead" => Self::RowGroup { head: true },
            b"tbody" | b"tfoot" => Self::RowGroup { head: false },
            b"tr" => Self::Row,
            b"th" => Self::Cell { head: true },
            b"td" => Self::Cell { head: false },
            b"br" => Self::Break,
            b"sup" => Self::Superscript,
            b"a" => Self::Link,
            b"q" => Self::InlineQuote,
            b"time" => Self::Time,
            b"meta" => Self::Meta,
            b"script" | b"style" | b"template" | b"noscript" | b"code" | b"pre" | b"kbd"
            | b"samp" | b"svg" | b"math" | b"iframe" | b"object" | b"audio" | b"video"
            | b"canvas" | b"select" | b"textarea" | b"datalist" | b"del" | b"s" | b"strike" => {
                Self::Skipped
            }
            b"address" | b"article" | b"aside" | b"body" | b"button" | b"center" | b"details"
            | b"dialog" | b"div" | b"fieldset" | b"figure" | b"footer" | b"form" | b"head"
            | b"header" | b"hgroup" | b"hr" | b"html" | b"legend" | b"main" | b"nav"
            | b"option" | b"picture" | b"search" | b"section" | b"summary" => Self::Block,
            _ => Self::Transparent,
        }
    }

    /// Whether it cannot stand inside a line.
    pub(super) fn is_block(self) -> bool {
        !matches!(
            self,
            Self::Transparent
                | Self::Break
                | Self::Skipped
                | Self::Superscript
                | Self::Link
                | Self::InlineQuote
                | Self::Time
                | Self::Meta
        )
    }
}

/// Skipped elements that stand inside a line: a block that begins shows that one was left open.
pub(super) fn is_inline_skip(name: &[u8]) -> bool {
    matches!(name, b"code" | b"kbd" | b"samp" | b"del" | b"s" | b"strike")
}
