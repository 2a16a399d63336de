//! Trains the instant engine's tagger: a linear-chain CRF with L1, by stochastic gradient descent.
use std::collections::BTreeMap;
use std::io::Write as _;
use sourcelight_analysis::training::{tagger_blocks, tagger_link};
use sourcelight_article::open_plain_text;
use sourcelight_text::{CodePointSpan, OffsetMap, Span};

const L: usize = 13;
const E: usize = 64;

struct Seq { f: Vec<Vec<u32>>, e: Vec<u8>, y: Vec<u8>, tokens: Vec<Span> }
struct Doc { id: String, text: String, seqs: Vec<Seq> }

fn spans(v: &serde_json::Value, o: &OffsetMap) -> Vec<Span> {
    v.as_array().map(|a| a.iter().map(|s| o.from_code_points(CodePointSpan { start: s[0].as_u64().unwrap() as usize, end: s[1].as_u64().unwrap() as usize })).collect()).unwrap_or_default()
}

type Weights = std::collections::HashMap<String, f32>;

/// Logistic regression on candidates: labelled as in training/cues/weigh.py.
fn fit(rows: &[&(Vec<String>, bool)]) -> Weights {
    let mut count = std::collections::HashMap::<&str, u32>::new();
    for (f, _) in rows.iter().map(|r| (&r.0, r.1)) { for x in f { *count.entry(x).or_default() += 1; } }
    let mut w: std::collections::HashMap<&str, (f32, f32)> = count.into_iter().filter(|c| c.1 >= 4).map(|c| (c.0, (0.0, 1e-6))).collect();
    let mut order: Vec<usize> = (0..rows.len()).collect(); let mut rng = 0x9e37_79b9_7f4a_7c15u64;
    for _ in 0..8 {
        for i in (1..order.len()).rev() { rng ^= rng << 13; rng ^= rng >> 7; rng ^= rng << 17; order.swap(i, (rng % (i as u64 + 1)) as usize); }
        for &i in &order { let (f, y) = rows[i];
            let z: f32 = f.iter().filter_map(|x| w.get(x.as_str())).map(|v| v.0).sum();
            let e = 1.0 / (1.0 + (-z).exp()) - if *y { 1.0 } else { 0.0 };
            for x in f { if let Some(v) = w.get_mut(x.as_str()) { let g = e + 0.08 * v.0; v.1 += g * g; v.0 -= 0.25 * g / v.1.sqrt(); } } }
    }
    w.into_iter().map(|(k, v)| (k.to_owned(), v.0)).collect()
}

fn words(spans: &[Span], toks: &[Span]) -> std::collections::BTreeSet<usize> {
    let mut out = std::collections::BTreeSet::new();
    for s in spans { let mut i = toks.partition_point(|t| t.end <= s.start); while i < toks.len() && toks[i].start < s.end { out.insert(i); i += 1; } }
    out
}

/// For each document the weights fitted on all folds but its own.
fn cross_fit(path: &str, folds: usize) -> Vec<std::rc::Rc<Weights>> {
    let data = std::fs::read_to_string(path).unwrap();
    let mut rows: Vec<Vec<(Vec<String>, bool)>> = Vec::new();
    for line in data.lines().filter(|l| !l.is_empty()) {
        let v: serde_json::Value = serde_json::from_str(line).unwrap();
        let text = v["text"].as_str().unwrap().to_owned();
        let o = OffsetMap::new(&text);
        let toks: Vec<Span> = sourcelight_text::tokens(&text, Span::new(0, text.len())).into_iter().filter(|t| matches!(t.kind, sourcelight_text::TokenKind::Word | sourcelight_text::TokenKind::Number)).map(|t| t.span).collect();
        let gold: Vec<_> = v["attributions"].as_array().unwrap().iter().map(|a| (words(&spans(&a["cue"], &o), &toks), words(&spans(&a["content"], &o), &toks))).collect();
        let mut by: std::collections::HashMap<usize, Vec<usize>> = Default::default();
        for (i, g) in gold.iter().enumerate() { for t in &g.0 { by.entry(*t).or_default().push(i); } }
        let all: std::collections::BTreeSet<usize> = gold.iter().flat_map(|g| g.1.iter().copied()).collect();
        let mut own = Vec::new();
        for r in sourcelight_analysis::training::rows(&open_plain_text(&text)) {
            let (cue, con) = (words(&r.cue, &toks), words(&r.content, &toks));
            if con.is_empty() { continue; }
            let near: Vec<usize> = cue.iter().flat_map(|t| by.get(t).cloned().unwrap_or_default()).collect();
            let hit = near.iter().any(|&i| 2 * con.intersection(&gold[i].1).count() >= con.len() + gold[i].1.len() - (con.len() + gold[i].1.len()) / 2);
            if !hit && near.is_empty() && cue.iter().any(|t| all.contains(t)) { continue; }
            own.push((r.features, hit));
        }
        rows.push(own);
    }
    let tables: Vec<std::rc::Rc<Weights>> = (0..folds).map(|k| {
        let own: Vec<&(Vec<String>, bool)> = rows.iter().enumerate().filter(|(i, _)| i % folds != k).flat_map(|(_, r)| r).collect();
        std::rc::Rc::new(fit(&own))
    }).collect();
    (0..rows.len()).map(|i| tables[i % folds].clone()).collect()
}

