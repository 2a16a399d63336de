// The same texts, quotes and limits for both, in one run; what is printed are ratios of times.
import search from "approx-string-match";
import { limitOf, matchQuote } from "./hypothesis.js";

/** A first or last letter that was edited, or a space, leaves the edge open. */
const near = (a, b) => Math.abs(a - b) <= 2;

/** Numbers that look random and are the same in every run. */
function random(seed) {
  return () => (seed = (seed * 1103515245 + 12345) & 0x7fffffff) / 0x7fffffff;
}

/** `length` characters of news: the corpus, then the corpus with the words of its sentences mixed. */
function textOf(corpus, length, seed) {
  const next = random(seed);
  let text = "";
  for (let round = 0; text.length < length; round++) {
    if (round === 0 && seed === 1) {
      text = corpus;
      continue;
    }
    text += corpus
      .split(/(?<=[.!?]\s)/)
      .map((sentence) => sentence.split(" ").sort(() => next() - 0.5).join(" "))
      .join(" ");
  }
  return text.slice(0, length);
}

/** `quote` with every tenth letter another one. */
function edited(quote, next) {
  return [...quote].map((c) => (next() < 0.1 ? "etaoinshrdlu"[Math.floor(next() * 12)] : c)).join("");
}

/** The least time of one call, in milliseconds: what else the machine does can only add to it. */
function time(call) {
  // As many calls as the clock can tell apart.
  let batch = 1;
  for (;;) {
    const start = performance.now();
    for (let n = 0; n < batch; n++) call();
    if (performance.now() - start > 15) break;
    batch *= 3;
  }
  let least = Infinity;
  for (let round = 0; round < 5; round++) {
    const start = performance.now();
    for (let n = 0; n < batch; n++) call();
    least = Math.min(least, (performance.now() - start) / batch);
  }
  return least;
}

export function measure(Prepared, corpus, print) {
  const seen = [];
  const ratio = (theirs, ours) => (theirs / Math.max(ours, 1e-6)).toFixed(1).padStart(8);
  const table = { matcher: [], "matcher, whole table": [], "end to end": [] };
  print("text    quote  kind      matcher   by table   end to end   (approx-string-match's time / ours)");
  for (const length of [10_000, 50_000, 400_000]) {
    const text = textOf(corpus, length, 1);
    const other = textOf(corpus, 50_000, 77);
    const ours = new Prepared(text);
    for (const size of [120, 400]) {
      const next = random(length + size);
      for (const kind of ["exact", "edited", "absent"]) {
        const start = Math.floor(next() * (text.length - size));
        const whole = text.slice(start, start + size);
        const quote = kind === "exact" ? whole : kind === "edited" ? edited(whole, next) : other.slice(3000, 3000 + size);
        const limit = Math.floor(limitOf(quote));
        const prefix = text.slice(Math.max(0, start - 32), start);
        const suffix = text.slice(start + size, start + size + 32);
        const context = kind === "absent"
          ? { prefix: other.slice(2968, 3000), suffix: other.slice(3000 + size, 3032 + size), hint: 3000 }
          : { prefix, suffix, hint: start + 300 };
        const hint = [...text.slice(0, context.hint)].length;

        const theirs = search(text, quote, limit).flatMap((m) => [m.end, m.errors]);
        const mine = [...ours.search(quote, limit)];
        const slow = [...ours.search_by_table(quote, limit)];
        const equal = (a, b) => a.length === b.length && a.every((x, n) => x === b[n]);
        if (!equal(theirs, mine) || !equal(theirs, slow)) throw new Error(`different answers: ${theirs} / ${mine} / ${slow}`);

        const anchored = ours.anchor(quote, context.prefix, context.suffix, hint, hint + size);
        const right = kind === "absent" ? anchored.length === 0 : near(anchored[0], start) && near(anchored[1], start + size);
        const matched = matchQuote(text, quote, context);
        const theirsRight = kind === "absent" ? matched === null : near(matched?.start, start) && near(matched?.end, start + size);
        if (!right) throw new Error(`${length} ${size} ${kind}: ours is at ${anchored}, not at ${start}`);

        const times = [
          time(() => search(text, quote, limit)),
          time(() => ours.search(quote, limit)),
          time(() => ours.search_by_table(quote, limit)),
          time(() => matchQuote(text, quote, context)),
          time(() => ours.anchor(quote, context.prefix, context.suffix, hint, hint + size)),
        ];
        table.matcher.push(times[0] / times[1]);
        table["matcher, whole table"].push(times[0] / times[2]);
        table["end to end"].push(times[3] / times[4]);
        print(
          `${String(length).padEnd(7)} ${String(size).padEnd(6)} ${kind.padEnd(7)}${ratio(times[0], times[1])}   ${ratio(times[0], times[2])}     ${ratio(times[3], times[4])}` +
            `   ours ${times[4].toFixed(3)} ms, theirs ${times[3].toFixed(2)} ms` +
            (theirsRight ? "" : `   (theirs answers ${matched ? `${matched.start}..${matched.end}` : "nothing"}, not ${kind === "absent" ? "nothing" : start})`),
        );
        seen.push(times);
      }
    }
  }
  for (const [name, ratios] of Object.entries(table)) {
    const sorted = [...ratios].sort((a, b) => a - b);
    const middle = Math.exp(sorted.reduce((sum, r) => sum + Math.log(r), 0) / sorted.length);
    print(`${name}: ${middle.toFixed(1)} times as fast (geometric mean), at least ${sorted[0].toFixed(1)}`);
  }

  const page = textOf(corpus, 50_000, 1);
  const lost = textOf(corpus, 400_000, 5);
  const notes = Array.from({ length: 350 }, (_, n) => {
    const start = 1000 + n * 1100;
    return [lost.slice(start, start + 120), lost.slice(start - 32, start), lost.slice(start + 120, start + 152), n * 140];
  });
  let found = 0;
  const took = time(() => {
    const fresh = new Prepared(page);
    found = notes.filter(([q, p, s, at]) => fresh.anchor(q, p, s, at, at + 120).length > 0).length;
  });
  print(`350 lost notes on a page of 50000 characters: ${took.toFixed(1)} ms, the page prepared anew (${found} found)`);
}
