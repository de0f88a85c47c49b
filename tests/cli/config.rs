//! The configuration: where it is found, what it says, and who wins.

use crate::Case;

const ARTICLE: &[u8] = b"The Kestrel Accord was signed in 2017.\n";

/// A configuration beside the files of a small site.
fn site(config: &str) -> Vec<(&str, &[u8])> {
    vec![
        ("factlint.yaml", config.as_bytes()),
        ("pages/a.txt", ARTICLE),
        ("pages/archive/old.txt", ARTICLE),
        ("pages/drafts/new.txt", ARTICLE),
        ("other/b.txt", ARTICLE),
    ]
}

/// What `check --show-files` lists in a folder of the site.
#[track_caller]
fn files(config: &str, folder: &str, flags: &str) -> Vec<String> {
    let args = &format!("check --show-files {flags}");
    let outcome = Case { files: &site(config), folder, args, ..Case::default() }.check();
    outcome.stdout.lines().map(str::to_owned).collect()
}

#[test]
fn it_is_found_upwards_and_its_paths_are_relative_to_it() {
    let config = "articles: pages\nexclude: [archive/]\n";
    assert_eq!(files(config, "", ""), ["pages/a.txt", "pages/drafts/new.txt"]);
    assert_eq!(files(config, "other", ""), ["../pages/a.txt", "../pages/drafts/new.txt"]);
    assert_eq!(files(config, "other", "."), ["b.txt"]);
    assert_eq!(files(config, "other", "--isolated --rules ../rules"), ["b.txt"]);
    assert_eq!(files(config, "pages", "--exclude drafts/"), ["../pages/a.txt"]);
}

#[test]
fn the_file_that_is_named_is_read_instead() {
    let mut files = site("articles: nowhere\n");
    files.push(("conf/mild.yaml", b"rules: ../rules\narticles: ../other\nfail-on: never\n"));
    let args = "check --config conf/mild.yaml --format short";
    let stdout = &["conf/../other/b.txt:1:34: conflicts"];
    Case { files: &files, args, stdout, ..Case::default() }.check();
    let stderr = &["no/such.yaml", "there is no such file"];
    let args = "check --config no/such.yaml";
    Case { files: &files, args, status: 2, stderr, ..Case::default() }.check();
}

#[test]
fn a_folder_has_one() {
    let mut files = site("fail-on: never\n");
    files.push((".factlint.yaml", b"fail-on: error\n"));
    let stderr = &["both factlint.yaml and .factlint.yaml"];
    Case { files: &files, args: "check", status: 2, stderr, ..Case::default() }.check();
}

#[test]
fn excluded_and_ignored_files_stay_out_when_that_is_forced() {
    let config = "articles: pages\nexclude: [archive/]\n";
    let mut site = site(config);
    site.push((".factlintignore", b"drafts/\n"));
    let named = "pages/a.txt pages/archive/old.txt pages/drafts/new.txt";
    let cases: &[(&str, &[&str])] = &[
        ("", &["pages/a.txt"]),
        (named, &["pages/a.txt", "pages/archive/old.txt", "pages/drafts/new.txt"]),
        (
            "pages/a.txt pages/archive/old.txt pages/drafts/new.txt --force-exclude",
            &["pages/a.txt"],
        ),
        ("pages/archive pages/drafts --force-exclude", &[]),
        ("pages/archive", &[]),
    ];
    for (flags, expected) in cases {
        let args = &format!("check --show-files {flags}");
        // A folder that is named and holds nothing to check is a mistake; one left out is not.
        let status = if *flags == "pages/archive" { 2 } else { 0 };
        let outcome = Case { files: &site, args, status, ..Case::default() }.check();
        assert_eq!(outcome.stdout.lines().collect::<Vec<_>>(), *expected, "{flags}");
    }
}

