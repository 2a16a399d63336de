"""Learns the weights of cues (crates/analysis/data/cue_weights.txt) from annotated articles.

usage: cargo run --release -p sourcelight-analysis --example cue_rows < train.jsonl > rows.jsonl
       python3 weigh.py train.jsonl rows.jsonl > ../../crates/analysis/data/cue_weights.txt

Every candidate the grammar finds is labelled by the rule of score.py (a shared cue word and half of the
content), candidates inside another's content are left out, and a logistic regression is fitted. Only
sums over many articles leave this script: weights, never texts.
"""
import json, math, random, re, sys
from collections import Counter

TOK = re.compile(r"\w+(?:['’\-]\w+)*")

def covered(spans, starts, toks):
    from bisect import bisect_right
    out = set()
    for a, b in spans:
        i = bisect_right(starts, a) - 1
        if i < 0 or toks[i][1] <= a: i += 1
        while i < len(toks) and toks[i][0] < b:
            out.add(i); i += 1
    return out

def load(gold, rows):
    data = []
    R = {}
    for l in open(rows, encoding="utf-8"):
        d = json.loads(l); R[d["id"]] = d["rows"]
    for l in open(gold, encoding="utf-8"):
        d = json.loads(l); text = d["text"]
        toks = [m.span() for m in TOK.finditer(text)]; starts = [t[0] for t in toks]
        G = [(covered(a["cue"], starts, toks), covered(a["content"], starts, toks)) for a in d["attributions"]]
        by = {}
        for i, (c, k) in enumerate(G):
            for t in c: by.setdefault(t, []).append(i)
        allc = set().union(*[k for _, k in G]) if G else set()
        for r in R.get(d["id"], []):
            cue = covered(r["cue"], starts, toks); con = covered(r["content"], starts, toks)
            if not con: continue
            hit = any(2 * len(con & G[i][1]) / (len(con) + len(G[i][1]) or 1) >= .5 for t in cue for i in by.get(t, []))
            near = any(by.get(t) for t in cue)
            if not hit and not near and cue & allc: continue
            data.append((r["f"], 1 if hit else 0, d["id"]))
    return data

def fit(data, l2=0.002, epochs=8, rate=0.25, least=4):
    count = Counter(f for fs, _, _ in data for f in set(fs))
    index = {f: i for i, f in enumerate(sorted(f for f, c in count.items() if c >= least))}
    rows = [([index[f] for f in set(fs) if f in index], y) for fs, y, _ in data]
    w = [0.0] * len(index); g2 = [1e-6] * len(index)
    rnd = random.Random(7)
    for epoch in range(epochs):
        rnd.shuffle(rows); loss = 0
        for fs, y in rows:
            z = sum(w[i] for i in fs); p = 1 / (1 + math.exp(-max(-30, min(30, z))))
            e = p - y; loss -= math.log(max(1e-9, p if y else 1 - p))
            for i in fs:
                gr = e + l2 * 40 * w[i]
                g2[i] += gr * gr
                w[i] -= rate * gr / math.sqrt(g2[i])
        print("epoch", epoch, "loss", loss / len(rows), file=sys.stderr)
    return index, w

if __name__ == "__main__":
    data = load(sys.argv[1], sys.argv[2])
    print(len(data), "candidates", sum(y for _, y, _ in data), "attributions", file=sys.stderr)
    index, w = fit(data)
    print("# Weights of what a candidate shows, in hundredths; written by training/cues/weigh.py.")
    for f, i in sorted(index.items()):
        v = round(w[i] * 100)
        if abs(v) >= 12: print(f, v)
