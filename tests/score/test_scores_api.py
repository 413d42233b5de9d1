"""``scores.json`` and ``matrix.json``: as their schemas say, and as the scores say."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from jsonschema import Draft202012Validator, ValidationError

from quipu.compare import compare
from quipu.exports.scores_api import score_files
from quipu.method import Uncertainty
from quipu.model import Catalog
from quipu.score.benchmarks import benchmark
from tests.samples import regions
from tests.score.made import AS_OF, core, facts, group, row, worked, worked_matrix
from tests.stats.oracle import near

FOLDER = "api/v1"
HOW = Uncertainty(draws=40, samples=10, seed=2)


def files(catalog: Catalog) -> dict[str, Any]:
    """The files of a catalog's scores, by path."""
    found = benchmark(catalog, compare(catalog), AS_OF)
    return {
        artifact.path: json.loads(artifact.body, parse_constant=pytest.fail)
        for artifact in score_files(found)
    }


def example(min_coverage: float = 0.65) -> Catalog:
    """The worked example with scores and places."""
    matrix = worked_matrix(min_coverage, previous={"RB": "E"})
    return worked(min_coverage=min_coverage, uncertainty=HOW, matrix=matrix)


def validator(made: dict[str, Any], name: str) -> Draft202012Validator:
    """The schema of a file, itself checked."""
    schema = made[f"{FOLDER}/schemas/{name}.schema.json"]
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


@pytest.mark.parametrize("name", ["scores", "matrix"])
@pytest.mark.parametrize("min_coverage", [0.5, 0.65])
def test_files_follow_their_schemas(name: str, min_coverage: float) -> None:
    """Whether or not an area lacks a score."""
    made = files(example(min_coverage))
    validator(made, name).validate(made[f"{FOLDER}/{name}.json"])


def test_the_schemas_refuse_what_is_not_promised() -> None:
    """A coverage above 1, a reason nobody knows, a field too many."""
    made = files(example())
    check = validator(made, "scores")
    for key, bad in (("coverage", 1.0000001), ("reason", "whim"), ("extra", 1), ("level", 0)):
        wrong = json.loads(json.dumps(made[f"{FOLDER}/scores.json"]))
        wrong["scores"][0][key] = bad
        with pytest.raises(ValidationError):
            check.validate(wrong)


def test_points_are_null_exactly_when_there_is_a_reason() -> None:
    """And ranks stand only beside the points of a group."""
    made = files(example())[f"{FOLDER}/scores.json"]
    assert made["method_version"] == "1.0"
    assert made["as_of"] == "2025-06-30"
    assert len(made["scores"]) == 42
    for one in made["scores"]:
        assert (one["points"] is None) == bool(one["reason"])
        ranks = [one[key] is not None for key in ("rank_low", "rank_median", "rank_high")]
        assert len(set(ranks)) == 1
        assert ranks[0] == (one["points"] is not None and one["level"] > 1)
        assert one["time_period"] == ("2024" if one["level"] == 1 and one["points"] else "latest")


def test_numbers_are_not_rounded() -> None:
    """The index of RA under its method, to the last digits."""
    made = files(example())[f"{FOLDER}/scores.json"]
    by_key = {(one["subject"], one["ref_area"]): one for one in made["scores"]}
    assert by_key["INDEX", "RA"]["points"] == near(56.5)
    assert by_key["x4", "RF"]["points"] == near(85)
    assert by_key["INDEX", "RE"]["reason"] == "coverage"
    assert by_key["x2", "RE"]["reason"] == "no_value"


def test_places_say_why_there_is_no_category() -> None:
    """Null with a reason, and then nothing is recommended."""
    made = files(example())[f"{FOLDER}/matrix.json"]
    assert [one["ref_area"] for one in made] == ["RA", "RB", "RC", "RD", "RE", "RF"]
    for one in made:
        assert (one["category"] is None) == (one["reason"] == "coverage")
        assert (one["category"] is None) == (one["category_probability"] is None)
        assert bool(one["functions"]) == (one["category"] is not None)
        assert (one["setup_recommended"] is None) == (one["category"] is None)
    by_area = {one["ref_area"]: one for one in made}
    assert by_area["RE"]["capacity"] is None
    assert by_area["RE"]["coverage_capacity"] == 0.5
    # RB is kept where it was: half of the draws do not overturn an edition.
    assert by_area["RB"]["category"] == "E"
    assert by_area["RB"]["borderline"] is True


def test_weights_whose_sums_differ_in_a_last_digit_stay_within_the_schema() -> None:
    """A whole coverage is 1, never a hair more."""
    weights = ["0.7", "0.7", "0.3333", "0.7", "2.5", "0.2", "0.1", "0.7", "0.1", "2.5", "0.7"]
    weights += ["0.7", "1.1", "2.5", "0.9", "1.3", "0.6"]
    codes = [f"I{n}" for n in range(len(weights))]
    catalog = facts(
        regions(6),
        [group("G", min_coverage=1.0)],
        [core(code, "G", weight=w) for code, w in zip(codes, weights, strict=True)],
        [row(f"A0{n}", 50, code) for n in range(1, 7) for code in codes],
    )
    made = files(catalog)
    validator(made, "scores").validate(made[f"{FOLDER}/scores.json"])
    assert {one["coverage"] for one in made[f"{FOLDER}/scores.json"]["scores"]} == {1.0}


def test_only_what_a_root_asks_for_is_written() -> None:
    """No method, no files; no matrix, no file of places."""
    assert files(replace(example(), method=None)) == {}
    assert set(files(replace(example(), matrix=None))) == {
        f"{FOLDER}/scores.json",
        f"{FOLDER}/schemas/scores.schema.json",
    }
