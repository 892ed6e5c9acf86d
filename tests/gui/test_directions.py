"""Latin names and paths among Arabic words: each keeps its direction, and the words keep theirs."""

import pytest

from checkin.documents.wording import load
from checkin.domain.refused import Refused
from checkin.gui.desk import refusal_sentence
from checkin.gui.look.texts import listed, reads_from_right

DAMAGED = Refused("damaged_file", path="C:\\meetings\\madrid.checkin")


def test_a_path_in_an_arabic_refusal_stands_apart_and_the_sentence_reads_from_the_right():
    said = refusal_sentence(DAMAGED, load("ar"))
    assert f"\u2068{DAMAGED.facts['path']}\u2069" in said
    assert reads_from_right(said)
    assert "\u2068" not in refusal_sentence(DAMAGED, load("fr"))


@pytest.mark.parametrize(
    ("text", "backwards"),
    [
        ("\u2068KONÉ\u2069 وصل", True),
        ("\u2068KONÉ \u2068نادية\u2069\u2069 وصل", True),
        ("\u2068نادية\u2069 arrived", False),
        ("\u2068نادية\u2069", True),
        ("\u2068KONÉ\u2069", False),
        ("نادية KONÉ", True),
        ("KONÉ نادية", False),
        ("2022", False),
        ("…", False),
    ],
)
def test_the_words_around_a_value_say_which_way_a_sentence_reads(text, backwards):
    assert reads_from_right(text) is backwards


def test_a_list_reads_as_its_first_text_does():
    assert reads_from_right(listed("المغرب", "KONÉ"))
    assert not reads_from_right(listed("KONÉ", "المغرب"))
