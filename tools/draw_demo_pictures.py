"""Draw the demo's seven pictures, which stand for press photographs.

In: nothing; every line comes from fixed seeds.
Out: JPEG files of 1200 by 800 pixels in the demo's folder of pictures.
It is run by hand when a drawing changes and is not part of the wheel.
"""

import math
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

FOLDER = Path(__file__).parent.parent / "src/watchdesk/demo/material/pictures"
WIDTH, HEIGHT = 2400, 1600  # drawn at twice the size, so that edges come out smooth
MOST_BYTES = 118_000  # pages stay light, and so does the wheel

Colour = tuple[int, int, int]
Point = tuple[float, float]


class Scene:
    """A canvas with the few strokes that all drawings share."""

    def __init__(self, top: Colour, bottom: Colour, seed: int) -> None:
        self.chance = np.random.default_rng(seed)
        self.image = self._gradient(top, bottom, 0, HEIGHT)

    @property
    def pen(self) -> ImageDraw.ImageDraw:
        """A pen for flat strokes."""
        return ImageDraw.Draw(self.image)

    def fill(self, points: Sequence[Point], top: Colour, bottom: Colour) -> None:
        """Fill a shape with a vertical gradient that spans it."""
        ys = [y for _, y in points]
        mask = Image.new("L", (WIDTH, HEIGHT))
        ImageDraw.Draw(mask).polygon(list(points), fill=255)
        self.image.paste(self._gradient(top, bottom, min(ys), max(ys)), (0, 0), mask)

    def ridge(self, base: float, rise: float, top: Colour, bottom: Colour) -> list[Point]:
        """Draw a mountain ridge that fades towards its foot; give back its crest."""
        heights = self._rough(rise)
        crest = [(i * WIDTH / (len(heights) - 1), base - h) for i, h in enumerate(heights)]
        low = base + rise * 1.5
        self.fill([*crest, (WIDTH, low), (WIDTH, HEIGHT), (0, HEIGHT), (0, low)], top, bottom)
        return crest

    def glow(self, centre: Point, radius: float, colour: Colour, strength: float) -> None:
        """Lay a soft light over the picture."""
        xs, ys = np.meshgrid(np.arange(0, WIDTH, 4), np.arange(0, HEIGHT, 4))
        far = np.hypot(xs - centre[0], ys - centre[1]) / radius
        light = (np.exp(-(far**2)) * 255 * strength).astype("uint8")
        mask = Image.fromarray(light).resize((WIDTH, HEIGHT))
        self.image.paste(colour, (0, 0, WIDTH, HEIGHT), mask)

    def mist(self, y: float, height: float, colour: Colour, strength: float) -> None:
        """Lay a band of mist across the picture."""
        ys = np.abs(np.arange(HEIGHT) - y) / height
        band = (np.exp(-(ys**2)) * 255 * strength).astype("uint8")
        mask = Image.fromarray(np.repeat(band[:, None], WIDTH, axis=1))
        self.image.paste(colour, (0, 0, WIDTH, HEIGHT), mask)

    def save(self, name: str, *, grain: float = 5.0) -> None:
        """Shrink, darken the corners, add grain, write."""
        small = self.image.resize((WIDTH // 2, HEIGHT // 2), Image.Resampling.LANCZOS)
        pixels = np.asarray(small).astype(float)
        ys, xs = np.mgrid[-1:1:800j, -1:1:1200j]  # type: ignore[misc]
        pixels *= (1 - 0.16 * (xs**2 + ys**2) / 2)[..., None]
        noise = self.chance.normal(0, grain, (400, 600))
        soft = np.asarray(Image.fromarray(noise.astype("float32")).resize((1200, 800)))
        out = np.clip(pixels + soft[..., None], 0, 255).astype("uint8")
        for quality in (76, 70, 64, 58):
            path = FOLDER / name
            Image.fromarray(out).save(path, quality=quality, optimize=True, progressive=True)
            if path.stat().st_size < MOST_BYTES:
                return

    def _rough(self, rise: float) -> np.ndarray:
        heights = self.chance.uniform(0, rise, 4)
        step = rise * 0.45
        for _ in range(8):
            middle = (heights[:-1] + heights[1:]) / 2
            middle += self.chance.uniform(-step, step, len(middle))
            out = np.empty(len(heights) + len(middle))
            out[0::2], out[1::2] = heights, middle
            heights, step = out, step * 0.52
        return heights

    @staticmethod
    def _gradient(top: Colour, bottom: Colour, start: float, end: float) -> Image.Image:
        part = np.clip((np.arange(HEIGHT) - start) / max(end - start, 1), 0, 1)[:, None]
        column = np.array(top) * (1 - part) + np.array(bottom) * part
        pixels = np.repeat(column[:, None, :], WIDTH, axis=1).astype("uint8")
        return Image.fromarray(pixels)


def church() -> None:
    """A domed church on a hill, the benches of a quarry behind it."""
    scene = Scene((92, 122, 158), (250, 214, 170), 11)
    scene.glow((620, 760), 620, (255, 232, 190), 0.8)
    scene.ridge(760, 300, (126, 140, 168), (214, 196, 182))
    scene.ridge(900, 240, (104, 112, 134), (188, 168, 154))
    scene.mist(960, 110, (238, 214, 186), 0.55)
    _quarry(scene)
    hill = [(x, 1120 - 230 * math.exp(-(((x - 760) / 560) ** 2))) for x in range(0, WIDTH + 1, 20)]
    scene.fill([*hill, (WIDTH, HEIGHT), (0, HEIGHT)], (118, 106, 70), (52, 50, 38))
    _grass(scene)
    _church(scene, 760, 905, 1.0)
    scene.save("church-and-quarry.jpg")


def _quarry(scene: Scene) -> None:
    slope = [(1150, 1180), (1330, 700), (1560, 520), (1900, 430), (2400, 470), (2400, 1250)]
    scene.fill(slope, (112, 104, 104), (94, 84, 74))
    for step in range(6):
        left, top = 1480 + step * 38 - step * step * 5, 560 + step * 100
        right = 2400
        wall = [(left + 46, top), (right, top - 26), (right, top + 52), (left, top + 66)]
        scene.fill(wall, (196, 182, 166), (132, 120, 112))
        shelf = [(left, top + 66), (right, top + 52), (right, top + 74), (left - 34, top + 94)]
        scene.fill(shelf, (222, 204, 178), (206, 188, 162))
        for x in np.arange(left + 60, right, 34) + scene.chance.uniform(-10, 10, 1):
            lean = scene.chance.uniform(-6, 6)
            scene.pen.line([(x, top + 4), (x + lean, top + 56)], fill=(120, 108, 102), width=3)
    scene.glow((1800, 980), 340, (226, 206, 178), 0.45)
    _digger(scene, 2010, 806)


def _digger(scene: Scene, x: float, y: float) -> None:
    pen, yellow = scene.pen, (190, 140, 44)
    pen.rounded_rectangle((x, y, x + 70, y + 18), 9, fill=(50, 46, 44))
    pen.rectangle((x + 10, y - 30, x + 60, y), fill=yellow)
    pen.rectangle((x + 34, y - 50, x + 60, y - 28), fill=(70, 78, 84))
    pen.line([(x + 12, y - 20), (x - 40, y - 66), (x - 78, y - 14)], fill=yellow, width=9)


def _grass(scene: Scene) -> None:
    for _ in range(2600):
        x = scene.chance.uniform(0, WIDTH)
        ground = 1120 - 230 * math.exp(-(((x - 760) / 560) ** 2))
        y = ground + scene.chance.uniform(0, 1) ** 1.4 * (HEIGHT - ground)
        length = 6 + (y - ground) / 22
        tone = int(scene.chance.integers(-14, 22))
        colour = (104 + tone, 94 + tone, 58 + tone // 2)
        scene.pen.line([(x, y), (x + scene.chance.uniform(-6, 8), y - length)], colour, 3)


def _church(scene: Scene, x: float, y: float, size: float) -> None:
    def at(dx: float, dy: float) -> Point:
        return (x + dx * size, y + dy * size)

    lit, shade = (226, 178, 140), (146, 104, 88)
    scene.fill([at(-150, 40), at(-150, -150), at(40, -150), at(40, 40)], lit, (190, 142, 112))
    scene.fill([at(40, 40), at(40, -150), at(170, -136), at(170, 40)], shade, (108, 80, 72))
    scene.fill([at(-164, -146), at(-54, -236), at(56, -146)], (120, 88, 78), (138, 98, 84))
    scene.fill([at(-142, -150), at(-54, -222), at(34, -150)], lit, (206, 158, 126))
    scene.fill(
        [at(-54, -236), at(90, -226), at(184, -132), at(56, -146)], (96, 72, 68), (84, 64, 62)
    )
    scene.fill([at(-34, -200), at(-34, -330), at(22, -330), at(22, -200)], lit, (206, 156, 124))
    scene.fill([at(22, -200), at(22, -330), at(76, -326), at(76, -200)], shade, (120, 88, 78))
    scene.fill([at(-48, -326), at(20, -470), at(90, -322)], (150, 110, 94), (128, 92, 80))
    scene.fill([at(20, -470), at(90, -322), at(24, -326)], (88, 66, 64), (80, 62, 60))
    scene.pen.line([at(20, -520), at(20, -468)], fill=(60, 50, 48), width=6)
    scene.pen.line([at(4, -502), at(36, -502)], fill=(60, 50, 48), width=6)
    for dx, dy, height in ((-60, -90, 70), (-12, -300, 60), (46, -300, 58), (104, -80, 60)):
        box = (*at(dx, dy), *at(dx + 16, dy + height))
        scene.pen.rounded_rectangle(box, 8, fill=(62, 46, 46))
    scene.pen.rounded_rectangle((*at(-84, -36), *at(-26, 40)), 24, fill=(70, 50, 48))
    for row in range(7):
        scene.pen.line([at(-150, -130 + row * 25), at(40, -130 + row * 25)], (204, 156, 122), 2)
    crack = [at(-132, -150), at(-118, -112), at(-126, -70), at(-104, -34), at(-112, 10)]
    scene.pen.line(crack, fill=(74, 50, 46), width=5)


def church_wall() -> None:
    """Squared stone, a narrow window, a crack and the gauge across it."""
    scene = Scene((150, 106, 88), (110, 78, 68), 23)
    y = -20.0
    while y < HEIGHT:
        y = _course(scene, y)
    _window(scene)
    _crack(scene)
    scene.glow((300, 100), 1500, (255, 226, 184), 0.22)
    scene.image = scene.image.filter(ImageFilter.GaussianBlur(1.2))
    scene.save("north-wall.jpg", grain=4.5)


def _course(scene: Scene, y: float) -> float:
    height, x = scene.chance.uniform(130, 190), -scene.chance.uniform(0, 200)
    while x < WIDTH:
        width = scene.chance.uniform(180, 380)
        tone = scene.chance.uniform(-22, 26)
        top = _tone((184, 130, 106), tone)
        box = [(x + 4, y + 4), (x + width, y + 4), (x + width, y + height), (x + 4, y + height)]
        scene.fill(box, top, _tone(top, -22))
        scene.pen.line([box[0], box[1]], fill=_tone(top, 22), width=4)
        scene.pen.line([box[2], box[3]], fill=_tone(top, -52), width=6)
        for _ in range(int(width / 9)):
            px = x + scene.chance.uniform(10, width - 8)
            py = y + scene.chance.uniform(10, height - 8)
            r = scene.chance.uniform(1, 5)
            spot = _tone(top, scene.chance.uniform(-34, 14))
            scene.pen.ellipse((px, py, px + r * 2, py + r), fill=spot)
        x += width
    return y + height


def _window(scene: Scene) -> None:
    scene.pen.rounded_rectangle((1720, 300, 2010, 1010), 145, fill=(146, 102, 84))
    scene.pen.rounded_rectangle((1744, 326, 1990, 1010), 122, fill=(206, 156, 126))
    scene.pen.rounded_rectangle((1800, 400, 1934, 1010), 66, fill=(44, 32, 32))
    scene.fill(
        [(1800, 960), (1934, 960), (2000, 1030), (1730, 1030)], (190, 140, 112), (160, 112, 92)
    )
    for i in range(7):
        angle = math.pi * (0.12 + i * 0.126)
        start = (1867 - 124 * math.cos(angle), 448 - 124 * math.sin(angle))
        end = (1867 - 72 * math.cos(angle), 466 - 72 * math.sin(angle))
        scene.pen.line([start, end], fill=(150, 106, 88), width=4)


def _crack(scene: Scene) -> None:
    x, y, path = 560.0, -10.0, []
    while y < HEIGHT + 20:
        path.append((x, y))
        x += scene.chance.uniform(-34, 62)
        y += scene.chance.uniform(26, 64)
    left = [(px - 5 - 9 * math.sin(i / len(path) * math.pi), py) for i, (px, py) in enumerate(path)]
    right = [
        (px + 5 + 9 * math.sin(i / len(path) * math.pi), py) for i, (px, py) in enumerate(path)
    ]
    scene.pen.polygon([*left, *reversed(right)], fill=(38, 26, 24))
    scene.pen.line(right, fill=(216, 166, 138), width=3)
    gx, gy = path[len(path) // 2]
    scene.pen.rounded_rectangle((gx - 150, gy - 34, gx + 158, gy + 46), 8, fill=(96, 66, 58))
    scene.pen.rounded_rectangle((gx - 156, gy - 42, gx + 150, gy + 36), 8, fill=(238, 234, 224))
    for i in range(27):
        height = 34 if i % 5 == 0 else 18
        scene.pen.line(
            [(gx - 134 + i * 10, gy - 38), (gx - 134 + i * 10, gy - 38 + height)], (70, 66, 62), 2
        )
    scene.pen.line([(gx + 6, gy - 38), (gx + 6, gy + 34)], fill=(178, 44, 36), width=4)


def flood() -> None:
    """A valley under brown water: roofs, poplars, poles."""
    scene = Scene((112, 122, 132), (206, 204, 196), 5)
    scene.glow((1500, 420), 700, (232, 228, 214), 0.6)
    scene.ridge(640, 300, (122, 132, 142), (178, 180, 178))
    scene.ridge(760, 220, (92, 104, 112), (152, 156, 152))
    scene.mist(800, 70, (206, 206, 200), 0.6)
    scene.fill(
        [(0, 820), (WIDTH, 800), (WIDTH, HEIGHT), (0, HEIGHT)], (164, 152, 132), (86, 76, 62)
    )
    _ripples(scene, 830)
    for x, y, size in ((380, 900, 0.7), (980, 880, 0.6), (1320, 900, 0.5), (2060, 930, 0.8)):
        _roof(scene, x, y, size)
    for i in range(9):
        _poplar(scene, 1500 + i * 52, 880 + (i % 3) * 5, 150 + (i * 37) % 60)
    for i in range(6):
        _pole(scene, 160 + i * 300 - i * i * 12, 1120 - i * 44, 1.15 - i * 0.14)
    _roof(scene, 1500, 1180, 1.7)
    _ripples(scene, 1160)
    scene.save("ashet-valley.jpg")


def _ripples(scene: Scene, start: float) -> None:
    for _ in range(900):
        y = start + scene.chance.uniform(0, 1) ** 1.3 * (HEIGHT - start)
        near = (y - 800) / 800
        x, length = scene.chance.uniform(-100, WIDTH), 20 + near * scene.chance.uniform(30, 190)
        tone = scene.chance.uniform(-16, 26) * (0.4 + near)
        base = _mix((160, 148, 130), (88, 78, 64), near)
        scene.pen.line([(x, y), (x + length, y)], fill=_tone(base, tone), width=int(2 + near * 3))


def _roof(scene: Scene, x: float, y: float, size: float) -> None:
    def at(dx: float, dy: float) -> Point:
        return (x + dx * size, y + dy * size)

    scene.fill(
        [at(-150, 60), at(-150, 150), at(230, 150), at(230, 60)], (96, 80, 66), (104, 92, 74)
    )
    scene.fill([at(-130, 0), at(-130, 62), at(30, 62), at(30, 0)], (206, 196, 180), (150, 140, 122))
    scene.fill([at(30, 0), at(30, 62), at(210, 56), at(210, 0)], (150, 142, 132), (112, 104, 92))
    scene.fill([at(-130, 0), at(-50, -100), at(30, 0)], (196, 186, 170), (206, 196, 180))
    scene.fill([at(-50, -108), at(140, -104), at(226, 6), at(36, 8)], (150, 78, 60), (112, 58, 48))
    scene.fill(
        [at(-50, -108), at(-38, -108), at(-128, 12), at(-146, 12)], (120, 62, 50), (100, 54, 46)
    )
    for i in range(1, 8):
        a, b = at(-50 + i * 24, -108), at(36 + i * 24, 8)
        scene.pen.line([a, b], fill=(104, 54, 44), width=max(1, int(3 * size)))
    scene.pen.rectangle((*at(80, -140), *at(104, -84)), fill=(110, 84, 74))
    scene.pen.rectangle((*at(-66, -52), *at(-36, -18)), fill=(62, 64, 68))


def _poplar(scene: Scene, x: float, y: float, height: float) -> None:
    scene.fill(
        [(x - 3, y), (x - 15, y - height * 0.3), (x - 9, y - height * 0.75), (x, y - height),
         (x + 9, y - height * 0.75), (x + 15, y - height * 0.3), (x + 3, y)],
        (70, 72, 58), (50, 54, 46),
    )  # fmt: skip
    for i in range(5):
        wave = 7 * (-1) ** i
        box = (x - 10 + wave, y + 8 + i * 16, x + 12 + wave, y + 14 + i * 16)
        scene.pen.ellipse(box, fill=(96, 90, 74))


def _pole(scene: Scene, x: float, y: float, size: float) -> None:
    dark = (58, 50, 44)
    scene.pen.line([(x, y), (x + 14 * size, y - 330 * size)], fill=dark, width=int(12 * size))
    left, right = (x - 46 * size, y - 286 * size), (x + 72 * size, y - 292 * size)
    scene.pen.line([left, right], fill=dark, width=int(9 * size))
    for i in range(4):
        wave = 10 * (-1) ** i * size
        start = (x + wave, y + (12 + i * 26) * size)
        scene.pen.line([start, (start[0] + 8, start[1] + 16 * size)], (84, 74, 62), int(10 * size))


def chamber() -> None:
    """Green benches in a half circle before a rostrum under tall windows."""
    scene = Scene((126, 92, 64), (92, 66, 46), 31)
    for i in range(13):
        x = i * 200 - 40
        panel = [(x + 12, 60), (x + 188, 60), (x + 188, 800), (x + 12, 800)]
        scene.fill(panel, (150, 112, 78), (108, 78, 54))
    for x in (240, 640, 1640, 2040):
        _tall_window(scene, x)
    scene.fill([(880, 40), (1520, 40), (1520, 800), (880, 800)], (98, 70, 48), (80, 56, 40))
    _emblem(scene)
    scene.fill([(0, 780), (WIDTH, 780), (WIDTH, HEIGHT), (0, HEIGHT)], (150, 118, 86), (70, 52, 40))
    _rostrum(scene)
    for row in range(5):
        _benches(scene, row)
    scene.glow((1200, 200), 900, (255, 238, 200), 0.25)
    scene.save("chamber.jpg")


def _tall_window(scene: Scene, x: float) -> None:
    scene.pen.rounded_rectangle((x - 16, 104, x + 136, 676), 70, fill=(92, 66, 46))
    scene.pen.rounded_rectangle((x, 120, x + 120, 660), 60, fill=(226, 232, 232))
    scene.pen.line([(x + 60, 120), (x + 60, 660)], fill=(120, 96, 74), width=6)
    for y in (240, 380, 520):
        scene.pen.line([(x, y), (x + 120, y)], fill=(120, 96, 74), width=6)
    light = [(x + 10, 790), (x + 120, 790), (x + 320, 1100), (x + 150, 1100)]
    scene.fill(light, (190, 156, 116), (150, 118, 86))


def _emblem(scene: Scene) -> None:
    scene.pen.ellipse((1100, 130, 1300, 330), outline=(198, 164, 92), width=10)
    scene.pen.polygon(
        [(1130, 280), (1180, 190), (1210, 240), (1236, 206), (1272, 280)], (198, 164, 92)
    )
    for i in range(12):
        x = 930 + i * 50
        scene.pen.line([(x, 380), (x, 700)], fill=(88, 62, 42), width=4)


def _rostrum(scene: Scene) -> None:
    scene.fill([(900, 600), (1500, 600), (1540, 800), (860, 800)], (140, 98, 64), (96, 66, 44))
    scene.fill([(1060, 700), (1340, 700), (1360, 880), (1040, 880)], (164, 118, 78), (110, 76, 50))
    scene.pen.rectangle((1050, 688, 1350, 704), fill=(196, 152, 104))
    for x in (1000, 1200, 1400):
        scene.pen.rounded_rectangle((x - 38, 480, x + 38, 600), 20, fill=(44, 84, 70))
    for x in (1170, 1230):
        scene.pen.line([(x, 690), (x + (1200 - x) // 3, 650)], fill=(40, 36, 34), width=5)


def _benches(scene: Scene, row: int) -> None:
    radius, seats = 520 + row * 230, 13 + row * 4
    for i in range(seats):
        angle = math.pi * (0.06 + 0.88 * i / (seats - 1))
        if abs(angle - math.pi / 2) < 0.07 or abs(abs(angle - math.pi / 2) - 0.62) < 0.05:
            continue
        x = 1200 - radius * math.cos(angle) * 1.15
        y = 860 + radius * math.sin(angle) * 0.52
        size = 34 + row * 10 + 14 * math.sin(angle)
        _seat(scene, x, y, size, row)


def _seat(scene: Scene, x: float, y: float, size: float, row: int) -> None:
    light = _tone((52, 100, 82), 10 - row * 4 + float(scene.chance.uniform(-5, 5)))
    box = (x - size * 0.8, y - size * 1.3, x + size * 0.8, y + size * 0.5)
    scene.pen.rounded_rectangle((*box[:2], box[2] + 7, box[3] + 9), size * 0.3, fill=(40, 34, 28))
    scene.pen.rounded_rectangle(box, size * 0.3, fill=light)
    scene.pen.rounded_rectangle(
        (box[0] + 8, box[1] + 8, box[2] - 8, box[1] + size * 0.9),
        size * 0.22,
        fill=_tone(light, 16),
    )
    scene.pen.rectangle((x - size, y + size * 0.42, x + size, y + size * 0.74), fill=(122, 84, 54))
    scene.pen.line([(x - size, y + size * 0.42), (x + size, y + size * 0.42)], (176, 132, 90), 4)


def manuscript() -> None:
    """An open book with a painted headpiece and two columns on each page."""
    scene = Scene((52, 42, 40), (30, 24, 24), 47)
    scene.glow((1200, 700), 1100, (112, 88, 66), 0.7)
    scene.fill([(220, 1300), (2180, 1300), (2300, 1480), (100, 1480)], (84, 66, 54), (50, 40, 34))
    scene.fill([(250, 250), (2150, 250), (2230, 1370), (170, 1370)], (92, 48, 36), (64, 34, 28))
    for i in range(8):
        edge = _tone((206, 186, 148), -6 * (i % 2) - i * 4)
        scene.fill(_leaf(-1, 30 - i * 4), edge, _tone(edge, -24))
        scene.fill(_leaf(1, 30 - i * 4), edge, _tone(edge, -24))
    scene.fill(_leaf(-1, 0), (236, 218, 180), (214, 192, 150))
    scene.fill(_leaf(1, 0), (240, 224, 188), (218, 196, 154))
    for x, top in ((350, 380), (740, 380), (1320, 700), (1710, 700)):
        _column(scene, x, top)
    _headpiece(scene)
    for i in range(46):
        shade = (1154 + i, 280, 1155 + i, 1318)
        tone = int(90 * abs(i - 23) / 23)
        scene.pen.rectangle(shade, fill=(130 + tone, 108 + tone, 78 + tone))
    scene.glow((760, 420), 760, (255, 244, 214), 0.25)
    scene.save("hask-gospel.jpg")


def _leaf(side: int, out: float) -> list[Point]:
    middle, points = 1200.0, []
    for i in range(21):
        part = i / 20
        points.append(
            (middle + side * part * (930 + out), 290 - 34 * math.sin(part * math.pi) + out / 3)
        )
    for i in range(20, -1, -1):
        part = i / 20
        points.append(
            (middle + side * part * (960 + out), 1330 - 30 * math.sin(part * math.pi) + out)
        )
    return points


def _column(scene: Scene, x: float, top: float) -> None:
    y = top
    while y < 1200:
        px = x
        while px < x + 330:
            width = scene.chance.uniform(8, 20)
            tall = scene.chance.uniform(16, 26)
            ink = _tone((88, 58, 40), scene.chance.uniform(-14, 26))
            scene.pen.line([(px, y), (px, y + tall)], fill=ink, width=5)
            scene.pen.arc((px, y, px + width, y + tall), 180, 360, fill=ink, width=4)
            if scene.chance.uniform() < 0.3:
                scene.pen.line([(px, y + tall), (px + width, y + tall)], fill=ink, width=4)
            px += width + scene.chance.choice([4, 5, 16])
        y += 47
    scene.pen.rectangle((x - 4, top - 6, x + 44, top + 74), fill=(160, 46, 38))
    scene.pen.ellipse((x + 6, top + 8, x + 34, top + 58), outline=(220, 176, 84), width=6)


def _headpiece(scene: Scene) -> None:
    scene.pen.rectangle((1310, 370, 2050, 640), fill=(36, 66, 122))
    scene.pen.rectangle((1310, 370, 2050, 640), outline=(206, 164, 70), width=14)
    for i in range(9):
        x = 1350 + i * 76
        for y in (400, 478, 556):
            gold = (214, 174, 82) if (i + y // 78) % 2 else (178, 56, 46)
            scene.pen.ellipse((x, y, x + 54, y + 54), outline=gold, width=7)
            scene.pen.ellipse((x + 17, y + 17, x + 37, y + 37), fill=(226, 206, 160))
    arch = [(1560, 650), (1560, 560), (1680, 480), (1800, 560), (1800, 650)]
    scene.pen.polygon(arch, fill=(238, 220, 184))
    scene.pen.line(arch, fill=(206, 164, 70), width=12)
    for i in range(5):
        x = 2096 + 16 * math.sin(i * 1.4)
        scene.pen.ellipse((x - 14, 400 + i * 110, x + 22, 450 + i * 110), fill=(58, 112, 84))
        scene.pen.line([(2100, 380), (2100, 930)], fill=(178, 56, 46), width=5)


def demonstration() -> None:
    """A crowd from behind with blank sheets, before a lit court."""
    scene = Scene((34, 46, 78), (196, 142, 120), 61)
    scene.ridge(640, 200, (66, 70, 102), (140, 110, 112))
    _court(scene)
    scene.fill([(0, 1000), (WIDTH, 1000), (WIDTH, HEIGHT), (0, HEIGHT)], (92, 78, 82), (40, 34, 42))
    for x in (230, 2170):
        scene.pen.line([(x, 1010), (x, 560)], fill=(30, 28, 36), width=14)
        scene.glow((x, 550), 170, (255, 222, 160), 0.9)
        scene.pen.ellipse((x - 26, 520, x + 26, 578), fill=(255, 244, 210))
    for row in range(7):
        _crowd(scene, row)
    scene.save("blank-sheets.jpg")


def _court(scene: Scene) -> None:
    scene.fill(
        [(420, 480), (1980, 480), (1980, 1010), (420, 1010)], (196, 160, 124), (236, 190, 134)
    )
    scene.fill([(380, 480), (1200, 290), (2020, 480)], (168, 136, 110), (206, 166, 126))
    scene.fill([(560, 470), (1200, 326), (1840, 470)], (132, 108, 92), (156, 126, 102))
    scene.pen.rectangle((400, 478, 2000, 512), fill=(220, 182, 140))
    for i in range(7):
        if i == 3:
            continue
        x = 560 + i * 196
        scene.pen.rounded_rectangle((x, 600, x + 84, 860), 40, fill=(255, 226, 160))
        scene.pen.line([(x + 42, 600), (x + 42, 860)], fill=(176, 132, 92), width=5)
    scene.pen.rounded_rectangle((1130, 620, 1270, 1010), 60, fill=(96, 66, 52))
    for i in range(8):
        x = 470 + i * 202
        scene.fill(
            [(x, 512), (x + 46, 512), (x + 46, 990), (x, 990)], (240, 206, 160), (252, 214, 158)
        )
        scene.pen.rectangle((x + 32, 512, x + 46, 990), fill=(186, 150, 116))
    for i in range(4):
        scene.pen.rectangle(
            (400 - i * 24, 986 + i * 16, 2000 + i * 24, 1004 + i * 16),
            fill=_tone((196, 160, 126), -i * 18),
        )


def _crowd(scene: Scene, row: int) -> None:
    size, y = 26 + row * 13, 1060 + row * row * 9 + row * 34
    x = -scene.chance.uniform(0, size * 2)
    while x < WIDTH + size:
        shift = float(scene.chance.uniform(-size * 0.35, size * 0.35))
        coat = _mix((96, 84, 96), (26, 24, 34), row / 6)
        _person(scene, (x, y + shift), size, _tone(coat, float(scene.chance.uniform(-9, 12))))
        x += size * float(scene.chance.uniform(2.0, 3.0))


def _person(scene: Scene, foot: Point, size: float, coat: Colour) -> None:
    x, y = foot
    if scene.chance.uniform() < 0.42:
        lift, tilt = size * scene.chance.uniform(2.4, 3.3), size * scene.chance.uniform(-0.25, 0.25)
        for side in (-1, 1):
            scene.pen.line(
                [(x + side * size, y + size), (x + side * size * 0.8, y - lift)],
                coat,
                int(size * 0.42),
            )
        top, low = y - lift - size * 1.4, y - lift + size * 0.1
        sheet = [(x - size, top + tilt), (x + size, top - tilt)]
        sheet += [(x + size, low - tilt), (x - size, low + tilt)]
        scene.fill(sheet, (252, 246, 234), (226, 214, 200))
    scene.pen.rounded_rectangle(
        (x - size * 1.15, y + size * 0.5, x + size * 1.15, y + size * 6), size * 0.8, fill=coat
    )
    hair = _tone(coat, float(scene.chance.uniform(-8, 34)))
    scene.pen.ellipse(
        (x - size * 0.66, y - size * 0.95, x + size * 0.66, y + size * 0.75), fill=hair
    )
    if scene.chance.uniform() < 0.4:
        cap = ((128, 54, 50), (60, 84, 110), (142, 118, 78))[int(scene.chance.integers(3))]
        scene.pen.pieslice(
            (x - size * 0.72, y - size * 1.05, x + size * 0.72, y + size * 0.6), 180, 360, fill=cap
        )


def road() -> None:
    """White lorries on a winding road beneath snow peaks."""
    scene = Scene((120, 156, 190), (232, 230, 222), 83)
    _peaks(scene)
    scene.ridge(860, 260, (122, 132, 138), (168, 168, 160))
    scene.mist(900, 90, (226, 228, 224), 0.5)
    scene.ridge(1040, 220, (112, 112, 92), (96, 92, 70))
    slope = [(0, 1000), (500, 1060), (1300, 1110), (2400, 1000), (2400, 1600), (0, 1600)]
    scene.fill(slope, (142, 134, 98), (78, 74, 54))
    _stones(scene)
    _ribbon(scene)
    for x, y, size in ((600, 1116, 0.42), (800, 1136, 0.48), (1010, 1152, 0.54), (1240, 1166, 0.62),
                       (1500, 1178, 0.72)):  # fmt: skip
        _lorry(scene, x, y, size)
    _lorry(scene, 420, 1440, 1.25)
    _lorry(scene, 1010, 1480, 1.5)
    scene.save("convoy-road.jpg")


def _peaks(scene: Scene) -> None:
    tops = [(-60, 700), (240, 400), (440, 600), (800, 210), (1090, 590), (1330, 430), (1530, 640),
            (1880, 270), (2160, 590), (2330, 470), (2500, 680)]  # fmt: skip
    for i in range(1, len(tops) - 1, 2):
        left, peak, right = tops[i - 1], tops[i], tops[i + 1]
        west = _jagged(scene, (left[0] - 90, 900), peak)
        east = _jagged(scene, peak, (right[0] + 90, 900))
        spine = _jagged(scene, peak, (peak[0] + 40, 900), wide=44)
        scene.fill([*west, *spine], (244, 245, 243), (150, 162, 176))
        scene.fill([*east, *reversed(spine)], (150, 170, 198), (128, 142, 160))
    scene.mist(830, 150, (206, 214, 218), 0.6)


def _jagged(scene: Scene, start: Point, end: Point, wide: float = 15) -> list[Point]:
    parts = 14
    line = [start]
    for i in range(1, parts):
        x = start[0] + (end[0] - start[0]) * i / parts
        y = start[1] + (end[1] - start[1]) * i / parts
        line.append((x + scene.chance.uniform(-wide, wide), y + scene.chance.uniform(-10, 10)))
    return [*line, end]


def _stones(scene: Scene) -> None:
    for _ in range(500):
        x, y = scene.chance.uniform(0, WIDTH), 1090 + scene.chance.uniform(0, 1) ** 1.2 * 510
        r = 2 + (y - 1060) / 50
        tone = scene.chance.uniform(-30, 26)
        scene.pen.ellipse((x, y, x + r * 2.4, y + r), fill=_tone((124, 116, 86), tone))


def _ribbon(scene: Scene) -> None:
    far = [(0, 1060), (560, 1120), (1100, 1166), (1700, 1190), (2140, 1210), (2230, 1260)]
    near = [(2140, 1330), (1500, 1380), (700, 1400), (0, 1430)]
    low = [(0, 1560), (700, 1540), (1560, 1500), (2260, 1400), (2380, 1260), (2240, 1170)]
    top = [(1700, 1150), (1100, 1130), (560, 1090), (0, 1036)]
    scene.fill([*far, *near, *low, *top], (134, 128, 122), (92, 88, 86))
    scene.pen.line([*top[::-1], *low[::-1]], fill=(206, 198, 184), width=5)
    for i in range(18):
        x, y = 60 + i * 112, 1496 - i * 3.2 - max(0, i - 9) * 5
        scene.pen.line([(x, y), (x + 52, y - 3)], fill=(214, 206, 190), width=6)


def _lorry(scene: Scene, x: float, y: float, size: float) -> None:
    def box(left: float, top: float, right: float, bottom: float) -> tuple[float, ...]:
        return (x + left * size, y + top * size, x + right * size, y + bottom * size)

    pen = scene.pen
    pen.ellipse(box(-20, 6, 410, 30), fill=(70, 66, 62))
    pen.rectangle(box(0, -150, 290, -16), fill=(240, 238, 230))
    pen.rectangle(box(0, -44, 290, -16), fill=(206, 204, 198))
    pen.rectangle(box(0, -108, 290, -84), fill=(36, 98, 150))
    pen.rounded_rectangle(box(296, -120, 384, -8), 16 * size, fill=(228, 226, 220))
    glass = [(336, -108), (370, -108), (380, -62), (336, -62)]
    pen.polygon([(x + dx * size, y + dy * size) for dx, dy in glass], fill=(72, 92, 108))
    pen.rectangle(box(0, -18, 384, -2), fill=(58, 56, 56))
    for wheel in (36, 84, 226, 336):
        pen.ellipse(box(wheel - 22, -22, wheel + 22, 22), fill=(38, 36, 36))
        pen.ellipse(box(wheel - 9, -9, wheel + 9, 9), fill=(150, 146, 140))


def _tone(colour: Colour, by: float) -> Colour:
    red, green, blue = (max(0, min(255, int(part + by))) for part in colour)
    return (red, green, blue)


def _mix(one: Colour, other: Colour, part: float) -> Colour:
    red, green, blue = (int(a * (1 - part) + b * part) for a, b in zip(one, other, strict=True))
    return (red, green, blue)


SCENES: tuple[Callable[[], None], ...] = (
    church, church_wall, flood, chamber, manuscript, demonstration, road,
)  # fmt: skip

if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for draw in SCENES:
        draw()
