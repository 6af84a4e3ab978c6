"""Plain references for the attention variants in this folder. Slow on purpose; only NumPy is needed."""

import numpy as np


def attention(q, k, v, mask=None):
    """Textbook softmax attention. q, k, v: (n, d); mask: (n, n), True where a query may look."""
    scores = q @ k.T / np.sqrt(q.shape[1])
    if mask is not None:
        scores = np.where(mask, scores, -np.inf)
    weights = np.exp(scores - scores.max(axis=1, keepdims=True))
    return weights @ v / weights.sum(axis=1, keepdims=True)


def tiled_attention(q, k, v, tile=64):
    """The same result with one tile of keys at a time, so the n x n scores are never stored.

    @paper:flashattention, the running maximum and sum of the online softmax.
    """
    n, d = q.shape
    out = np.zeros((n, v.shape[1]))
    running_max = np.full(n, -np.inf)
    running_sum = np.zeros(n)
    for start in range(0, n, tile):
        scores = q @ k[start : start + tile].T / np.sqrt(d)
        new_max = np.maximum(running_max, scores.max(axis=1))
        # What was summed under the old maximum is worth this much under the new one.
        rescale = np.exp(running_max - new_max)
        weights = np.exp(scores - new_max[:, None])
        out = out * rescale[:, None] + weights @ v[start : start + tile]
        running_sum = running_sum * rescale + weights.sum(axis=1)
        running_max = new_max
    return out / running_sum[:, None]


def lambda_mask(n, first=4, window=256):
    """Causal mask that keeps the first tokens and a window of recent ones: O(n) pairs instead of O(n^2).

    @paper:lm-infinite. The distance limit on positions is left to the caller.
    """
    query = np.arange(n)[:, None]
    key = np.arange(n)[None, :]
    return (key <= query) & ((key < first) | (query - key < window))


if __name__ == "__main__":
    rng = np.random.default_rng(7)
    q, k, v = rng.standard_normal((3, 1000, 64))
    print("tiled, largest error:", np.abs(tiled_attention(q, k, v) - attention(q, k, v)).max())
    mask = lambda_mask(1000)
    print("pairs kept by the mask:", f"{mask.sum() / np.tril(np.ones_like(mask)).sum():.1%}")
    print("masked, first row is v[0]:", np.allclose(attention(q, k, v, mask)[0], v[0]))
