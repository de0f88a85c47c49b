//! `check --watch`: what changes is checked again.

use std::io::{BufRead as _, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use crate::{Case, RULES, new_folder, write};

/// Only a command that hangs takes so long.
const GUARD: Duration = Duration::from_secs(120);

/// A command that watches, with everything it says.
struct Watch {
    child: Child,
    lines: Receiver<String>,
    /// Lines that nothing has waited for yet: the two streams may overtake each other.
    waiting: Vec<String>,
    folder: PathBuf,
}

impl Watch {
    fn begin(files: &[(&str, &str)]) -> Self {
        let folder = new_folder();
        for (path, text) in files {
            write(&folder, path, text.as_bytes());
        }
        let mut child = Command::new(env!("CARGO_BIN_EXE_factlint"))
            .args(["check", "--watch", "--format", "short", "--format", "json=report.txt"])
            .current_dir(&folder)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let (sender, lines) = channel();
        let stdout = BufReader::new(child.stdout.take().unwrap());
        let stderr = BufReader::new(child.stderr.take().unwrap());
        let out = sender.clone();
        std::thread::spawn(move || stdout.lines().for_each(|line| _ = out.send(line.unwrap())));
        std::thread::spawn(move || stderr.lines().for_each(|line| _ = sender.send(line.unwrap())));
        Self { child, lines, waiting: Vec::new(), folder }
    }

    /// Waits for a line that holds the words, and takes it.
    fn until(&mut self, words: &str) {
        loop {
            if let Some(at) = self.waiting.iter().position(|line| line.contains(words)) {
                self.waiting.remove(at);
                return;
            }
            match self.lines.recv_timeout(GUARD) {
                Ok(line) => self.waiting.push(line),
                Err(_) => panic!("no line says {words:?}:\n{}", self.waiting.join("\n")),
            }
        }
    }

    fn write(&self, path: &str, text: &str) {
        write(&self.folder, path, text.as_bytes());
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

#[test]
fn a_change_of_article_rules_or_settings_is_checked_again() {
    let article = "The Kestrel Accord was signed in 2016.\n";
    let mut watch = Watch::begin(&[("rules/accords.yaml", RULES), ("pages/a.txt", article)]);
    watch.until("a.txt:1:34: agrees");
    watch.until("watching for changes");
    watch.write("pages/a.txt", &article.replace("2016", "2017"));
    watch.until("pages/a.txt changed");
    watch.until("a.txt:1:34: conflicts");
    watch.until("watching for changes");
    watch.write("rules/accords.yaml", &RULES.replace("date: 2016-08-29", "date: 2017"));
    watch.until("rules/accords.yaml changed");
    watch.until("a.txt:1:34: agrees");
    watch.until("watching for changes");
    watch.write("factlint.yaml", "articles: nowhere\n");
    watch.until("factlint.yaml changed");
    watch.until("nowhere: there is no such file or folder");
    watch.until("watching for changes");
    watch.write("factlint.yaml", "articles: pages\n");
    watch.until("a.txt:1:34: agrees");
}

#[test]
fn standard_input_cannot_be_watched() {
    let stderr = &["standard input cannot be watched"];
    Case { args: "check - --watch", status: 2, stderr, ..Case::default() }.check();
}
