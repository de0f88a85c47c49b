//! What the lines of strangers look like under marks.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::report::diagnostic::{Diagnostic, Level};
use crate::report::excerpt::{Excerpt, Mark};
use crate::report::{Detail, Look};
use crate::source::{Source, Span};

const WIDTH: usize = 60;

/// Draws `text` with a mark at each of the words; the first is the primary one.
fn drawn(text: &str, words: &[&str]) -> String {
    let source = Source::new("a.md", text);
    let marks = words.iter().enumerate().map(|(index, words)| {
        let start = text.rfind(words).unwrap();
        let span = Span::new(start, start + words.len());
        Mark { span, label: format!("says {words}"), is_primary: index == 0 }
    });
    let mut excerpt = Excerpt::default();
    excerpt.add(&source, marks.collect(), WIDTH);
    let look = Look { width: WIDTH, colour: false, detail: Detail::Normal, links: None };
    let diagnostic = Diagnostic {
        code: "code".into(),
        message: "message".into(),
        level: Level::Error,
        help: String::new(),
        excerpt,
    };
    diagnostic.shown(look)
}

/// The line of the drawing under the one that holds the text; columns from the text's start.
fn underlined(drawing: &str) -> (String, usize) {
    let lines: Vec<_> = drawing.lines().collect();
    let under = lines.iter().position(|line| line.contains('┬')).unwrap();
    let column = lines[under].chars().take_while(|&c| c != '─' && c != '┬').count();
    (lines[under - 1].to_owned(), column)
}

/// Each mark stands under its words, and the header counts characters.
#[test]
fn marks_stand_under_their_words() {
    for (text, header) in [
        ("The EU was founded in 1992.\n", "a.md:1:23"),
        ("欧盟成立于 1992 年，总部在布鲁塞尔。\n", "a.md:1:7"),
        ("Cafe\u{301} Zoe\u{308} opened in 1992.\n", "a.md:1:22"),
        ("\tfoo\tThe EU since 1992.\n", "a.md:1:19"),
        ("one\r\nEU since 1992 ok\r\nthree\r\n", "a.md:2:10"),
        ("one\rEU since 1992 ok\rthree\r", "a.md:2:10"),
        ("EU \x1b[31mred\x1b[0m \x1b]0;pwned\x07 since 1992.\n", "a.md:1:34"),
        ("EU \u{202e}2991\u{202c} since 1992.\n", "a.md:1:17"),
        ("nul\0 nel\u{85} bs\x08 since 1992", "a.md:1:21"),
        ("الاتحاد الأوروبي تأسس عام 1992 في\n", "a.md:1:27"),
    ] {
        let drawing = drawn(text, &["1992"]);
        assert!(drawing.contains(header), "{text:?} should be at {header}:\n{drawing}");
        let (line, column) = underlined(&drawing);
        let before = &line[..line.find("1992").unwrap()];
        // By characters, as miette counts: a string's width knows the lam-alef ligature.
        let columns: usize = before.chars().filter_map(UnicodeWidthChar::width).sum();
        assert_eq!(columns, column, "{text:?}:\n{drawing}");
    }
}

#[test]
fn nothing_dangerous_is_drawn() {
    let text = "EU \x1b[31mred\x07 \u{202e}2991\u{202c} \u{85}\u{2028} since\r1992 \u{e0041}.\n";
    let drawing = drawn(text, &["1992"]);
    let is_bad = |c: char| (c.is_control() && c != '\n') || ('\u{2028}'..='\u{202e}').contains(&c);
    assert!(!drawing.contains(is_bad), "{drawing:?}");
}

#[test]
fn long_lines_are_cropped_at_words() {
    let text = format!("{}signed in 1992 and {}\n", "lorem ipsum ".repeat(9), "dolor ".repeat(200));
    let drawing = drawn(&text, &["1992"]);
    for line in drawing.lines() {
        assert!(line.width() <= WIDTH, "{} columns: {line}", line.width());
    }
    assert!(drawing.contains("… lorem ipsum signed in 1992"), "{drawing}");
    assert!(drawing.contains("dolor …\n"), "{drawing}");
}

#[test]
fn a_line_of_a_megabyte_is_no_trouble() {
    let text = format!("{}1992 {}1993\n", "word ".repeat(100_000), "word ".repeat(100_000));
    for words in [&["1992"][..], &["1993"], &["1992", "1993"]] {
        let drawing = drawn(&text, words);
        assert!(drawing.len() < 1500, "{} bytes", drawing.len());
    }
    let unbroken = format!("{}1992{}", "界".repeat(300_000), "x".repeat(300_000));
    let drawing = drawn(&unbroken, &["1992"]);
    assert!(drawing.lines().all(|line| line.width() <= WIDTH), "{drawing}");
    assert!(drawing.contains("a.md:1:300001"), "{drawing}");
}

#[test]
fn a_mark_wider_than_the_room_is_cut() {
    let text = format!("in {} there\n", "a very long name ".repeat(20));
    let drawing = drawn(&text, &[text.trim()]);
    assert!(drawing.contains("a very …"), "{drawing}");
    let (line, _) = underlined(&drawing);
    assert!(line.width() <= WIDTH, "{drawing}");
}

/// Marks far apart are drawn apart, without the lines between them.
#[test]
fn far_marks_have_windows_of_their_own() {
    let text = format!("The EU stands here.\n{}since 1992\n", "Nothing.\n".repeat(1000));
    let drawing = drawn(&text, &["1992", "EU"]);
    assert!(!drawing.contains("Nothing"), "{drawing}");
    assert!(drawing.contains("a.md:1:5") && drawing.contains("a.md:1002:7"), "{drawing}");
    let one_line = format!("The EU {} since 1992.", "and so on ".repeat(30));
    let drawing = drawn(&one_line, &["1992", "EU"]);
    assert_eq!(drawing.matches("╭─[").count(), 2, "{drawing}");
}

#[test]
fn near_marks_share_a_window() {
    let drawing = drawn("The EU was founded\nby treaty in 1992.\n", &["1992", "EU"]);
    assert_eq!(drawing.matches("╭─[").count(), 1, "{drawing}");
}

#[test]
fn a_value_across_a_line_end_is_drawn() {
    let drawing = drawn("It opened in August\n1992 at last.\n", &["August\n1992"]);
    assert!(drawing.contains("August") && drawing.contains("1992 at last."), "{drawing}");
}

#[test]
fn edges_of_the_text_are_no_trouble() {
    for (text, words) in [("1992", "1992"), ("1992\n", "1992"), ("\n1992", "1992"), ("é", "é")] {
        assert!(drawn(text, &[words]).contains(words));
    }
    let empty = Source::new("a.md", "");
    let mut excerpt = Excerpt::default();
    let mark = Mark { span: Span::default(), label: "here".into(), is_primary: true };
    excerpt.add(&empty, vec![mark], WIDTH);
    assert_eq!(excerpt.labels().count(), 1);
}