#[test]
fn mistakes_are_shown_at_their_lines_all_at_once() {
    let config = "fail-onn: error\nselect: []\ndates:\n  order: day-frist\n";
    Case {
        files: &site(config),
        args: "check",
        status: 2,
        stderr: &["factlint.yaml:1:1", "did you mean `fail-on`?", "factlint.yaml:4:10"],
        stdout: &["nothing was checked"],
        ..Case::default()
    }
    .check();
    let config = "rules: [rules, facts]\narticles: [pages, nowhere]\nignore: kestrel-sined\n";
    Case {
        files: &site(config),
        args: "check",
        status: 2,
        stderr: &["factlint.yaml:1:16", "facts: there is no such file or folder"],
        ..Case::default()
    }
    .check();
    Case {
        files: &site(&config.replace(", facts", "")),
        args: "check",
        status: 2,
        stderr: &["factlint.yaml:3:9", "did you mean kestrel-signed?"],
        ..Case::default()
    }
    .check();
    Case {
        files: &site("articles: [pages, nowhere]\n"),
        args: "check",
        status: 2,
        stderr: &["factlint.yaml:1:19", "nowhere: there is no such file or folder"],
        ..Case::default()
    }
    .check();
}

#[test]
fn what_it_says_holds_and_flags_go_before_it() {
    let check = |config: &str, flags: &str, status: i32| {
        let args = &format!("check --format json {flags}");
        let outcome = Case { files: &site(config), args, status, ..Case::default() }.check();
        let report: serde_json::Value = serde_json::from_str(&outcome.stdout).unwrap();
        report
    };
    check("fail-on: never\n", "", 0);
    check("fail-on: never\n", "--fail-on error", 1);
    check("severity: {kestrel-signed: warning}\n", "", 0);
    check("severity: {kestrel-signed: warning}\n", "--severity kestrel-signed=error", 1);
    let report = check("dates: {default: 2024-05-02}\n", "pages/a.txt", 1);
    assert_eq!(report["articles"][0]["date"], "2024-05-02");
    let report = check("dates: {default: 2024-05-02}\n", "pages/a.txt --date 2020-01-01", 1);
    assert_eq!(report["articles"][0]["date"], "2020-01-01");
    let report = check("dates: {default: 2024-05-02}\n", "pages/a.txt --date none", 1);
    assert_eq!(report["articles"][0]["date"], serde_json::Value::Null);
    let report = check("dates: {default: modified}\n", "pages/a.txt", 1);
    assert_eq!(report["articles"][0]["date_from"], "assumed");
}

#[test]
fn overrides_hold_where_their_globs_match() {
    let config = "articles: pages\n\
                  overrides:\n  \
                  - {articles: archive/, severity: info, dates: {default: 1999-12-31}}\n  \
                  - {articles: [drafts/], ignore: kestrel-*}\n";
    for folder in ["", "pages/drafts"] {
        let case = Case {
            files: &site(config),
            folder,
            args: "check --format json",
            status: 1,
            ..Case::default()
        };
        let report: serde_json::Value = serde_json::from_str(&case.check().stdout).unwrap();
        let claims = report["claims"].as_array().unwrap();
        let weights: Vec<_> = claims.iter().map(|claim| claim["severity"].as_str()).collect();
        assert_eq!(weights, [Some("error"), Some("info")]);
        assert_eq!(report["articles"][1]["date"], "1999-12-31");
        assert_eq!(report["articles"][2]["date"], serde_json::Value::Null);
    }
}

#[test]
fn the_settings_are_shown_with_their_origins() {
    Case {
        files: &site("articles: pages\nfail-on: warning\n"),
        args: "config --exclude drafts/ --fail-on never",
        stdout: &[
            "# factlint.yaml;",
            "  - rules                                # default",
            "  - pages                                # factlint.yaml:1",
            "  - drafts/                              # --exclude",
            "fail-on: never                           # --fail-on",
        ],
        ..Case::default()
    }
    .check();
    let stdout = &["# no configuration file"];
    Case { files: &site(""), args: "config --isolated", stdout, ..Case::default() }.check();
}
