"""The small network that three labs share: handwritten digits (8 x 8 pixels, shipped with scikit-learn) through two hidden layers."""

from __future__ import annotations

import itertools

import numpy as np
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split

from .lab import Array

WIDTH = 512


def digits() -> tuple[Array, Array, Array, Array]:
    """(training images, test images, training labels, test labels); pixels from 0 to 16 as they come."""
    images, labels = load_digits(return_X_y=True)
    parts: tuple[Array, ...] = train_test_split(images.astype(np.float32), labels, test_size=0.4, random_state=0, stratify=labels)
    return parts[0], parts[1], parts[2], parts[3]


class Mlp:
    """Weights and biases of 64 -> width -> width -> 10, and plain NumPy to use and train them."""

    def __init__(self, sizes: tuple[int, ...] = (64, WIDTH, WIDTH, 10), seed: int = 0) -> None:
        rng = np.random.default_rng(seed)
        self.weights = [rng.normal(0, np.sqrt(2 / a), (a, b)).astype(np.float32) for a, b in itertools.pairwise(sizes)]
        self.biases = [np.zeros(b, np.float32) for b in sizes[1:]]

    def layers(self, x: Array) -> list[Array]:
        """The input and the output of every layer; the last are scores, before softmax."""
        found = [x / 16 - 0.5]
        for n, (w, b) in enumerate(zip(self.weights, self.biases, strict=True)):
            z = found[-1] @ w + b
            found.append(z if n == len(self.weights) - 1 else np.maximum(z, 0))
        return found

    def predict(self, x: Array) -> Array:
        return self.layers(x)[-1].argmax(1)

    def train(self, x: Array, y: Array, epochs: int, rate: float = 1e-3, masks: list[Array] | None = None, seed: int = 0) -> Mlp:
        """Adam, batches of 64. `masks` keeps weights that were cut at zero."""
        rng = np.random.default_rng(seed)
        params = [*self.weights, *self.biases]
        first, second, step = [np.zeros_like(p) for p in params], [np.zeros_like(p) for p in params], 0
        for _ in range(epochs):
            order = rng.permutation(len(x))
            for start in range(0, len(x), 64):
                step += 1
                for p, g, m, v in zip(
                    params, self._gradients(x[order[start : start + 64]], y[order[start : start + 64]]), first, second, strict=True
                ):
                    m += 0.1 * (g - m)
                    v += 0.001 * (g * g - v)
                    p -= rate * (m / (1 - 0.9**step)) / (np.sqrt(v / (1 - 0.999**step)) + 1e-8)
                for w, mask in zip(self.weights, masks or (), strict=False):
                    w *= mask
        return self

    def _gradients(self, x: Array, y: Array) -> list[Array]:
        outputs = self.layers(x)
        shifted = np.exp(outputs[-1] - outputs[-1].max(1, keepdims=True))
        delta = shifted / shifted.sum(1, keepdims=True)
        delta[np.arange(len(y)), y] -= 1
        delta /= len(y)
        of_weights: list[Array] = []
        of_biases: list[Array] = []
        for n in reversed(range(len(self.weights))):
            of_weights.insert(0, outputs[n].T @ delta)
            of_biases.insert(0, delta.sum(0))
            delta = (delta @ self.weights[n].T) * (outputs[n] > 0) if n else delta
        return [*of_weights, *of_biases]


def trained(epochs: int = 12) -> tuple[Mlp, tuple[Array, Array, Array, Array]]:
    """(network, data). The same seed gives the same network but for the last bits of a sum."""
    data = digits()
    return Mlp().train(data[0], data[2], epochs), data
