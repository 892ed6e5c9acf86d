"""1,000 badges, every code read back, against the common way.

Run it with `python -m tests.benchmarks.bench_badges`.

The yardstick is the plain recipe: for each badge the logo, the head and the band drawn anew,
and the code as a PNG picture from qrcode with all its masks tried. Nothing is read back there.
Both draw the same invented people in the same fonts; the figures are ratios of one run.
"""

import io
import math
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from checkin.documents.badges.printing import make
from checkin.documents.wording import load
from checkin.domain.badge_face import BadgeFace, BadgeHead
from checkin.domain.delegate import Capacity
from checkin.domain.token import make_token
from checkin.paths import resource

BADGES, RUNS = 1000, 3
TIMES_FASTER, MEGABYTES = 6, 1.5  # what must be reached
HEAD = BadgeHead("High-level meeting on border management", ("Madrid, 5 and 6 July 2022",))

GIVEN = ("Nadia", "Maria Francisca", "Ousmane", "Lucía", "Aïssatou", "João", "Élodie", "Ngozi")
FAMILY = ("EL OUAFI", "DE SOUSA E ALBUQUERQUE", "N’DIAYE", "IBÁÑEZ ROCAMORA", "SARR", "NOVÁK")
SCRIPT = ("نادية الوافي", "محمد الأمين ولد الشيخ أحمد", "سامي بن رمضان")
FUNCTIONS = (
    "Director of Border Management, Ministry of the Interior",
    "Deputy National Director for Document Security and Identification",
    "Adviser",
    "Director General of National Security",
)
PLACES = (("Morocco", "MA"), ("Senegal", "SN"), ("Portugal", "PT"), ("Côte d’Ivoire", "CI"))


def people(count: int) -> list[BadgeFace]:
    """As many invented people; one in six has a name in Arabic as well."""
    dice = random.Random(5)
    faces = []
    for number in range(count):
        place, code = dice.choice(PLACES)
        faces.append(
            BadgeFace(
                delegate_id=str(number),
                token=make_token(dice.randbytes(8), b"benchmark"),
                number=f"{code}-{number:03d}",
                given_names=dice.choice(GIVEN),
                family_name=dice.choice(FAMILY),
                name_in_script=dice.choice(SCRIPT) if dice.random() < 1 / 6 else "",
                function=dice.choice(FUNCTIONS),
                delegation=place,
                code=code,
                working_group=dice.choice(("A", "B", "")),
                capacity=dice.choice(tuple(Capacity)),
            )
        )
    return faces


def ours(path: Path, faces: Sequence[BadgeFace]) -> None:
    """The application's own way."""
    with path.open("wb") as file:
        make(file, faces, HEAD, load("en"))