fn load(path: &str, judges: Option<Vec<std::rc::Rc<Weights>>>) -> Vec<Doc> {
    let data = std::fs::read_to_string(path).unwrap();
    data.lines().filter(|l| !l.is_empty()).enumerate().map(|(di, line)| {
        let v: serde_json::Value = serde_json::from_str(line).unwrap();
        let text = v["text"].as_str().unwrap().to_owned();
        let o = OffsetMap::new(&text);
        let mut atts: Vec<(Vec<Span>, Vec<Span>, Vec<Span>)> = v["attributions"].as_array().unwrap().iter()
            .map(|a| (spans(&a["source"], &o), spans(&a["cue"], &o), spans(&a["content"], &o)))
            .filter(|a| !a.1.is_empty()).collect();
        atts.sort_by_key(|a| a.1[0].start);
        let article = open_plain_text(&text);
        let seqs = match &judges { Some(j) => { let w = j[di].clone(); let judge = move |f: &[String]| { let z: f32 = f.iter().filter_map(|x| w.get(x)).sum(); 1.0 / (1.0 + (-z).exp()) }; tagger_blocks(&article, Some(&judge)) }, None => tagger_blocks(&article, None) }.into_iter().map(|b| {
            let mut y = vec![0u8; b.tokens.len()];
            let mut pri = vec![0u8; b.tokens.len()];
            let mut prev_source: Vec<Span> = Vec::new();
            let (bs, be) = (b.tokens.first().map_or(0, |t| t.start), b.tokens.last().map_or(0, |t| t.end));
            for (source, cue, content) in &atts {
                let c0 = cue[0];
                if c0.start >= be { continue; }
                let mut put = |s: &Span, part: u8, p: u8| {
                    let lo = b.tokens.partition_point(|t| t.end <= s.start);
                    let mut first = true;
                    for i in lo..b.tokens.len() {
                        if b.tokens[i].start >= s.end { break; }
                        if pri[i] < p || pri[i] == 0 {
                            y[i] = if first || (i > lo && y[i-1] != 1 + 2*part && y[i-1] != 2 + 2*part) { 1 + 2 * part } else { 2 + 2 * part };
                            pri[i] = p;
                            first = false;
                        } else { first = true; }
                    }
                };
                for s in content { put(s, if s.start < c0.start { 4 } else { 5 }, 1); }
                for s in source { put(s, if s.start < c0.start { 0 } else { 1 }, 2); }
                let shared = !source.is_empty() && *source == prev_source;
                for s in cue { put(s, if shared { 3 } else { 2 }, 3); }
                if c0.start >= bs { prev_source = source.clone(); }
            }
            // repair
            for i in 0..y.len() { if y[i] != 0 && y[i] % 2 == 0 && (i == 0 || (y[i-1] != y[i] && y[i-1] + 1 != y[i])) { y[i] -= 1; } }
            Seq { f: b.features, e: b.edges, y, tokens: b.tokens }
        }).collect();
        Doc { id: v["id"].as_str().unwrap().to_owned(), text, seqs }
    }).collect()
}

fn allowed(p: usize, c: usize) -> bool { c == 0 || c % 2 == 1 || p == c || p + 1 == c }

