//! Facts in several rule files that cannot both be true.

use crate::scratch::Scratch;

fn fact(id: &str, subject: &str, rest: &str) -> String {
    format!("facts:\n  - {{id: {id}, subject: {subject}, predicate: {rest}}}\n")
}

/// Two files with a fact each; what `test` says and how it ends.
#[track_caller]
fn check(one: &str, two: &str, status: i32) -> String {
    let scratch = Scratch::empty();
    scratch.write("rules/a.yaml", one);
    scratch.write("rules/b.yaml", two);
    scratch.write("story.txt", "All is quiet.\n");
    scratch.expect("check", status).stderr
}

#[test]
fn one_subject_in_two_files_is_an_error_on_both_lines() {
    let one = fact("opened", "[Orrin Dam, Great Dam]", "opened, date: 1962");
    let told = check(&one, &fact("open-too", "[Great Dam, Orrin Dam]", "opened, date: 1963"), 2);
    assert!(told.contains("1963 contradicts `opened`, which expects 1962"), "{told}");
    assert!(told.contains("rules/a.yaml:2:") && told.contains("rules/b.yaml:2:"), "{told}");
    for other in ["opened, date: 1962-05", "closed, date: 1963", "opened, duration: 3 years"] {
        assert_eq!(check(&one, &fact("other", "[Great Dam, Orrin Dam]", other), 0), "", "{other}");
    }
}

#[test]
fn subjects_that_share_one_name_are_a_warning_on_both_lines() {
    let one = fact("opened", "[Orrin Dam, Great Dam]", "opened, date: 1962");
    let told = check(&one, &fact("open-too", "[Old Dam, Great Dam]", "opened, date: 1963"), 0);
    assert!(told.contains("warning[contradiction]"), "{told}");
    assert!(told.contains("where an article says `Great Dam`"), "{told}");
    assert!(told.contains("rules/a.yaml:2:") && told.contains("rules/b.yaml:2:"), "{told}");
    for (subject, rest) in [
        ("[Old Dam, Great Dam]", "opened, date: 1962-05"),
        ("[Old Dam, Great Dam]", "closed, date: 1963"),
        ("[Old Dam, Orrin]", "opened, date: 1963"),
        ("[Old Dam, Great Dam]", "opened, date: 1963, open: true"),
        ("[Old Dam, Great Dam]", "opened, date: 1963, articles: [old/*]"),
    ] {
        let told = check(&one, &fact("other", subject, rest), 0);
        assert!(!told.contains("contradicts"), "{subject} {rest}\n{told}");
    }
}