class CommonWay:
    """The way most scripts do it; a copy of a sketch, with each picture made once."""

    def __init__(self, folder: Path) -> None:
        from reportlab.lib.units import mm
        from reportlab.lib.utils import ImageReader
        from reportlab.pdfbase import pdfmetrics
        from reportlab.pdfbase.ttfonts import TTFont

        self.mm, self.size = mm, (105 * mm, 148 * mm)
        self.measure = pdfmetrics.stringWidth
        for name, file in (("R", "NotoSans-Regular.ttf"), ("B", "NotoSans-Bold.ttf")):
            pdfmetrics.registerFont(TTFont(name, str(resource("fonts", file))))
        self.logo = ImageReader(str(_logo(folder / "logo.png")))

    def make(self, path: Path, faces: Sequence[BadgeFace]) -> None:
        """One page after the other, everything drawn on each."""
        from reportlab.lib.utils import ImageReader
        from reportlab.pdfgen import canvas

        mm = self.mm
        page = canvas.Canvas(str(path), pagesize=self.size)
        for face in faces:
            self._background(page)
            self._texts(page, face)
            self._band(page, face)
            picture = io.BytesIO()
            _code(face.token).save(picture, "PNG")
            picture.seek(0)
            x, y, side = self.size[0] / 2 - 23 * mm, 22 * mm, 46 * mm
            page.drawImage(ImageReader(picture), x, y, side, side)
            page.showPage()
        page.save()

    def _background(self, page: Any) -> None:
        mm, (width, height) = self.mm, self.size
        page.drawImage(self.logo, width / 2 - 37.5 * mm, 118 * mm, 75 * mm, 20 * mm)
        page.setFont("R", 8)
        page.drawCentredString(width / 2, 112 * mm, f"{HEAD.title} · {HEAD.lines[0]}")
        page.setStrokeGray(0.6)
        page.rect(3 * mm, 3 * mm, width - 6 * mm, height - 6 * mm, stroke=1, fill=0)

    def _texts(self, page: Any, face: BadgeFace) -> None:
        mm, room = self.mm, self.size[0] - 12 * self.mm
        self._fit(page, f"{face.given_names} {face.family_name}", "B", 22, room, 92 * mm)
        self._fit(page, face.delegation, "R", 16, room, 83 * mm)
        self._fit(page, face.function, "R", 11, room, 76 * mm)

    def _band(self, page: Any, face: BadgeFace) -> None:
        mm, width = self.mm, self.size[0]
        page.setFillColorRGB(0, 0.27, 0.55)
        page.rect(0, 0, width, 16 * mm, stroke=0, fill=1)
        page.setFillColorRGB(1, 1, 1)
        self._fit(page, face.capacity.upper(), "B", 18, width - 10 * mm, 5.5 * mm)
        page.setFillColorRGB(0, 0, 0)

    def _fit(self, page: Any, text: str, font: str, size: float, room: float, y: float) -> None:
        wide = self.measure(text, font, size)
        page.setFont(font, size * room / wide if wide > room else size)
        page.drawCentredString(self.size[0] / 2, y, text)


def _code(token: str) -> Any:
    import qrcode

    code: Any = qrcode.QRCode(
        error_correction=qrcode.constants.ERROR_CORRECT_Q, box_size=10, border=4
    )
    code.add_data(token)
    code.make(fit=True)
    return code.make_image().get_image()


def _logo(path: Path) -> Path:
    from PIL import Image, ImageDraw

    logo = Image.new("RGB", (600, 160), "white")
    pen = ImageDraw.Draw(logo)
    pen.ellipse((5, 5, 155, 155), fill=(0, 60, 140))
    pen.rectangle((180, 40, 590, 120), fill=(220, 230, 240))
    for hour in range(12):
        x = 70 + int(55 * math.cos(hour * math.pi / 6))
        y = 80 + int(55 * math.sin(hour * math.pi / 6))
        pen.ellipse((x - 6, y - 6, x + 6, y + 6), fill=(255, 204, 0))
    logo.save(path)
    return path


def timed(work: Callable[[], None]) -> float:
    """Seconds one run took."""
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def main() -> int:
    """Prints the ratios; 1 when what must be reached is not."""
    faces = people(BADGES)
    with tempfile.TemporaryDirectory() as folder:
        mine, theirs = Path(folder, "ours.pdf"), Path(folder, "common.pdf")
        common = CommonWay(Path(folder))
        first = timed(lambda: ours(mine, faces))
        turns = [
            (timed(lambda: common.make(theirs, faces)), timed(lambda: ours(mine, faces)))
            for _ in range(RUNS)
        ]
        slow, fast = (statistics.median(times) for times in zip(*turns, strict=True))
        megabytes = mine.stat().st_size / 1e6
        print(f"common way             {slow:7.2f} s   {theirs.stat().st_size / 1e6:5.2f} MB")
        print(f"ours, codes read back  {fast:7.2f} s   {megabytes:5.2f} MB")
        print(f"ours, the first time   {first:7.2f} s   (fonts and code tables made as well)")
        print(f"times faster           {slow / fast:7.1f}     (first: {slow / first:.1f})")
    return int(slow / fast < TIMES_FASTER or megabytes > MEGABYTES)


if __name__ == "__main__":
    sys.exit(main())