struct Model { bias: f32, w: Vec<[f32; L]>, t: Vec<[[f32; L]; L]> } // t[0..E] by edge class, t[E] shared

impl Model {
    fn node(&self, f: &[u32]) -> [f32; L] {
        let mut s = [0f32; L]; s[0] -= self.bias;
        for &i in f { let w = &self.w[i as usize]; for k in 0..L { s[k] += w[k]; } }
        s
    }
    fn edge(&self, e: u8) -> [[f32; L]; L] {
        let (a, b) = (&self.t[e as usize], &self.t[E]);
        let mut m = [[f32::NEG_INFINITY; L]; L];
        for p in 0..L { for c in 0..L { if allowed(p, c) { m[p][c] = a[p][c] + b[p][c]; } } }
        m
    }
    fn viterbi(&self, s: &Seq) -> Vec<u8> {
        let n = s.f.len(); if n == 0 { return vec![]; }
        let mut back = vec![[0u8; L]; n];
        let mut d = self.node(&s.f[0]);
        let e0 = self.edge(s.e[0]);
        for k in 0..L { d[k] += e0[0][k]; }
        for i in 1..n {
            let nd = self.node(&s.f[i]); let e = self.edge(s.e[i]);
            let mut x = [f32::NEG_INFINITY; L];
            for c in 0..L { for p in 0..L { let v = d[p] + e[p][c]; if v > x[c] { x[c] = v; back[i][c] = p as u8; } } x[c] += nd[c]; }
            d = x;
        }
        let mut k = (0..L).max_by(|&a, &b| d[a].total_cmp(&d[b])).unwrap();
        let mut y = vec![0u8; n];
        for i in (0..n).rev() { y[i] = k as u8; k = back[i][k] as usize; }
        y
    }
}

fn predict(m: &Model, docs: &[Doc], path: &str) {
    let mut out = std::io::BufWriter::new(std::fs::File::create(path).unwrap());
    for d in docs {
        let o = OffsetMap::new(&d.text);
        let mut atts = Vec::new();
        for s in &d.seqs {
            let y = m.viterbi(s);
            emit(&y, s, &o, &mut atts);
        }
        writeln!(out, "{}", serde_json::json!({"id": d.id, "attributions": atts})).unwrap();
    }
}

fn emit(y: &[u8], s: &Seq, o: &OffsetMap, atts: &mut Vec<serde_json::Value>) {
    for (source, cue, content) in tagger_link(y) {
        let sp = |r: &std::ops::Range<usize>| { let c = o.code_points(Span::new(s.tokens[r.start].start, s.tokens[r.end - 1].end)); [c.start, c.end] };
        atts.push(serde_json::json!({"source": source.iter().map(sp).collect::<Vec<_>>(), "cue": [sp(&cue)], "content": content.iter().map(sp).collect::<Vec<_>>()}));
    }
}

