// The same in node: `node node.js`, after `cargo xtask bench anchoring` has built what it needs.
import { readFileSync } from "node:fs";
import { initSync, Prepared } from "./pkg/anchoring_bench.js";
import { measure } from "./measure.js";

const here = (name) => new URL(name, import.meta.url);
initSync({ module: readFileSync(here("pkg/anchoring_bench_bg.wasm")) });
measure(Prepared, readFileSync(here("corpus.txt"), "utf8"), console.log);
