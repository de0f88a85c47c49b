//! Texts that fill a slot: "designated India a Major Defence Partner", "X is in Tier-1", "the
//! capital of X is Y". The forms a fact knows are looked for; another filler counts only where the
//! construction leaves no doubt.

use super::super::claim::{Doubt, Stated};
use super::super::event::Event;
use super::super::index::is_of_person;
use super::super::mention::MentionKind;
use super::super::parse::{ClauseKind, Tag};
use super::super::scene::{Draft, Scene, is_told_of_a_row};
use super::text_city::other_city;
use super::text_link::{is_named_by, is_of_kind};
use super::text_maker::{is_byline, is_cast, is_doer, is_hyphenated, is_imprint, is_makers};
use super::text_person::is_stranger_to;
use super::when::times;
use crate::lexicon;
use crate::rules::expected::Text;
use crate::rules::{Expected, FactId, FactSubject};
use crate::source::Span;
use crate::text::NameTrie;

/// Drafts claims on `text` facts.
pub(super) fn pair(scene: &Scene<'_>, drafts: &mut Vec<Draft>) {
    let mut seen: Vec<FactId> = Vec::new();
    for mention in 0..scene.mentions.len() {
        for &fact in scene.facts_of(scene.mentions[mention].subject) {
            if let Some(text) = expected_text(scene, fact)
                && !seen.contains(&fact)
                && slot(scene, fact, &text, mention, drafts)
            {
                seen.push(fact);
            }
        }
    }
    for fact in scene.joint() {
        let FactSubject::All(subjects) = &scene.fact(fact).subject else { continue };
        let named = |s: &_| scene.mentions.iter().position(|m| m.subject == *s);
        let all: Option<Vec<usize>> = subjects.iter().map(named).collect();
        if let (Some(all), Some(text)) = (all, expected_text(scene, fact))
            && let Some(&first) = all.first()
        {
            joint(scene, fact, &text, first, drafts);
        }
    }
}

/// The forms that a text fact knows, those of all rows where it has several.
pub(super) fn expected_text(scene: &Scene<'_>, fact: FactId) -> Option<Text> {
    let texts: Vec<&Text> = match &scene.fact(fact).expected {
        Expected::Text(text) => return Some(with_surname(scene, fact, text)),
        Expected::Timeline(rows) => rows.iter().filter_map(|row| row.value.text()).collect(),
        Expected::Editions(rows) => {
            let columns = rows.iter().flat_map(|row| &row.columns);
            let told = columns.filter(|column| is_told_of_a_row(column));
            told.filter_map(|column| column.value.text()).collect()
        }
        _ => return None,
    };
    let (first, others) = texts.split_first()?;
    let mut all = Text::clone(first);
    for text in others {
        all.also.push(text.value.clone());
        all.also.extend(text.also.iter().cloned());
        all.among.extend(text.among.iter().cloned());
    }
    Some(all)
}

/// Where a text names the one person who is or did something, the surname alone is a form of it.
fn with_surname(scene: &Scene<'_>, fact: FactId, text: &Text) -> Text {
    let mut text = text.clone();
    if is_of_person(scene.fact(fact))
        && let Some((_, surname)) = text.value.rsplit_once(' ')
    {
        text.also.push(surname.to_owned());
    }
    text
}

/// The known forms in the sentence, the longest of overlapping ones.
pub(super) fn forms(scene: &Scene<'_>, text: &Text) -> Vec<Span> {
    let mut trie = NameTrie::default();
    for form in text.also.iter().chain(&text.among).chain(std::iter::once(&text.value)) {
        trie.insert(form, 0);
    }
    let start = scene.span(&scene.sentence.range).start;
    let sentence = &scene.parse.text[scene.span(&scene.sentence.range).range()];
    let hits: Vec<Span> =
        trie.scan(sentence).into_iter().map(|hit| hit.span.shifted(start)).collect();
    hits.iter()
        .copied()
        .filter(|span| !hits.iter().any(|other| other.contains(*span) && other.len() > span.len()))
        .collect()
}