fn main() {
    let args: BTreeMap<String, String> = std::env::args().skip(1).collect::<Vec<_>>().chunks(2).map(|c| (c[0].clone(), c[1].clone())).collect();
    let get = |k: &str, d: &str| args.get(k).cloned().unwrap_or(d.to_owned());
    let base = "/work/shared/eval/attribution/polnear-";
    let train_path = get("--train", &format!("{base}train.jsonl"));
    let mut train = load(&train_path, (get("--cross", "1") == "1").then(|| cross_fit(&train_path, 5)));
    let mut dev = load(&get("--dev", &format!("{base}dev.jsonl")), None);
    let (cutoff, l1, epochs, eta): (u32, f32, usize, f32) = (get("--cutoff", "3").parse().unwrap(), get("--l1", "1.0").parse().unwrap(), get("--epochs", "12").parse().unwrap(), get("--eta", "0.1").parse().unwrap());
    let drop: f32 = get("--drop", "0.3").parse().unwrap();
    let out = get("--out", "/tmp/learn-dev.jsonl");
    // gold through the linker
    { let mut f = std::io::BufWriter::new(std::fs::File::create("/tmp/learn-gold.jsonl").unwrap());
      for d in &dev { let o = OffsetMap::new(&d.text); let mut atts = Vec::new(); for s in &d.seqs { emit(&s.y, s, &o, &mut atts); } writeln!(f, "{}", serde_json::json!({"id": d.id, "attributions": atts})).unwrap(); } }
    let mut counts = vec![0u32; 1 << 22];
    for d in &train { for s in &d.seqs { for f in &s.f { for &i in f { counts[i as usize] += 1; } } } }
    let mut index = vec![u32::MAX; 1 << 22]; let mut n = 0u32;
    for i in 0..counts.len() { if counts[i] >= cutoff { index[i] = n; n += 1; } }
    for d in train.iter_mut().chain(dev.iter_mut()) { for s in &mut d.seqs { for f in &mut s.f { for i in f.iter_mut() { *i = index[*i as usize]; } f.retain(|&i| i != u32::MAX); } } }
    eprintln!("features {n}");
    let skip: Vec<String> = get("--without", "").split(',').map(str::to_owned).collect(); let _ = skip;
    let mut m = Model { bias: 0.0, w: vec![[0.0; L]; n as usize], t: vec![[[0.0; L]; L]; E + 1] };
    // AdaGrad with cumulative L1
    let mut order: Vec<(usize, usize)> = train.iter().enumerate().flat_map(|(i, d)| (0..d.seqs.len()).map(move |j| (i, j))).collect();
    let total = order.len() as f32;
    let mut q = vec![[0f32; L]; n as usize]; let mut last = vec![0f32; n as usize]; let mut step = 0f32; let mut qt = vec![[[0f32; L]; L]; E + 1];
    let mut rng = 0x1234_5678_9abc_def1u64;
    let mut avg = vec![[0f32; L]; 0];  let _ = &mut avg;
    let mut sum = vec![[0f32; L]; n as usize]; let mut sum_t = vec![[[0f32; L]; L]; E + 1]; let mut snaps = 0f32;
    for epoch in 0..epochs {
        for i in (1..order.len()).rev() { rng ^= rng << 13; rng ^= rng >> 7; rng ^= rng << 17; order.swap(i, (rng % (i as u64 + 1)) as usize); }
        let mut loss = 0f64;
        for (oi, &(di, si)) in order.iter().enumerate() {
            if epoch >= 1 && oi % (order.len() / 4).max(1) == 0 { snaps += 1.0; for (a, b) in sum.iter_mut().zip(&m.w) { for k in 0..L { a[k] += b[k]; } } for (a, b) in sum_t.iter_mut().zip(&m.t) { for p in 0..L { for c in 0..L { a[p][c] += b[p][c]; } } } }
            let s = &train[di].seqs[si]; let len = s.f.len(); if len == 0 { continue; }
            step += 1.0;
            // forward-backward
            let kept: Vec<Vec<u32>> = s.f.iter().map(|f| f.iter().copied().filter(|_| { rng ^= rng << 13; rng ^= rng >> 7; rng ^= rng << 17; (rng >> 40) as f32 / 16_777_216.0 >= drop }).collect()).collect();
            let scale = 1.0 / (1.0 - drop);
            let nodes: Vec<[f32; L]> = kept.iter().map(|f| { let mut x = m.node(f); for v in &mut x { *v *= scale; } x }).collect();
            let edges: Vec<[[f32; L]; L]> = s.e.iter().map(|&e| m.edge(e)).collect();
            let mut a = vec![[f32::NEG_INFINITY; L]; len]; let mut b = vec![[0f32; L]; len];
            for k in 0..L { a[0][k] = nodes[0][k] + edges[0][0][k]; }
            for i in 1..len { 
                let mx = a[i-1].iter().cloned().fold(f32::NEG_INFINITY, f32::max);
                let ex: Vec<f32> = a[i-1].iter().map(|v| (v - mx).exp()).collect();
                for c in 0..L { let mut t = 0f32; for p in 0..L { if allowed(p, c) { t += ex[p] * edges[i][p][c].exp(); } } a[i][c] = mx + t.ln() + nodes[i][c]; } }
            for i in (0..len - 1).rev() {
                let mut v = [0f32; L]; for c in 0..L { v[c] = b[i+1][c] + nodes[i+1][c]; }
                let mx = v.iter().cloned().fold(f32::NEG_INFINITY, f32::max);
                for p in 0..L { let mut t = 0f32; for c in 0..L { if allowed(p, c) { t += (v[c] - mx).exp() * edges[i+1][p][c].exp(); } } b[i][p] = mx + t.ln(); } }
            let mx = a[len-1].iter().cloned().fold(f32::NEG_INFINITY, f32::max);
            let z = mx + a[len-1].iter().map(|v| (v - mx).exp()).sum::<f32>().ln();
            let mut gold = 0f32; let mut p = 0usize;
            for i in 0..len { let c = s.y[i] as usize; gold += nodes[i][c] + edges[i][p][c]; p = c; }
            loss += (z - gold) as f64;
            // updates
            for i in 0..len {
                let mut g = [0f32; L];
                for k in 0..L { g[k] = -(a[i][k] + b[i][k] - z).exp(); }
                g[s.y[i] as usize] += 1.0;
                for &f in &kept[i] {
                    let f = f as usize;
                    let (w, q) = (&mut m.w[f], &mut q[f]);
                    let pending = (step - last[f]) * l1 / total; last[f] = step;
                    for k in 0..L {
                        if w[k] == 0.0 && g[k].abs() < 1e-4 { continue; }
                        q[k] += g[k] * g[k];
                        let r = eta / (0.1 + q[k]).sqrt();
                        let v = w[k];
                        let v = if v > 0.0 { (v - r * pending).max(0.0) } else { (v + r * pending).min(0.0) };
                        w[k] = v + r * g[k];
                    }
                }
                let e = s.e[i] as usize; let y = s.y[i] as usize;
                if i == 0 { for c in 0..L { if allowed(0, c) { let pr = (a[0][c] + b[0][c] - z).exp(); let gr = f32::from(u8::from(c == y)) - pr; for z in [e, E] { qt[z][0][c] += gr*gr; m.t[z][0][c] += eta * gr / (0.1 + qt[z][0][c]).sqrt(); } } } }
                else { let yp = s.y[i-1] as usize;
                    for p in 0..L { for c in 0..L { if allowed(p, c) {
                        let pr = (a[i-1][p] + edges[i][p][c] + nodes[i][c] + b[i][c] - z).exp();
                        let gr = f32::from(u8::from(p == yp && c == y)) - pr;
                        if gr.abs() > 1e-5 { for z in [e, E] { qt[z][p][c] += gr*gr; m.t[z][p][c] += eta * gr / (0.1 + qt[z][p][c]).sqrt(); } }
                    } } } }
            }
        }
        for f in 0..n as usize { let pending = (step - last[f]) * l1 / total; last[f] = step; for k in 0..L { let r = eta / (0.1 + q[f][k]).sqrt(); let w = &mut m.w[f][k]; *w = if *w > 0.0 { (*w - r * pending).max(0.0) } else { (*w + r * pending).min(0.0) }; } }
        let nz: usize = m.w.iter().flatten().filter(|w| **w != 0.0).count();
        let rows = m.w.iter().filter(|r| r.iter().any(|w| *w != 0.0)).count();
        eprintln!("epoch {epoch} loss {:.1} nonzero {nz} rows {rows}", loss);
        if epoch % 3 == 2 || epoch + 1 == epochs {
            let mut am = Model { bias: 0.0, w: sum.iter().zip(&m.w).map(|(r, w)| { let mut o = [0f32; L]; for k in 0..L { o[k] = r[k] / snaps; if w[k] == 0.0 && o[k].abs() < 0.02 { o[k] = 0.0; } } o }).collect(), t: sum_t.iter().map(|x| { let mut o = *x; for p in 0..L { for c in 0..L { o[p][c] /= snaps; } } o }).collect() };
            let nz: usize = am.w.iter().flatten().filter(|w| **w != 0.0).count();
            let rows = am.w.iter().filter(|r| r.iter().any(|w| *w != 0.0)).count();
            eprintln!(" averaged: nonzero {nz} rows {rows}");
            for bias in [0.0, 0.1, 0.2] { am.bias = bias; predict(&am, &dev, &out); eprintln!("  bias {bias}");
            let r = std::process::Command::new("python3").args(["/work/shared/eval/attribution/score.py", "/work/shared/eval/attribution/polnear-dev.jsonl", &out]).output().unwrap();
            let t = String::from_utf8_lossy(&r.stdout).into_owned();
            for l in t.lines().filter(|l| l.starts_with("exact") || l.starts_with("token.content") || l.starts_with("attr") || l.starts_with("sent ")) { eprintln!("   {l}"); } } }
    }
}
