"""The shared network as ONNX: written node by node, quantized with explicit Q/DQ nodes, run by ONNX Runtime on the CPU."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import onnx
import onnxruntime as ort
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import CalibrationDataReader, QuantFormat, QuantType, quantize_static

from .lab import Array
from .mlp import Mlp

BASIC = ort.GraphOptimizationLevel.ORT_ENABLE_BASIC
ALL = ort.GraphOptimizationLevel.ORT_ENABLE_ALL
NONE = ort.GraphOptimizationLevel.ORT_DISABLE_ALL


def export(mlp: Mlp, path: Path) -> Path:
    """As exporters of frameworks write it: scaling as separate nodes, weights stored (out, in) and transposed in the graph."""
    nodes: list[Any] = []
    constants: list[Any] = []
    last = "image"

    def constant(name: str, value: Array) -> str:
        constants.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def node(kind: str, *inputs: str, **attributes: Any) -> str:
        out = f"{kind.lower()}_{len(nodes)}"
        nodes.append(helper.make_node(kind, list(inputs), [out], name=out, **attributes))
        return out

    last = node("Sub", node("Div", last, constant("scale", np.float32(16))), constant("shift", np.float32(0.5)))
    for n, (w, b) in enumerate(zip(mlp.weights, mlp.biases, strict=True)):
        weight = node("Transpose", constant(f"weight_{n}", w.T), perm=[1, 0])
        last = node("Add", node("MatMul", last, weight), constant(f"bias_{n}", b))
        if n < len(mlp.weights) - 1:
            last = node("Identity", node("Relu", last))
    nodes[-1].output[0] = "score"
    ends = [helper.make_tensor_value_info(name, TensorProto.FLOAT, ["batch", size]) for name, size in (("image", 64), ("score", 10))]
    graph = helper.make_graph(nodes, "digits", ends[:1], ends[1:], constants)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 21)], ir_version=10)
    onnx.checker.check_model(model)
    onnx.save(model, path)
    return path


def optimized(path: Path, out: Path) -> Path:
    """Let ONNX Runtime fold constants and drop what does nothing, and keep the graph it made: still standard ONNX."""
    options = ort.SessionOptions()
    options.graph_optimization_level = BASIC
    options.optimized_model_filepath = str(out)
    ort.InferenceSession(path, options, providers=["CPUExecutionProvider"])
    return out


class _Calibration(CalibrationDataReader):  # type: ignore[misc]
    def __init__(self, images: Array) -> None:
        self._batches = iter(images[start : start + 64] for start in range(0, len(images), 64))

    def get_next(self) -> dict[str, Array] | None:
        batch = next(self._batches, None)
        return None if batch is None else {"image": batch}


def quantize(path: Path, out: Path, calibration: Array) -> Path:
    """INT8 by explicit Q/DQ nodes, symmetric, one scale for each output of a weight: what TensorRT asks of a file."""
    quantize_static(
        path,
        out,
        _Calibration(calibration),
        quant_format=QuantFormat.QDQ,
        activation_type=QuantType.QInt8,
        weight_type=QuantType.QInt8,
        per_channel=True,
        op_types_to_quantize=["MatMul", "Gemm"],
        extra_options={"ActivationSymmetric": True, "WeightSymmetric": True, "QuantizeBias": False},
    )
    return out


def session(path: Path, level: Any = ALL) -> ort.InferenceSession:
    """On one thread."""
    options = ort.SessionOptions()
    options.graph_optimization_level = level
    options.intra_op_num_threads = 1
    options.log_severity_level = 3
    return ort.InferenceSession(path, options, providers=["CPUExecutionProvider"])


def infer(session: ort.InferenceSession, images: Array) -> Array:
    scores: Array = session.run(["score"], {"image": images})[0]
    return scores


def kinds(path: Path) -> dict[str, int]:
    """How many nodes of each kind a graph has."""
    found: dict[str, int] = {}
    for node in onnx.load(path).graph.node:
        found[node.op_type] = found.get(node.op_type, 0) + 1
    return found
