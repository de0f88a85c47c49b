//! The commands of `docs/years.md` are run as written, in order, in one folder, and must print what the
//! page shows. `FACTLINT_BLESS=1 cargo test --test years page` rewrites what they print.

use crate::scratch::Scratch;

const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/years.md");

/// The file that a block is to be written to: the line before it ends with "`path`:".
fn file_named(line: &str) -> Option<&str> {
    let (before, path) = line.strip_suffix("`:")?.rsplit_once('`')?;
    (!before.is_empty() || !path.is_empty()).then_some(path)
}

/// A console block with what its commands print now.
fn run(scratch: &Scratch, block: &[&str]) -> String {
    let mut shown = String::new();
    for command in block.iter().filter_map(|line| line.strip_prefix("$ ")) {
        let outcome = scratch.shell(&format!("{{ {command}\n}} 2>&1"));
        shown += &format!("$ {command}\n{}", outcome.stdout);
        if !outcome.stdout.is_empty() && !outcome.stdout.ends_with('\n') {
            shown.push('\n');
        }
    }
    shown
}

/// The page with what its commands print now; how many commands there are.
fn rendered(page: &str) -> (String, usize) {
    let scratch = Scratch::empty();
    let mut text = String::new();
    let (mut n_commands, mut last) = (0, "");
    let mut lines = page.lines();
    while let Some(line) = lines.next() {
        text += &format!("{line}\n");
        if let Some(language) = line.strip_prefix("```") {
            let block: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
            let content = block.join("\n") + "\n";
            match (language, file_named(last)) {
                ("console", _) => {
                    n_commands += block.iter().filter(|line| line.starts_with("$ ")).count();
                    text += &run(&scratch, &block);
                }
                (_, Some(path)) => {
                    scratch.write(path, &content);
                    text += &content;
                }
                (_, None) => text += &content,
            }
            text += "```\n";
        } else if !line.is_empty() {
            last = line;
        }
    }
    (text, n_commands)
}

#[test]
fn the_commands_of_the_page_print_what_it_shows() {
    let page = std::fs::read_to_string(PATH).unwrap();
    let (now, n_commands) = rendered(&page);
    assert!(n_commands > 10, "only {n_commands} commands were found");
    if std::env::var_os("FACTLINT_BLESS").is_some() {
        std::fs::write(PATH, now).unwrap();
        return;
    }
    for (number, (shown, printed)) in page.lines().zip(now.lines()).enumerate() {
        assert_eq!(shown, printed, "docs/years.md:{}", number + 1);
    }
    assert_eq!(page.lines().count(), now.lines().count());
}