fn slot(
    scene: &Scene<'_>,
    fact: FactId,
    text: &Text,
    mention: usize,
    drafts: &mut Vec<Draft>,
) -> bool {
    let cues = scene.cues(fact);
    let own = scene.mentions[mention].span;
    let usable = !scene.settings[mention].longer;
    // "the Perth-based brewer" holds the text.
    let holds = |span: &Span| {
        let end = scene.parse.words_in(*span).end;
        scene.mentions[mention].kind == MentionKind::Definite
            && matches!(scene.lower(end), "-" | "‐" | "‑")
    };
    for span in forms(scene, text).into_iter().filter(|it| !it.overlaps(own) || holds(it)) {
        let span = whole_name(scene, text, span);
        let words = scene.parse.words_in(span);
        if is_in_contrast(scene, words.end) {
            continue;
        }
        let clause = scene.sentence.clause_of(words.start);
        let near = scene.events.iter().find(|event| {
            event.signals(cues)
                && (fills(scene, event, mention, words.start, clause)
                    || premodifies(scene, event, mention, words.end))
                && (!event.is_nominal() || is_named_by(scene, event, &words))
        });
        let kind = near.is_some_and(|event| event.is_nominal() && is_of_kind(scene, event, &words));
        let bare = scene.is_bare(fact)
            && scene.sentence.clause_of(scene.mentions[mention].words.start) == clause;
        let done = near.is_none()
            && (is_doer(scene, fact, mention, words.end)
                || is_byline(scene, fact, mention, words.start)
                || is_makers(scene, fact, mention, words.end)
                || is_imprint(scene, mention, &words)
                || is_hyphenated(scene, fact, mention, &words));
        let cast = near.is_none() && is_cast(scene, fact, mention, &words);
        if usable && (near.is_some() || bare || done || cast) {
            push(scene, fact, span, mention, "known text", near, drafts);
            // "A and B are the two finalists": which of them, the sentence does not say.
            let own = Text { among: Vec::new(), ..text.clone() };
            let here = |form: &Span| scene.sentence.clause_of(scene.parse.word_at(form.start));
            let rivals =
                forms(scene, &own).iter().any(|form| !form.overlaps(span) && here(form) == clause);
            let doubt = match (cast, rivals, kind) {
                (true, ..) => Some(Doubt::Loose),
                (_, true, _) => Some(Doubt::Either),
                (.., kind) => kind.then_some(Doubt::Limited),
            };
            if let Some(draft) = drafts.last_mut() {
                draft.doubt = draft.doubt.or(doubt);
            }
            return true;
        }
    }
    if let Some((span, event)) = other_city(scene, fact, text, mention) {
        push(scene, fact, span, mention, "another city", Some(event), drafts);
        return true;
    }
    if let Some((span, event)) = named_slot(scene, fact, mention) {
        push(scene, fact, span, mention, "copula", Some(event), drafts);
        return true;
    }
    false
}

/// "Unlike tools under the GPL licence, X": said of what X is unlike.
fn is_in_contrast(scene: &Scene<'_>, end: usize) -> bool {
    let floor = scene.sentence.range.start;
    matches!(scene.lower(floor), "unlike" | "like")
        && !(floor..end).any(|at| scene.lower(at) == ",")
}

/// "Edward Farrar" where "Farrar" is a form of Edmund Farrar's: the name that the text gives in full.
pub(super) fn whole_name(scene: &Scene<'_>, text: &Text, form: Span) -> Span {
    let words = scene.parse.words_in(form);
    let before = words.start.wrapping_sub(1);
    let named = words.len() == 1
        && scene.tag(before) == Some(Tag::Name)
        && !scene.is_value(before)
        && !scene.mentions.iter().any(|mention| mention.words.contains(&before))
        && !lexicon::is_title(scene.lower(before));
    if !named {
        return form;
    }
    let whole = before..words.end;
    if is_stranger_to(scene, text, &whole) { scene.span(&whole) } else { form }
}

fn joint(scene: &Scene<'_>, fact: FactId, text: &Text, first: usize, drafts: &mut Vec<Draft>) {
    let cues = scene.cues(fact);
    let event = scene.events.iter().find(|event| event.signals(cues));
    if event.is_none() && !scene.is_bare(fact) {
        return;
    }
    // "Although X works in London, the meeting in Rome was the first with Y": the one beside the cue.
    let forms = forms(scene, text);
    let beside = |span: &&Span| {
        let clause = scene.sentence.clause_of(scene.parse.word_at(span.start));
        event.is_none_or(|event| event.clause == clause)
    };
    if let Some(&span) = forms.iter().find(beside).or_else(|| forms.first()) {
        push(scene, fact, span, first, "known text", event, drafts);
    }
}

/// Subject, event and text belong to one statement.
pub(super) fn fills(
    scene: &Scene<'_>,
    event: &Event,
    mention: usize,
    text: usize,
    clause: usize,
) -> bool {
    let setting = &scene.settings[mention];
    let words = &scene.mentions[mention].words;
    let near = event.clause == clause || related(scene, event.clause, clause);
    let linked = scene.arguments_of_verb(event).contains(&mention)
        || scene
            .arguments(event, &event.cues.iter().map(|hit| hit.id).collect::<Vec<_>>())
            .contains(&mention)
        || setting.modifies.is_some_and(|noun| event.words.contains(&noun))
        || setting.modifies.is_none()
            && setting
                .preposition
                .is_some_and(|at| at >= event.words.end && at <= event.words.end + 1)
        || is_fronted(scene, mention)
        // "X: founded 1891; home ground Y"
        || event.is_nominal()
            && event.words.end == text
            && words.start == scene.sentence.range.start
            && scene.lower(words.end) == ":"
            && matches!(scene.lower(event.words.start.wrapping_sub(1)), ";" | ":")
        // "X founder Y"
        || event.is_nominal() && words.end == event.words.start && event.words.end == text
        // "the ground Rovers left in 1926" is another.
        || words.start == event.words.end
            && !scene.sentence.verbs.iter().any(|verb| verb.range.start == words.end);
    // "Keld, twinned with Linz, envies X": of what stands before the participle.
    let node = &scene.sentence.clauses[event.clause];
    // "the falcon that stands for Y, the arrows of X"
    let apart = matches!(node.kind, ClauseKind::Reduced | ClauseKind::Relative)
        && words.start > text
        && scene.sentence.clause_of(words.start) != event.clause;
    near && linked
        && !apart
        && (text >= event.words.end || event.is_nominal())
        && !rival_between(scene, event, text)
}

