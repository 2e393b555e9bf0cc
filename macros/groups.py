"""What an attribute is about, so that a long list of specifications reads in parts. By id, then by the dimension of its unit."""

from __future__ import annotations

import re

from . import units
from .model.attribute import Attribute

# In the order in which a page shows them: key, heading, ids.
GROUPS = (
    ("chip", "칩과 구성", r"transistors|die|process|^sm_|cores?$|^cores|threads|clock|compute_capability|tensor_core_generation|composition"
     r"|^gpus|^cpu$|^cpus|^nics|^dpus|nvswitch_count|trays|mig_|gpus_per|chips_per|systems|nodes|architecture|^os$|operating"),
    ("compute", "연산 성능", r"throughput|tops$|flops|triangle_rate|fill_rate|polygon_rate"),
    ("memory", "메모리와 저장 장치", r"memory|cache|storage$|ssd|sequential_"),
    ("links", "연결과 네트워크", r"nvlink|pcie|c2c|bandwidth|network|port_rate|lane_rate|line_rate|transfer_rate|scale_out|links?_|_links$"
     r"|lanes|ports?|switch|fabric|topology|host|domain|coherent|coding|ethernet|infiniband|reduction|storage_network"),
    ("power", "전력과 설치", r"tdp|power|rack_units|weight|cooling|height|width|depth|dimension|temperature|noise|slot|form_factor"),
    ("name", "이름과 판매", r"price|sale|former_name|used_in|warranty|availability|milestone|partners|definition|builder|delivered"
     r"|target_use|contributed|claim|release"),
)  # fmt: skip
OTHER = ("other", "그 밖의 사양")
# Unit -> group, for an attribute whose id says nothing.
_UNITS = (("TFLOPS", "compute"), ("TOPS", "compute"), ("GB", "memory"), ("GB/s", "links"), ("W", "power"), ("kg", "power"), ("USD", "name"))
WORDS = {key: words for key, words, _ in GROUPS} | {OTHER[0]: OTHER[1]}
# More than one group's pattern fits these.
_EXCEPTIONS = {"storage_network": "links", "cpu_memory_bandwidth": "memory", "memory_bandwidth": "memory", "gpu_memory_bandwidth": "memory",
               "network_bandwidth": "links", "nvlink_switches": "links"}  # fmt: skip


def group_of(id: str, attribute: Attribute) -> str:
    """The key of the group that an attribute belongs to."""
    if id in _EXCEPTIONS:
        return _EXCEPTIONS[id]
    for key, _, pattern in GROUPS:
        if re.search(pattern, id):
            return key
    if attribute.unit and units.known(attribute.unit):
        return next((key for unit, key in _UNITS if units.same_dimension(unit, attribute.unit or "")), OTHER[0])
    return OTHER[0]
