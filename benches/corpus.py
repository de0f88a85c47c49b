#!/usr/bin/env python3
"""Articles with facts and their truth, for measuring speed: the same arguments give the same bytes.

    benches/corpus.py --articles 1000 --facts 100 --seed 1 OUT

writes OUT/rules.yaml, OUT/names.txt (every name, a line each), OUT/articles/*.md and OUT/truth.jsonl:
for every claim its file, the byte where its value begins, the fact, and whether it agrees.

News-like: most sentences name no subject, some state numbers of other things, one in five claims is
wrong. All names and sentences are made up here.
"""

import argparse
import json
import random
from pathlib import Path

SYLLABLES = "bar den fol gar hes lin mar nor pel ras sel tor ul ven wick yar".split()
KINDS = {"Accord": "signed", "Bridge": "opened", "Museum": "founded", "Canal": "completed"}
CLAIMS = {
    "signed": ["The {} was signed in {}.", "In {1}, ministers signed the {0}."],
    "opened": ["The {} opened in {}.", "The {}, which opened in {}, was closed for repairs."],
    "founded": ["The {} was founded in {}.", "Founded in {1}, the {0} drew a small crowd."],
    "completed": ["The {} was completed in {}.", "Work on the {} was completed in {}."],
}
FILLERS = [
    "Rain delayed the ferry for {n} minutes, and the crossing was rough.",
    "A spokesman for the port said that {n} crates had been counted by noon.",
    "Prices at the market rose by {n} per cent over the week.",
    "Nobody on the council would say when the vote is to be held.",
    "The bakers of the lower town have asked for {n} more ovens since 19{n}.",
    "Two schools were closed, and children played along the river.",
    "The harvest was smaller than last year, growers in the valley reported.",
    "He had waited, he said, for most of a decade.",
]


def names(n_facts, rng):
    """As many names, no two alike, with the predicate of each."""
    seen = set()
    while len(seen) < n_facts:
        first = "".join(rng.choice(SYLLABLES) for _ in range(3)).capitalize()
        second = "".join(rng.choice(SYLLABLES) for _ in range(2)).capitalize()
        kind = rng.choice(list(KINDS))
        name = f"{first} {second} {kind}"
        if name not in seen:
            seen.add(name)
            yield name, KINDS[kind]


def article(number, facts, rng):
    """The article's text, and the truth of its claims: byte of the value, fact, whether it agrees."""
    text = f"---\ndate: {rng.randint(1990, 2020)}-{rng.randint(1, 12):02}-15\n---\n\n"
    text += f"# A day in the valley, {number}\n\n"
    truth = []
    for _ in range(rng.randint(8, 16)):
        for _ in range(rng.randint(1, 4)):
            if rng.random() < 0.13:
                index = rng.randrange(len(facts))
                name, predicate, year = facts[index]
                agrees = rng.random() >= 0.2
                stated = year if agrees else year + rng.choice([-3, -1, 2, 10])
                sentence = rng.choice(CLAIMS[predicate]).format(name, stated)
                truth.append((len(text.encode()) + sentence.index(str(stated)), index, agrees))
            else:
                sentence = rng.choice(FILLERS).format(n=rng.randint(11, 99))
            text += sentence + " "
        text = text.rstrip() + "\n\n"
    return text, truth


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--facts", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("out", type=Path)
    args = parser.parse_args()
    rng = random.Random(args.seed)
    facts = [(name, predicate, rng.randint(1800, 1989)) for name, predicate in names(args.facts, rng)]
    (args.out / "articles").mkdir(parents=True, exist_ok=True)
    rules = ["facts:\n"]
    for index, (name, predicate, year) in enumerate(facts):
        rules.append(
            f"  - id: f{index}\n    subject: [{name}]\n    predicate: {predicate}\n    date: {year}\n"
        )
    (args.out / "rules.yaml").write_text("".join(rules))
    (args.out / "names.txt").write_text("".join(f"{name}\n" for name, _, _ in facts))
    with open(args.out / "truth.jsonl", "w") as lines:
        for number in range(args.articles):
            path = Path("articles") / f"a{number:06}.md"
            text, truth = article(number, facts, rng)
            (args.out / path).write_text(text)
            for byte, index, agrees in truth:
                row = {"file": str(path), "byte": byte, "fact": f"f{index}", "agrees": agrees}
                lines.write(json.dumps(row) + "\n")


if __name__ == "__main__":
    main()
