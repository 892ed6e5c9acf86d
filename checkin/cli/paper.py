"""`checkin scan --paper`: what was ticked by hand, one tick a line, answered as a scan is."""

import argparse
import sys
from datetime import time

from checkin.bootstrap import Services
from checkin.cli import as_json
from checkin.cli.opening import OPERATOR
from checkin.cli.printing import Out
from checkin.domain.answer import Answer
from checkin.domain.late_entry import read_line, read_time
from checkin.domain.refused import Refused
from checkin.domain.spoken import speak_late
from checkin.domain.verdict import Verdict


def ticks(given: argparse.Namespace, services: Services, out: Out) -> int:
    """Lines such as `MA-014 0850`; without a time that of the line before."""
    services.late_entry.check_day(given.day)
    last: time | None = None
    failed = False
    for line in filter(str.strip, sys.stdin):
        who, written = read_line(line)
        at = read_time(written) if written else last
        try:
            if at is None and not written:
                raise Refused("no_time_yet")
            if at is None:
                raise Refused("not_a_time", text=written)
            answer = services.late_entry.enter(who, at, OPERATOR, given.day).value
        except Refused as refused:
            message = out.wording.say(f"refused.{refused.code}", **refused.facts)
            out.result(as_json.refused_tick(refused, message), message)
            continue
        last, failed = at, failed or answer.verdict is Verdict.NOT_RECORDED
        _say(answer, services, out)
        services.tidy()
    return 1 if failed else 0


def _say(answer: Answer, services: Services, out: Out) -> None:
    spoken = speak_late(answer, services.meeting, out.wording)
    who = f" {answer.delegate.name}," if answer.delegate else ""
    result = as_json.answer(answer, spoken.say, services.meeting)
    out.result(result, f"{spoken.word}:{who} {spoken.say}")
