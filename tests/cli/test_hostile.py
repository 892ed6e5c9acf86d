"""Whatever is typed, piped or lies on the disk: an answer or a sentence, never a traceback."""

import io
import random
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cli.command import FIRST_MORNING, Ran, here

MEETING = "m.checkin"
HOSTILE = ["\u202e", "\u200f", "\udcff", "\udc80", "😀", "\ufeff", "'", '"', "{0}", "{name}", "%s"]
LETTERS = st.characters(exclude_categories=["Cs"], exclude_characters="\x00")  # as a system may
TEXTS = st.one_of(
    st.sampled_from(
        ["", "-", "--", "-h", "a b", "\n", "x" * 300, "a " * 600, "$(reboot)", "é\u0301"]
    ),
    st.lists(LETTERS | st.sampled_from(HOSTILE)).map("".join),
)
NAMES = TEXTS.map(lambda text: re.sub("[/\\\\]|^-+", "", text)).filter(
    lambda name: name != ".." and len(name) < 80
)
GENTLY = settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The working folder of all of them, with a small meeting in it."""
    made = tmp_path_factory.mktemp("hostile")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(made)
        (made / "list.csv").write_text("Nom;Pays\nSOW;Mali\nDIOP;Mali\n", encoding="utf-8")
        day = ("--day", "2022-07-05")
        here("new", MEETING, "--name", "N", "--zone", "Europe/Madrid", *day).done()
        here("import", MEETING, "list.csv").done()
        yield made


def fine(ran: Ran) -> None:
    """It was done, refused with `code: sentence`, or wrongly asked; and it was said properly."""
    assert ran.code in (0, 1, 2), ran.err
    assert "Traceback" not in ran.err
    if ran.code == 1 and '"ok": false' not in ran.out:
        assert re.match("[a-z_]+: .{20}", ran.err, re.S), ran.err


SLOTS = [
    ("search", MEETING, "{}", "--json"),
    ("undo", MEETING, "{}"),
    ("check", MEETING, "--against", "{}", "--json"),
    ("scan", MEETING, "--desk", "{}"),
    ("scan", MEETING, "--day", "{}"),
    ("scan", MEETING, "--at", "{}"),
    ("badges", MEETING, "--preflight", "--country", "{}"),
    ("import", MEETING, "list.csv", "--dry-run", "--sheet", "{}"),
    ("import", MEETING, "list.csv", "--dry-run", "--encoding", "{}"),
    ("import", MEETING, "list.csv", "--dry-run", "--map", "{}"),
    ("import", MEETING, "list.csv", "--dry-run", "--map", "note={}"),
    ("new", "made.checkin", "--name", "N", "--day", "2022-07-05", "--zone", "{}"),
    ("report", MEETING, "{}", "--to", "r.pdf"),
    ("search", MEETING, "sow", "--limit", "{}"),
    ("{}", MEETING),
]


@pytest.mark.parametrize("words", SLOTS, ids=lambda words: " ".join(words[::2]))
@GENTLY
@given(text=TEXTS)
def test_any_text_may_be_an_argument(folder: Path, words: tuple[str, ...], text: str) -> None:
    fine(here(*(word.replace("{}", text) for word in words), stdin="BBB\n"))
    (folder / "made.checkin").unlink(missing_ok=True)


@GENTLY
@given(name=TEXTS, place=TEXTS)
def test_a_meeting_may_have_any_name(folder: Path, name: str, place: str) -> None:
    zone = ("--zone", "Europe/Madrid", "--day", "2022-07-05")
    fine(here("new", "made.checkin", f"--name={name}", f"--place={place}", *zone))
    made = folder / "made.checkin"
    if made.exists():
        here("check", made).done()
        here("report", made, "attendance", "--to", "r.csv").done()
        made.unlink()


FILES = [
    ("check", "{}"),
    ("tokens", "{}", "--json"),
    ("import", MEETING, "{}", "--dry-run"),
    ("read", "{}"),
    ("restore", "{}", "--to", "made.checkin"),
    ("restore", MEETING, "--to", "new {}"),
    ("backup", MEETING, "--to", "{}"),
    ("badges", MEETING, "--to", "{}.pdf"),
    ("report", MEETING, "attendance", "--to", "{}.csv"),
    ("check", MEETING, "--passphrase-file", "{}"),
]


@pytest.mark.parametrize("words", FILES, ids=lambda words: " ".join(words))
@GENTLY
@given(name=NAMES)
def test_any_name_may_be_a_files(folder: Path, words: tuple[str, ...], name: str) -> None:
    before = set(folder.iterdir())
    fine(here(*(word.replace("{}", name) for word in words)))
    for made in set(folder.iterdir()) - before:
        made.unlink()
    here("check", MEETING).done()


@settings(parent=GENTLY, max_examples=60)
@given(
    lines=st.lists(
        st.binary()
        | st.just(b"\xff\xfe\0")
        | TEXTS.map(lambda text: text.encode("utf-8", "surrogatepass"))
    )
)
def test_scan_answers_every_line_whatever_bytes_it_holds(folder: Path, lines: list[bytes]) -> None:
    data = b"\n".join(lines)
    ran = here("scan", MEETING, "--json", "--at", FIRST_MORNING, stdin=data).done()
    text = io.TextIOWrapper(io.BytesIO(data), encoding="utf-8", errors="backslashreplace")
    assert len(ran.answers) == len(text.readlines())
    assert {one["verdict"] for one in ran.answers} <= {"unknown", "misread"}


@settings(parent=GENTLY, max_examples=60)
@given(data=st.binary())
def test_search_answers_every_line_whatever_bytes_it_holds(folder: Path, data: bytes) -> None:
    ran = here("search", MEETING, "-", "--json", stdin=data).done()
    assert all(set(one) == {"query", "results"} for one in ran.answers)


def test_a_line_of_five_million_letters_is_one_answer(folder: Path) -> None:
    lines = "B" * 5_000_000 + "\n" + "é" * 1_000_000 + "\r\n" + "\0" * 1_000_000
    ran = here("scan", MEETING, "--json", "--at", FIRST_MORNING, stdin=lines).done()
    assert [one["verdict"] for one in ran.answers] == ["misread", "unknown", "unknown"]


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r", ""])
def test_a_scanner_may_end_its_lines_as_it_likes(folder: Path, ending: str) -> None:
    token = here("tokens", MEETING, "--json").json[0]["token"]
    look = ("scan", MEETING, "--look", "--json", "--at", FIRST_MORNING)
    (answer,) = here(*look, stdin=token + ending).done().answers
    assert answer["verdict"] == "welcome"


def test_hostile_people_come_in_and_are_searched_scanned_printed_and_reported(
    folder: Path, tmp_path: Path
) -> None:
    path = tmp_path / "hostile.csv"
    rows = [f"{text}Ana;{text}Spain;{text}" for text in HOSTILE if text != '"']
    contents = "\n".join(["Nom;Pays;Fonction", *rows, "<img src='/etc/passwd'/>;Spain;<b>"])
    path.write_bytes(contents.encode("utf-8", "replace"))
    meeting = tmp_path / "m.checkin"
    here("new", meeting, "--name", "N", "--zone", "Europe/Madrid", "--day", "2022-07-05").done()
    said = here("import", meeting, path, "--json").done().json
    assert said["added"] == len(rows) + 1
    for name in ("a.pdf", "a.xlsx", "a.csv"):
        here("report", meeting, "attendance", "--to", tmp_path / name).done()
    printed = here("badges", meeting, "--to", tmp_path / "b.pdf", "--json").done().json
    assert printed["badges"] == len(rows) + 1
    tokens = [one["token"] for one in here("tokens", meeting, "--json").json]
    scan = ("scan", meeting, "--json", "--at", FIRST_MORNING)
    answers = here(*scan, stdin="\n".join(tokens)).done().answers
    assert {one["verdict"] for one in answers} == {"welcome"}
    assert len(here("search", meeting, "ana", "--json", "--limit", "99").json) >= len(rows) - 1


@pytest.mark.parametrize("seed", range(40))
def test_a_file_with_damaged_bytes_is_a_sentence_or_a_failed_check(
    folder: Path, tmp_path: Path, seed: int
) -> None:
    choice = random.Random(seed)
    whole = (folder / MEETING).read_bytes()
    path = tmp_path / "damaged.checkin"
    for command in ("check", "tokens", "delegates", "scan", "rebuild"):
        contents = bytearray(whole)
        for _ in range(choice.choice((1, 5, 50))):
            begin = choice.randrange(0 if seed % 2 else 100, len(contents))
            long = choice.choice((1, 16, 2000))
            contents[begin : begin + long] = choice.randbytes(long)
        path.write_bytes(contents[: choice.choice((len(whole), len(whole) // 2, len(whole) - 7))])
        fine(here(command, path, "--json" if command != "rebuild" else "--at=" + FIRST_MORNING))
