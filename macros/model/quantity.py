"""A value with what it means. Qualifier values are unique over all keys, so that a fact id can select by value alone."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, model_validator

from .base import Id, Model, PastDate, Text, Value

# key -> value -> words on the page
QUALIFIER_WORDS: dict[str, dict[str, str]] = {
    "precision": {p: p.upper() for p in ("fp64", "fp32", "tf32", "fp16", "bf16", "fp8", "fp6", "fp4", "int8", "int4")},
    "path": {"vector": "벡터 연산", "tensor": "텐서 코어", "emulated": "에뮬레이션"},
    "sparsity": {"dense": "밀집", "sparse": "희소(2:4)", "unlabelled": "밀집·희소 표시 없음"},
    "use": {"training": "학습", "inference": "추론"},
    "scope": {
        "die": "다이 하나",
        "gpu": "GPU 하나",
        "superchip": "슈퍼칩 하나",
        "board": "보드 전체",
        "system": "시스템 전체",
        "rack": "랙 전체",
        "cluster": "클러스터 전체",
        "cpu": "CPU 하나",
        "link": "링크 하나",
        "port": "포트 하나",
        "lane": "레인 하나",
        "switch": "스위치 칩 하나",
        "tray": "트레이 하나",
        "adapter": "어댑터 하나",
    },
    "direction": {"one-way": "한 방향", "both-ways": "양방향 합계"},
    "layer": {"line-rate": "회선 속도", "payload": "유효 데이터", "measured": "측정값"},
    "bytes": {"decimal": "10진 단위", "binary": "2진 단위", "base-unknown": "단위 기준 미상"},
    "stage": {"preliminary": "예비 사양", "launch": "발표 당시", "shipping": "출하 사양", "driver": "드라이버 표시"},
    "form": {"sxm": "SXM", "pcie": "PCIe", "nvl": "NVL", "mezzanine": "메자닌"},
    "condition": {
        "up-to": "최대",
        "configurable": "설정 가능",
        "maximum": "최댓값",
        "typical": "전형값",
        "peak-provisioning": "설비 산정용 최대",
    },
    "count": {"packages": "패키지 수", "dies": "다이 수"},
}
KEY_WORDS = {
    "precision": "정밀도",
    "path": "연산 경로",
    "sparsity": "희소성",
    "use": "용도",
    "scope": "범위",
    "direction": "방향",
    "layer": "속도의 층",
    "bytes": "바이트 기준",
    "stage": "단계",
    "form": "폼 팩터",
    "condition": "조건",
    "count": "세는 단위",
}
QUALIFIER_OF = {value: key for key, values in QUALIFIER_WORDS.items() for value in values}


class Qualifiers(Model):
    """한정어. 없는 것은 말하지 않은 것이다."""

    precision: Literal["fp64", "fp32", "tf32", "fp16", "bf16", "fp8", "fp6", "fp4", "int8", "int4"] | None = None
    path: Literal["vector", "tensor", "emulated"] | None = None
    sparsity: Literal["dense", "sparse", "unlabelled"] | None = None
    use: Literal["training", "inference"] | None = None
    scope: (
        Literal[
            "die",
            "gpu",
            "superchip",
            "board",
            "system",
            "rack",
            "cluster",
            "cpu",
            "link",
            "port",
            "lane",
            "switch",
            "tray",
            "adapter",
        ]
        | None
    ) = None
    direction: Literal["one-way", "both-ways"] | None = None
    layer: Literal["line-rate", "payload", "measured"] | None = None
    bytes: Literal["decimal", "binary", "base-unknown"] | None = None
    stage: Literal["preliminary", "launch", "shipping", "driver"] | None = None
    form: Literal["sxm", "pcie", "nvl", "mezzanine"] | None = None
    condition: Literal["up-to", "configurable", "maximum", "typical", "peak-provisioning"] | None = None
    count: Literal["packages", "dies"] | None = None

    def items(self) -> tuple[tuple[str, str], ...]:
        """The stated (key, value) pairs in the fixed order of QUALIFIER_WORDS."""
        given = self.__dict__  # every fact asks, a dozen times over
        if not self.__pydantic_fields_set__:
            return ()
        return tuple([(key, given[key]) for key in QUALIFIER_WORDS if given[key] is not None])

    def words(self) -> tuple[str, ...]:
        return tuple(QUALIFIER_WORDS[key][value] for key, value in self.items())


class Disagreement(Model):
    """같은 것에 대해 나도는 다른 값과 그 까닭."""

    value: Value
    unit: Text | None = None
    source: Id
    why: Text


def _state(value: Any) -> Any:
    return "no" if value is False else value


class Fact(Model):
    """값 하나: 값 또는 상태 또는 계산식 가운데 꼭 하나."""

    value: Value | None = None
    unit: Text | None = None
    qualifiers: Qualifiers = Qualifiers()
    derived: Text | None = None
    """다른 사실의 id와 수로 쓴 식. 빌드할 때 계산한다."""
    state: Annotated[Literal["unknown", "no", "not_applicable"] | None, BeforeValidator(_state)] = None
    reason: Text | None = None
    source: Id | None = None
    locator: Text | None = None
    """출처 안의 자리: 표, 절, 행."""
    verified: PastDate | None = None
    how: Literal["document", "copy", "quoted", "derived"] | None = None
    confidence: Literal["high", "medium", "low"] | None = None
    note: Text | None = None
    disagrees: tuple[Disagreement, ...] = ()

    @model_validator(mode="after")
    def _one_of(self) -> Fact:
        given = [name for name in ("value", "derived", "state") if getattr(self, name) is not None]
        if len(given) != 1:
            raise ValueError("value, derived, state 가운데 꼭 하나를 써야 합니다.")
        if self.value is not None or self.state == "no":
            missing = [name for name in ("source", "locator", "verified", "how", "confidence") if getattr(self, name) is None]
            if missing:
                raise ValueError(f"값에는 출처가 있어야 합니다. 빠진 키: {', '.join(missing)}.")
        if self.derived and self.source:
            raise ValueError("derived로 계산하는 값에는 source를 쓰지 않습니다. 출처는 식에 쓰인 사실의 것입니다.")
        return self
