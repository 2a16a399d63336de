// How Hypothesis' client anchors a quote (its `match-quote`, written here from its description): all
// unchanged places, or else the best approximate ones; each scored by quote 50, prefix 20, suffix 20 and
// place 2; no floor.
import search from "approx-string-match";

export const limitOf = (quote) => Math.min(256, quote.length / 2);

function places(text, quote, limit) {
  const found = [];
  for (let at = 0; (at = text.indexOf(quote, at)) !== -1; at++) {
    found.push({ start: at, end: at + quote.length, errors: 0 });
  }
  return found.length > 0 ? found : search(text, quote, limit);
}

function likeness(text, quote) {
  if (quote.length === 0 || text.length === 0) return 0;
  const found = places(text, quote, quote.length);
  return 1 - found[0].errors / quote.length;
}

export function matchQuote(text, quote, { prefix, suffix, hint }) {
  const found = places(text, quote, limitOf(quote));
  const score = (match) => {
    const parts = [50 * (1 - match.errors / quote.length)];
    parts.push(20 * (prefix ? likeness(text.slice(Math.max(0, match.start - prefix.length), match.start), prefix) : 1));
    parts.push(20 * (suffix ? likeness(text.slice(match.end, match.end + suffix.length), suffix) : 1));
    parts.push(2 * (1 - Math.abs(match.start - hint) / text.length));
    return parts.reduce((a, b) => a + b) / 92;
  };
  let best = null;
  for (const match of found) {
    const scored = { ...match, score: score(match) };
    if (!best || scored.score > best.score) best = scored;
  }
  return best;
}
