#!/usr/bin/env python3
"""Computes what the reference plants must come to, independently of the product: python3 tests/independent/compute.py

It reads the same data (weights, points, fixtures) and nothing else, with fractions of its own, and writes
questionnaires/fixtures-expected.toml. With --check it only says whether the file is as it computes it.
"""
import sys
import tomllib
from fractions import Fraction
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2] / "questionnaires"
POINTS = {"met": Fraction(1), "largely-met": Fraction(4, 5), "partly-met": Fraction(1, 2), "not-met": Fraction(0)}
GATE = Fraction(4, 5)


def load(path):
    with open(ROOT / path, "rb") as file:
        return tomllib.load(file)


def requirements(folder):
    found = {}
    for path in sorted((ROOT / folder).glob("*.toml")):
        document = load(f"{folder}/{path.name}")
        if "dimension" in document and "requirement" in document:
            found[document["dimension"]] = document["requirement"]
    return found


def answer(plant, requirement):
    own = plant["answers"].get(requirement["id"])
    if own is not None:
        return own
    levels = plant["levels"]
    return levels[requirement["level"] - 1] if requirement["level"] <= len(levels) else ""


def level_score(dimensions, leaves, plant, level, open_points):
    """The weighted score of a level; open answers count `open_points`, or are left out where that is None."""

    def of(dimension):
        if dimension["id"] in plant["tailored"] or plant["variant"] not in dimension["weight"]:
            return None
        children = [child for child in dimensions if child.get("parent") == dimension["id"]]
        if not children:
            values = []
            for requirement in leaves[dimension["id"]]:
                if requirement["level"] != level:
                    continue
                value = POINTS.get(answer(plant, requirement), open_points)
                if value is not None:
                    values.append(value)
            return sum(values, Fraction(0)) / len(values) if values else None
        return weigh(children)

    def weigh(siblings):
        parts = [(sibling["weight"].get(plant["variant"]), of(sibling)) for sibling in siblings]
        parts = [(weight, value) for weight, value in parts if weight is not None and value is not None]
        total = sum(weight for weight, _ in parts)
        return sum((weight * value for weight, value in parts), Fraction(0)) / total if total else None

    return weigh([dimension for dimension in dimensions if "parent" not in dimension])


def climb(scores):
    reached, total = 0, Fraction(0)
    for number, score in scores:
        if score is None:
            break
        if score >= GATE:
            reached, total = number, total + 1
        else:
            total += score
            break
    return reached, total


def maturity(model, leaves, plant):
    asked = range(1, plant["target"] + 1)

    def climbed(open_points):
        return climb([(n, level_score(model["dimension"], leaves, plant, n, open_points)) for n in asked])

    level, total = climbed(None)
    return {
        "level": level,
        "total": total,
        "worst": climbed(Fraction(0))[0],
        "best": climbed(Fraction(1))[0],
    }


def index_result(index, facts, plant):
    ratios = {ratio["id"]: ratio for ratio in facts["ratio"]}
    numbers = {name: Fraction(value) for name, value in plant["facts"].items()}

    def quotient(name):
        ratio = ratios[name]
        part, whole = numbers.get(ratio["numerator"]), numbers.get(ratio["denominator"])
        if part is None or not whole or (ratio["part"] and part > whole):
            return None
        return part / whole

    base = Fraction(0)
    for question in index["question"]:
        name, kind = question["id"], question["kind"]
        if kind in ("one", "several"):
            chosen = plant["options"].get(name, [])
            base += sum((Fraction(o["points"]) for o in question["option"] if o["id"] in chosen), Fraction(0))
        elif kind == "ratio":
            value = quotient(question["ratio"])
            if value is not None:
                bands = question["band"]
                base += Fraction(next(b["points"] for b in bands if "up_to" not in b or value <= Fraction(b["up_to"])))
        else:
            pair = [quotient(n) if n in ratios else numbers.get(n) for n in (question["now"], question["before"])]
            change = plant["changes"].get(name)
            if None not in pair:
                change = "rose" if pair[0] > pair[1] else "fell" if pair[0] < pair[1] else "same"
            if change:
                base += Fraction(question["points"][change])
    reached = 0
    stars = {scene["id"] for scene in index["scene"] if scene["constrained"]}
    for rule in index["level"]:
        high = [name for name, level in plant["scenes"].items() if level >= rule["number"]]
        enough = len(high) >= rule["scenes"] and len(stars.intersection(high)) >= rule["constrained"]
        if base < Fraction(rule["base"]) or not enough:
            break
        reached = rule["number"]
    return {"base": base, "index_level": reached}


def main():
    fixtures = load("fixtures.toml")
    folder = f"{fixtures['questionnaire']}/{fixtures['edition']}"
    model, leaves = load(f"{folder}/model.toml"), requirements(folder)
    index, facts = load("sme-index/2024/index.toml"), load("facts.toml")
    lines = ["# Computed by tests/independent/compute.py: fractions are exact, a level of 0 is below the first.", ""]
    for plant in fixtures["plant"]:
        result = maturity(model, leaves, plant)
        if "facts" in plant:
            result |= index_result(index, facts, plant)
        lines += ["[[plant]]", f'id = "{plant["id"]}"']
        for key, value in result.items():
            lines.append(f'{key} = "{value}"' if isinstance(value, Fraction) else f"{key} = {value}")
        lines.append("")
    text = "\n".join(lines[:-1]) + "\n"
    path = ROOT / "fixtures-expected.toml"
    if "--check" in sys.argv:
        same = path.exists() and path.read_text(encoding="utf-8") == text
        print("as computed" if same else "not as computed")
        sys.exit(0 if same else 1)
    path.write_text(text, encoding="utf-8")
    print(f"{len(fixtures['plant'])} plants")


main()