/// "X is offered under the MIT licence": the text is what kind of cue it is.
fn premodifies(scene: &Scene<'_>, event: &Event, mention: usize, text_end: usize) -> bool {
    event.is_nominal()
        && event.words.start == text_end
        && (scene.subjects_of(event.clause).contains(&mention) || is_fronted(scene, mention))
}

/// "In X, every block has a checksum": all that follows is said of X.
fn is_fronted(scene: &Scene<'_>, mention: usize) -> bool {
    let start = scene.sentence.range.start;
    let the = usize::from(scene.lower(start + 1) == "the");
    scene.lower(start) == "in"
        && scene.mentions[mention].words.start == start + 1 + the
        && scene.settings[mention].modifies.is_none()
}

fn related(scene: &Scene<'_>, a: usize, b: usize) -> bool {
    let node = &scene.sentence.clauses[b];
    // "owned by a farmer named Y"
    let names = |verb: usize| is_naming(scene.lower(scene.sentence.verbs[verb].head));
    node.parent == Some(a) && node.verb.is_none_or(names)
}

fn is_naming(verb: &str) -> bool {
    matches!(verb, "named" | "called" | "nicknamed")
}

fn rival_between(scene: &Scene<'_>, event: &Event, text: usize) -> bool {
    scene.events.iter().any(|other| {
        other.verb.is_some()
            && other.clause == event.clause
            && other.words.start >= event.words.end
            && other.words.end <= text
            && !lexicon::is_be_form(scene.lower(other.head))
            && !(other.words.end == text && is_naming(scene.lower(other.head)))
    })
}

/// "The capital of X is Y", "X's capital, Y,": a noun cue whose slot a name fills.
fn named_slot<'s>(scene: &'s Scene<'_>, fact: FactId, mention: usize) -> Option<(Span, &'s Event)> {
    if !matches!(scene.fact(fact).expected, Expected::Text(_)) {
        return None;
    }
    let cues = scene.cues(fact);
    let setting = &scene.settings[mention];
    scene.events.iter().filter(|event| event.is_nominal() && event.signals(cues)).find_map(
        |event| {
            let possesses = setting.modifies.is_some_and(|noun| event.words.contains(&noun));
            let of = setting
                .preposition
                .is_some_and(|at| at == event.words.end && scene.lower(at) == "of");
            if !(possesses || of) {
                return None;
            }
            let end = if of { setting.end } else { event.words.end };
            let copula = matches!(scene.lower(end), "is" | "was" | "remains");
            let name = end + 1;
            let stop = (name..scene.sentence.range.end)
                .find(|&at| scene.tag(at) != Some(Tag::Name))
                .unwrap_or(scene.sentence.range.end);
            (copula && stop > name && !scene.is_value(name))
                .then(|| (scene.span(&(name..stop)), event))
        },
    )
}

fn push(
    scene: &Scene<'_>,
    fact: FactId,
    span: Span,
    mention: usize,
    construction: &'static str,
    event: Option<&Event>,
    drafts: &mut Vec<Draft>,
) {
    let stated = Stated::Text(scene.parse.text[span.range()].to_owned());
    let clause = event.map_or_else(
        || scene.sentence.clause_of(scene.parse.word_at(span.start)),
        |event| event.clause,
    );
    // "Its engineer, Ellery, never saw a penny"
    let words = scene.parse.words_in(span);
    let imprint = scene.lower(words.start.wrapping_sub(1)) == "("
        && scene.mentions[mention].words.end == words.start - 1;
    let apposed = imprint
        || event.is_some_and(|event| {
            // "The designer of X, Ellery, is said to"
            event.is_nominal()
                && words.start > event.words.end
                && scene.lower(words.start - 1) == ","
                && scene.lower(words.end) == ","
        });
    drafts.push(Draft {
        subject: Some(scene.source(scene.mentions[mention].span)),
        cue: event.map(|event| event.words.clone()),
        presupposed: apposed,
        times: times(scene, fact, &words),
        ..scene.draft(fact, span, stated, construction, clause)
    });
}
