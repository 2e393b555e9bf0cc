"""The map of prerequisites: a drawing of the chapters, and for each section what it needs, what it leads to and what it teaches."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from .glossary import LEVEL_WORDS

if TYPE_CHECKING:
    from . import Renderer

ROW, TOP, LEFT, RIGHT, LANE, TURN = 38, 8, 6, 238, 17, 6
_FIRST_LANE = RIGHT + 22


@dataclass(frozen=True)
class Stop:
    """One chapter of the drawing."""

    y: int
    label: str


@dataclass(frozen=True)
class Road:
    """A line from a chapter down to those that need it."""

    start: int
    x: int
    exits: tuple[int, ...]

    @property
    def path(self) -> str:
        """Out of the box, round the corner and down to the last exit."""
        end = max(self.exits)
        return f"M{RIGHT} {self.start} H{self.x - TURN} Q{self.x} {self.start} {self.x} {self.start + TURN} V{end - TURN}" + self._turn(end)

    @property
    def branches(self) -> tuple[str, ...]:
        """What leaves it before its end."""
        return tuple(f"M{self.x} {y - TURN}{self._turn(y)}" for y in self.exits if y != max(self.exits))

    def _turn(self, y: int) -> str:
        return f" Q{self.x} {y} {self.x - TURN} {y} H{RIGHT + 6}"

    @property
    def heads(self) -> tuple[str, ...]:
        return tuple(f"{RIGHT},{y} {RIGHT + 8},{y - 4} {RIGHT + 8},{y + 4}" for y in self.exits)


def chapter_needs(lessons: Sequence[Any]) -> dict[int, tuple[int, ...]]:
    """Chapter -> the chapters that it needs and that none of the others leads to, all in the order of learning."""
    direct: dict[int, set[int]] = {lesson.chapter: set() for lesson in lessons}
    for lesson in lessons:
        direct[lesson.chapter] |= {int(section.split(".")[0]) for section in lesson.needs} - {lesson.chapter}
    behind: dict[int, set[int]] = {}
    for chapter, needs in direct.items():  # in the order of learning: what it needs is there
        behind[chapter] = needs.union(*(behind.get(need, set()) for need in needs))
    order = list(direct)
    return {
        chapter: tuple(sorted((n for n in needs if not any(n in behind[other] for other in needs)), key=order.index))
        for chapter, needs in direct.items()
    }


def drawing(render: Renderer, needs: Mapping[int, Sequence[int]], titles: Mapping[int, str]) -> str:
    """Chapters one below the other; beside them a lane for each that others need."""
    row = {chapter: TOP + number * ROW for number, chapter in enumerate(needs)}
    stops = [Stop(y, titles[chapter]) for chapter, y in row.items()]
    roads: list[Road] = []
    free: list[int] = []  # where each lane's last road ends
    for chapter in needs:
        wanting = [c for c, all_needs in needs.items() if chapter in all_needs]
        if wanting:
            start = row[chapter] + 22
            exits = tuple(row[c] + 9 for c in wanting)
            lane = next((n for n, end in enumerate(free) if end < start), len(free))
            free[lane : lane + 1] = [max(exits)]
            roads.append(Road(start, _FIRST_LANE + lane * LANE, exits))
    said = [f"{chapter}장은 {', '.join(f'{n}장' for n in all_needs)} 다음" for chapter, all_needs in needs.items() if all_needs]
    across = max((road.x for road in roads), default=RIGHT) + LEFT
    height = TOP * 2 + len(stops) * ROW - 8
    return render.block("lessons_drawing", stops=stops, roads=roads, said=said, across=across, height=height, left=LEFT, width=RIGHT - LEFT)


def chapters(
    render: Renderer, lessons: Sequence[Any], heads: Mapping[int, Any], page: str, where: Mapping[str, Any], leads: Callable[[Any], Any]
) -> str:
    """The lists, a chapter each."""
    groups: dict[int, list[Any]] = {}
    for lesson in lessons:
        groups.setdefault(lesson.chapter, []).append(lesson)
    shown = [(chapter, heads.get(chapter), found) for chapter, found in groups.items()]
    return render.block("lessons", chapters=shown, page=page, where=where, leads=leads, levels=LEVEL_WORDS, glossary="glossary.md")
