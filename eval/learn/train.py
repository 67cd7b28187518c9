#!/usr/bin/env python3
"""Learns the maps of server/model/learned from what `npm run learn -- export` wrote; see CARD.md there.

    pip install jax numpy && python3 eval/learn/train.py dist/learn server/model/learned

Three parts, each on the vectors of the embedding model, which stays as it is:
  adapter   a low-rank change of a question's token vectors and weights, so that late interaction puts the sentences that
            answer first (softmax over candidate sentences);
  measure   neighbourhood components analysis (Goldberger et al., NIPS 2004) on question vectors: questions that share an
            answer lie together; questions of one hand do not teach each other;
  evidence  a head over late interaction: whether a sentence answers a question (logistic loss over candidates; questions
            that the sources do not answer have none).
`--without DOCUMENT` leaves out what points to a document, to measure what a new document may expect. The cases of the tune
half are not learned from: on them the weights are fitted (`npm run learn -- fit`).
"""
import argparse, hashlib, json, os, time
import jax, jax.numpy as jnp, numpy as np

RANK, HIDDEN, COMPONENTS = 32, 24, 192
TOKENS, CANDIDATES, WINDOW = 24, 24, 96  # question tokens, sentences a question is compared with, tokens of a sentence with its neighbours
LARGEST_IMPORTANCE = 3.0


def adam(loss, parameters, batches, rate, total):
    """Adam (Kingma & Ba 2015) with a linearly falling rate; prints the mean loss of each epoch."""
    gradient = jax.jit(jax.value_and_grad(loss))
    step = jax.jit(lambda p, m, v, g, t, r: (
        jax.tree.map(lambda a, b, c: a - r * (b / (1 - 0.9**t)) / (jnp.sqrt(c / (1 - 0.99**t)) + 1e-7), p, (m := jax.tree.map(lambda a, b: 0.9 * a + 0.1 * b, m, g)), (v := jax.tree.map(lambda a, b: 0.99 * a + 0.01 * b * b, v, g))), m, v))
    m = v = jax.tree.map(jnp.zeros_like, parameters)
    t = 0
    for epoch in range(10**6):
        losses, started = [], time.time()
        for batch in batches(epoch):
            t += 1
            value, g = gradient(parameters, *batch)
            parameters, m, v = step(parameters, m, v, g, t, rate * max(0.02, 1 - t / total))
            losses.append(float(value))
        if not losses:
            return parameters
        print(f"  epoch {epoch + 1}: {np.mean(losses):.4f} ({time.time() - started:.0f} s)", flush=True)


class Data:
    def __init__(self, folder, without=None):
        export = json.load(open(os.path.join(folder, "export.json")))
        self.model, self.dimensions = export["modelSha256"], export["dimensions"]
        read = lambda name: np.fromfile(os.path.join(folder, name), "<f4").reshape(-1, self.dimensions)
        self.passages, tokens, self.vectors = read("passages.f32"), read("questions.f32"), read("question-vectors.f32")
        self.sentences = [s for s in export["sentences"] if s["key"].rsplit("/", 1)[0] != without]
        place = {s["key"]: i for i, s in enumerate(self.sentences)}
        kept = [(i, q) for i, q in enumerate(export["questions"]) if q["half"] != "tune" and (not q["sentences"] or any(k in place for k in q["sentences"]))]
        self.rows = np.array([i for i, _ in kept])
        self.answers = [np.array([place[k] for k in q["sentences"] if k in place], int) for _, q in kept]
        hands = sorted({q["hand"] for _, q in kept})
        self.hand = np.array([hands.index(q["hand"]) for _, q in kept])
        n = len(kept)
        self.q, self.w = np.zeros((n, TOKENS, self.dimensions), np.float32), np.zeros((n, TOKENS), np.float32)
        for x, (_, question) in enumerate(kept):
            a, b = question["tokens"]
            weights = np.array(question["weights"], np.float32)
            heaviest = np.sort(np.argsort(-weights, kind="stable")[:TOKENS])
            self.q[x, : len(heaviest)], self.w[x, : len(heaviest)] = tokens[a:b][heaviest], weights[heaviest] / weights[heaviest].sum()
        self.own = np.array([s["own"] for s in self.sentences])
        self.window = np.array([s["window"] for s in self.sentences])
        unit = lambda x: x / (np.linalg.norm(x, axis=-1, keepdims=True) + 1e-9)
        self.mean = unit(np.array([self.passages[a:b].mean(0) for a, b in self.own])).astype(np.float32)
        # Tokens of each sentence with its neighbours, cut around the sentence itself; -1 is none.
        self.tokens = np.full((len(self.sentences), WINDOW), -1, np.int32)
        for i, ((a, b), (c, d)) in enumerate(zip(self.own, self.window)):
            c = max(c, min(a, b - WINDOW)) if d - c > WINDOW else c
            run = np.arange(c, min(d, c + WINDOW))
            self.tokens[i, : len(run)] = run
        self.is_own = (self.tokens >= self.own[:, :1]) & (self.tokens < self.own[:, 1:])


