"""The trust ledger as a file: the same figures as its page."""

from __future__ import annotations

import datetime

from macros.model.base import Model
from macros.trust import Figures, Ledger


class FiguresRecord(Model):
    """사실을 센 수. share는 출처가 있는 사실(sourced) 가운데의 몫이다."""

    facts: int
    sourced: int
    """출처가 스스로 있는 사실. 나머지는 계산값이거나 값이 없다."""
    derived: int
    primary: int
    """출처가 만든 곳의 문서나 표준, 법령 원문인 사실."""
    primary_share: float | None
    document: int
    """문서를 직접 열어 본 사실."""
    document_share: float | None
    copy_seen: int
    """문서의 사본을 본 사실."""
    quoted: int
    """인용만 본 사실."""
    reckoned: int
    """출처의 다른 수로 사람이 셈한 사실."""
    overdue: int
    """다시 볼 때가 지난 사실."""
    median_age_days: int | None


class KindRecord(Model):
    kind: str
    figures: FiguresRecord


class HalfLifeRecord(Model):
    """한 번 본 것이 며칠 동안 유효한가."""

    key: str
    title: str
    days: int
    why: str
    facts: int
    oldest: datetime.date | None
    first_due: datetime.date | None
    overdue: int


class OverdueRecord(Model):
    fact: str
    half_life: str
    due: datetime.date


class TrustRecord(Model):
    """신뢰 장부."""

    day: datetime.date
    """기한을 재는 날: 빌드한 날."""
    total: FiguresRecord
    kinds: tuple[KindRecord, ...]
    half_lives: tuple[HalfLifeRecord, ...]
    confidence: dict[str, int]
    errata: dict[str, int]
    overdue: tuple[OverdueRecord, ...]
    disagreements: tuple[str, ...]
    """다른 값이 나도는 사실의 id."""
    derived: tuple[str, ...]
    low_confidence: tuple[str, ...]


def trust_record(ledger: Ledger) -> TrustRecord:
    return TrustRecord(
        day=ledger.day,
        total=_figures(ledger.all),
        kinds=tuple(KindRecord(kind=kind, figures=_figures(f)) for kind, f in ledger.kinds.items()),
        half_lives=tuple(
            HalfLifeRecord(
                key=a.half_life.key,
                title=a.half_life.words,
                days=a.half_life.days,
                why=a.half_life.why,
                facts=a.facts,
                oldest=a.oldest,
                first_due=a.due,
                overdue=a.overdue,
            )
            for a in ledger.ageing
        ),
        confidence=dict(ledger.confidence),
        errata=dict(ledger.errata),
        overdue=tuple(OverdueRecord(fact=o.found.id, half_life=o.half_life.key, due=o.due) for o in ledger.overdue),
        disagreements=tuple(f.id for f in ledger.disagreements),
        derived=tuple(f.id for f in ledger.derived),
        low_confidence=tuple(f.id for f in ledger.low),
    )


def _figures(f: Figures) -> FiguresRecord:
    return FiguresRecord(
        facts=f.facts,
        sourced=f.sourced,
        derived=f.derived,
        primary=f.primary,
        primary_share=_rounded(f.share("primary")),
        document=f.document,
        document_share=_rounded(f.share("document")),
        copy_seen=f.copy,
        quoted=f.quoted,
        reckoned=f.reckoned,
        overdue=f.overdue,
        median_age_days=f.median_age,
    )


def _rounded(share: float | None) -> float | None:
    return None if share is None else round(share, 4)
