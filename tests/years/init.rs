//! `factlint init`: what it writes holds at once, and what is there stays.

use crate::scratch::Scratch;

/// Every file below the folder, git's own aside, with its content.
fn files(scratch: &Scratch) -> String {
    let list = "find . -type f -not -path './.git/*' | sort | xargs -r tail -n +1 -v";
    scratch.shell(list).stdout
}

#[test]
fn a_first_project_holds_at_once() {
    let scratch = Scratch::empty();
    let outcome = scratch.expect("init", 0);
    for name in ["factlint.yaml", "rules/first-facts.yaml", "articles/first.md"] {
        assert!(outcome.stdout.contains(&format!("wrote  {name}")), "{outcome:#?}");
        assert!(scratch.path(name).is_file(), "{name}");
    }
    assert!(outcome.stdout.contains("Next:\n  factlint test"), "{outcome:#?}");
    assert!(!scratch.path(".pre-commit-config.yaml").exists(), "it is no repository");
    let tested = scratch.expect("test --coverage", 0);
    assert!(tested.stdout.contains("9 validated, 0 noisy, 0 missing, 0 wrong"), "{tested:#?}");
    let checked = scratch.expect("check", 0);
    assert!(checked.stdout.contains("1 article, 3 claims: 3 agree"), "{checked:#?}");
    assert_eq!((tested.stderr.as_str(), checked.stderr.as_str()), ("", ""));
    // What the comments promise: another year conflicts, another height only warns.
    let article = scratch.read("articles/first.md");
    scratch.write("articles/first.md", article.replace("1872", "1873"));
    scratch.expect("check", 1);
    scratch.write("articles/first.md", article.replace("41", "51"));
    let warned = scratch.expect("check", 0);
    assert!(warned.stdout.contains("1 conflict"), "{warned:#?}");
}

#[test]
fn nothing_is_written_over() {
    let scratch = Scratch::new();
    scratch.write("story.txt", "The Orrin Dam opened in 1962.\n");
    let outcome = scratch.expect("init", 0);
    assert!(outcome.stdout.contains("kept   rules/"), "{outcome:#?}");
    assert!(!scratch.path("articles").exists(), "there are articles");
    let checked = scratch.expect("check", 0);
    assert!(checked.stdout.contains("agrees  story.txt:1:25  dam-opened"), "{checked:#?}");
    let before = files(&scratch);
    assert!(before.contains("id: dam-opened"), "{before}");
    let again = scratch.expect("init", 0);
    assert!(again.stdout.ends_with("nothing was written\n"), "{again:#?}");
    assert_eq!(files(&scratch), before);
    let hidden = Scratch::empty();
    hidden.write(".factlint.yaml", "rules: facts/\n");
    hidden.expect("init", 0);
    assert_eq!(hidden.names("."), [".factlint.yaml"], "one configuration a folder");
}

#[test]
fn a_repository_gets_hooks_once() {
    let scratch = Scratch::empty();
    scratch.git("init -q .");
    scratch.write("README.md", "# Desk\n");
    scratch.expect("init", 0);
    let hooks = scratch.read(".pre-commit-config.yaml");
    let yaml: serde_yaml::Value = serde_yaml::from_str(&hooks).unwrap();
    for hook in yaml["repos"][0]["hooks"].as_sequence().unwrap() {
        let entry = hook["entry"].as_str().unwrap();
        let outcome = scratch.shell(entry);
        assert_eq!(outcome.status, Some(0), "{entry}\n{outcome:#?}");
    }
    // A file of others is theirs; the entry is shown, and fits below its `repos:`.
    scratch.write(".pre-commit-config.yaml", "repos:\n");
    let shown = scratch.expect("init", 0).stdout;
    assert_eq!(scratch.read(".pre-commit-config.yaml"), "repos:\n");
    let entry: String = shown
        .lines()
        .filter(|it| it.starts_with("  "))
        .fold(String::from("repos:\n"), |so_far, line| so_far + line + "\n");
    assert_eq!(entry, hooks);
}

#[test]
fn another_folder_is_made_and_a_file_in_the_way_is_told() {
    let scratch = Scratch::empty();
    let outcome = scratch.expect("init desk/north", 0);
    assert!(outcome.stdout.contains("  cd desk/north\n"), "{outcome:#?}");
    assert_eq!(scratch.shell("cd desk/north && factlint test && factlint check").status, Some(0));
    scratch.write("blocked/rules", "not a folder\n");
    let outcome = scratch.expect("init blocked", 2);
    assert!(outcome.stderr.contains("first-facts.yaml: it cannot be written"), "{outcome:#?}");
    assert_eq!(scratch.read("blocked/rules"), "not a folder\n");
}