def adapt(p, q, w):
    """As adaptQuery in server/model/query-adapter.ts."""
    a = q + (q @ p["down"].T) @ p["up"]
    # The root of a little more than nothing: empty rows have no direction, and no gradient.
    a = a / jnp.sqrt((a * a).sum(-1, keepdims=True) + 1e-12)
    weights = w * jnp.exp(jnp.clip(q @ p["importance"], -LARGEST_IMPORTANCE, LARGEST_IMPORTANCE))
    return a, weights / (weights.sum(-1, keepdims=True) + 1e-9)


def candidates(data, adapter, count):
    """Per question the sentences that lie nearest by their means; those that answer are always among them."""
    a, w = jax.jit(adapt)(adapter, data.q, data.w) if len(data.q) < 2000 else tuple(np.concatenate(x) for x in zip(*[map(np.asarray, jax.jit(adapt)(adapter, data.q[i : i + 1000], data.w[i : i + 1000])) for i in range(0, len(data.q), 1000)]))
    whole = (np.asarray(a) * np.asarray(w)[..., None]).sum(1) - data.mean.mean(0)
    near = np.argsort(-(whole @ (data.mean - data.mean.mean(0)).T), axis=1)[:, :count]
    for x, answers in enumerate(data.answers):
        missing = [s for s in answers if s not in near[x]][: count // 3]
        if missing:
            near[x, -len(missing) :] = missing
    return near


def labels(data, near):
    return np.array([np.isin(near[x], data.answers[x]) for x in range(len(near))], np.float32)


def similarities(q, tokens, passages):
    """Of question tokens with the tokens of candidate sentences: `batch × candidates × question tokens × sentence tokens`."""
    t = passages[jnp.maximum(tokens, 0)]
    return jnp.einsum("bmd,bktd->bkmt", q, t)


def train_adapter(data, epochs, rng):
    D = data.dimensions
    p = dict(down=jnp.asarray(rng.normal(0, 0.02, (RANK, D)), jnp.float32), up=jnp.zeros((RANK, D)), importance=jnp.zeros(D), sharp=jnp.log(jnp.array([12.0, 12.0])))
    near = candidates(data, p, CANDIDATES)
    y = labels(data, near)
    asked = np.flatnonzero(y.any(1))
    passages, tokens, is_own = jnp.asarray(data.passages), data.tokens, data.is_own

    def loss(p, q, w, t, own, good):
        a, weights = adapt(p, q, w)
        s = similarities(a, t, passages)
        best = lambda mask: (jnp.where(mask[:, :, None], s, -1.0).max(-1) * weights[:, None]).sum(-1)
        scores = jnp.exp(p["sharp"][0]) * best(own) + jnp.exp(p["sharp"][1]) * best(t >= 0)
        return -(jax.nn.logsumexp(jnp.where(good > 0, scores, -1e9), -1) - jax.nn.logsumexp(scores, -1)).mean() + 1e-3 * sum((p[k] ** 2).sum() for k in ("down", "up", "importance")) / 10

    size = 32
    def batches(epoch):
        if epoch >= epochs:
            return
        order = rng.permutation(asked)
        for i in range(0, len(order) - size + 1, size):
            x = order[i : i + size]
            yield data.q[x], data.w[x], tokens[near[x]], is_own[near[x]], y[x]
    return adam(loss, p, batches, 2e-3, epochs * (len(asked) // size))


def train_measure(data, epochs, rng):
    asked = np.flatnonzero([len(a) > 0 for a in data.answers])
    X = data.vectors[data.rows[asked]]
    mean = X.mean(0)
    C = (X - mean) / np.linalg.norm(X - mean, axis=1, keepdims=True)
    Y = np.zeros((len(asked), len(data.sentences)), np.float32)
    for i, x in enumerate(asked):
        Y[i, data.answers[x]] = 1
    hand = data.hand[asked]
    D = data.dimensions
    p = dict(transform=jnp.eye(D), sharpness=jnp.log(15.0))

    def loss(p, x, y, h):
        z = x @ p["transform"].T
        z = z / jnp.linalg.norm(z, axis=1, keepdims=True)
        part = h[:, None] != h[None]
        good = (y @ y.T > 0) & part
        e = jnp.where(part, jnp.exp(jnp.exp(p["sharpness"]) * (z @ z.T - 1)), 0.0)
        counted = good.any(1)
        share = jnp.where(counted, jnp.where(good, e, 0.0).sum(1), 1.0) / jnp.where(counted, e.sum(1), 1.0)
        return -jnp.log(share + 1e-12).sum() / jnp.maximum(counted.sum(), 1) + 1e-3 * ((p["transform"] - jnp.eye(D)) ** 2).sum()

    size = 512
    def batches(epoch):
        if epoch >= epochs:
            return
        order = rng.permutation(len(asked))
        for i in range(0, len(order) - size + 1, size):
            x = order[i : i + size]
            yield C[x], Y[x], hand[x]
    p = adam(loss, p, batches, 1e-3, epochs * (len(asked) // size))
    # Along the principal components of its own points: hardly less is told apart, and half of the numbers are kept.
    Z = C @ np.asarray(p["transform"]).T
    Z /= np.linalg.norm(Z, axis=1, keepdims=True)
    _, axes = np.linalg.eigh(Z.T @ Z)
    return dict(mean=mean, transform=axes[:, ::-1][:, :COMPONENTS].T @ np.asarray(p["transform"]), sharpness=np.array([np.exp(float(p["sharpness"]))]))


def train_evidence(data, adapter, epochs, rng):
    D, H = data.dimensions, HIDDEN
    near = candidates(data, adapter, 60)
    passages = jnp.asarray(data.passages)

    @jax.jit
    def meet(q, w, t, own):
        a, weights = adapt(adapter, q, w)
        s = similarities(a, t, passages)
        window, alone = jnp.where(t[:, :, None] >= 0, s, -1.0), jnp.where(own[:, :, None], s, -1.0)
        best = alone.argmax(-1)
        return a, weights, window.max(-1), alone.max(-1), jnp.take_along_axis(t[:, :, None].repeat(TOKENS, 2), best[..., None], -1)[..., 0]

    # Once for all epochs: the best candidates by late interaction, with how they are met.
    A, W, S, O, J, N = [], [], [], [], [], []
    for i in range(0, len(data.q), 48):
        x = slice(i, i + 48)
        a, weights, window, own, token = map(np.asarray, meet(data.q[x], data.w[x], data.tokens[near[x]], data.is_own[near[x]]))
        order = np.argsort(-((window + own) * weights[:, None]).sum(-1), axis=1)[:, :CANDIDATES]
        for r in range(len(order)):
            gold = np.flatnonzero(np.isin(near[i + r], data.answers[i + r]))
            lost = [g for g in gold if g not in order[r]][: CANDIDATES // 3]
            if lost:
                order[r, -len(lost) :] = lost
        pick = lambda v: np.take_along_axis(v, order.reshape(order.shape + (1,) * (v.ndim - 2)), 1)
        A.append(a.astype(np.float16)); W.append(weights); S.append(pick(window)); O.append(pick(own)); J.append(pick(token)); N.append(np.take_along_axis(near[x], order, 1))
    A, W, S, O, J, N = map(np.concatenate, (A, W, S, O, J, N))
    y = labels(data, N)
    centre = data.mean.mean(0)
    r = lambda *shape: jnp.asarray(rng.normal(0, 1 / np.sqrt(shape[0]), shape), jnp.float32)
    p = dict(question=r(D, H), sentence=r(D, H), product=r(D, H), bias=jnp.zeros(H), output=jnp.zeros(H), importance=jnp.zeros(D), idfPower=jnp.array(1.0),
             windowSlope=jnp.array(4.0), ownSlope=jnp.array(4.0), worst=jnp.array(0.0), offset=jnp.array(-4.0), meaningQuestion=r(D, H) * 0.5, meaningSentence=r(D, H) * 0.5, meaningOutput=jnp.zeros(H))
    means = jnp.asarray(data.mean)

    def score(p, a, w, s, o, j, n):
        """As evidenceScore in server/model/evidence-head.ts."""
        mask = w > 0
        t = passages[jnp.maximum(j, 0)]
        h = jax.nn.relu((a @ p["question"])[:, None] + t @ p["sentence"] + (a[:, None] * t) @ p["product"] * 4 + p["bias"])
        value = h @ p["output"] + p["windowSlope"] * (s - 0.5) + p["ownSlope"] * (o - 0.5)
        share = jax.nn.softmax(jnp.where(mask, p["idfPower"] * jnp.log(w + 1e-6) + a @ p["importance"], -1e9), -1)
        whole = (a * w[..., None]).sum(1) - centre
        gist = (jnp.tanh(whole @ p["meaningQuestion"])[:, None] * jnp.tanh(means[n] @ p["meaningSentence"])) @ p["meaningOutput"]
        return 4 * (share[:, None] * value).sum(-1) + p["worst"] * jnp.where(mask[:, None], o, 1.0).min(-1) + p["offset"] + gist

    matrices = ("question", "sentence", "product", "output", "meaningQuestion", "meaningSentence", "meaningOutput", "importance")
    def loss(p, a, w, s, o, j, n, y):
        z = score(p, a, w, s, o, j, n)
        weight = jnp.where(y > 0, 1.5, 1.0)
        return ((jax.nn.softplus(z) - y * z) * weight).sum() / weight.sum() + 5e-5 * sum((p[k] ** 2).sum() for k in matrices)

    size, shown = 64, 8
    def batches(epoch):
        if epoch >= epochs:
            return
        order = rng.permutation(len(A))
        for i in range(0, len(order) - size + 1, size):
            x = order[i : i + size]
            # The best three and some others, one that answers among them.
            c = np.stack([np.r_[[0, 1, 2], rng.choice(np.arange(3, CANDIDATES), shown - 3, replace=False)] for _ in x])
            for k, q in enumerate(x):
                good = np.flatnonzero(y[q])
                if len(good) and not y[q][c[k]].any():
                    c[k, -1] = rng.choice(good)
            pick = lambda v: np.take_along_axis(v[x], c.reshape(c.shape + (1,) * (v.ndim - 2)), 1)
            yield A[x].astype(np.float32), W[x], pick(S), pick(O), pick(J), pick(N), pick(y)
    p = adam(loss, p, batches, 2e-3, epochs * (len(A) // size))
    return {**{k: v for k, v in p.items() if not k.startswith("meaning")}, "meaning.question": p["meaningQuestion"], "meaning.sentence": p["meaningSentence"], "meaning.output": p["meaningOutput"], "meaning.mean": centre}


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("export"); arguments.add_argument("target")
    arguments.add_argument("--without", help="leave out this document")
    arguments.add_argument("--adapter-epochs", type=int, default=5); arguments.add_argument("--measure-epochs", type=int, default=8); arguments.add_argument("--evidence-epochs", type=int, default=6)
    arguments.add_argument("--adapter", help="folder of maps whose adapter is kept")
    arguments.add_argument("--measure", help="folder of maps whose measure is kept")
    arguments.add_argument("--evidence", help="folder of maps whose evidence head is kept")
    options = arguments.parse_args()
    rng = np.random.default_rng(20240501)
    data = Data(options.export, options.without)
    print(f"{len(data.q)} questions, {len(data.sentences)} sentences")
    if options.adapter:
        kept = read(options.adapter)
        adapter = {k: jnp.asarray(kept[f"adapter.{k}"]) for k in ("down", "up", "importance")}
    else:
        print("adapter"); adapter = {k: v for k, v in train_adapter(data, options.adapter_epochs, rng).items() if k != "sharp"}
    if options.measure:
        kept = read(options.measure)
        measure = {k: kept[f"measure.{k}"] for k in ("mean", "transform", "sharpness")}
    else:
        print("measure"); measure = train_measure(data, options.measure_epochs, rng)
    if options.evidence:
        evidence = {k.removeprefix("evidence."): v for k, v in read(options.evidence).items() if k.startswith("evidence.")}
    else:
        print("evidence"); evidence = train_evidence(data, adapter, options.evidence_epochs, rng)
    write(options.target, data.model, {**{f"adapter.{k}": v for k, v in adapter.items()}, **{f"measure.{k}": v for k, v in measure.items()}, **{f"evidence.{k}": v for k, v in evidence.items()}})


def read(folder):
    manifest = json.load(open(os.path.join(folder, "maps.json")))
    flat, at, arrays = np.fromfile(os.path.join(folder, "weights.f32"), "<f4"), 0, {}
    for array in manifest["arrays"]:
        size = int(np.prod(array["shape"]))
        arrays[array["name"]] = flat[at : at + size].reshape(array["shape"]); at += size
    return arrays


def write(folder, model, arrays):
    os.makedirs(folder, exist_ok=True)
    arrays = {name: np.atleast_1d(np.asarray(value, "<f4")) for name, value in arrays.items()}
    data = b"".join(a.tobytes() for a in arrays.values())
    open(os.path.join(folder, "weights.f32"), "wb").write(data)
    manifest = {"modelSha256": model, "sha256": hashlib.sha256(data).hexdigest(), "arrays": [{"name": n, "shape": list(a.shape)} for n, a in arrays.items()]}
    json.dump(manifest, open(os.path.join(folder, "maps.json"), "w"), indent=1)
    print(f"{len(data) / 1e6:.2f} MB in {folder}")


if __name__ == "__main__":
    main()
