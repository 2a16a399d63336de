//! Damage.

use fastrand::Rng;

use crate::Seed;

const TOKENS: &str = include_str!("../tokens.txt");

/// The longest input, in bytes: what is longer only takes longer.
const LONGEST: usize = 300_000;

/// `seed` damaged in one to eight places, within an entry where it is an archive, sometimes mixed with
/// `other`.
pub(crate) fn mutate(seed: &Seed, other: &Seed, format: &str, rng: &mut Rng) -> Seed {
    let mut seed = seed.clone();
    // Now and then the packing itself is damaged.
    if rng.u8(..) < 24 {
        seed = Seed::Plain(seed.bytes());
    }
    let times = 1 << rng.u8(0..4);
    for _ in 0..times {
        match &mut seed {
            Seed::Plain(bytes) => {
                let foreign = match other {
                    Seed::Plain(bytes) => bytes.as_slice(),
                    Seed::Archive(_) => &[],
                };
                damage(bytes, foreign, format, rng);
            }
            Seed::Archive(entries) if !entries.is_empty() => {
                let at = heavy(entries, rng);
                let foreign = match other {
                    Seed::Archive(others) if !others.is_empty() => {
                        &others[rng.usize(..others.len())].1
                    }
                    _ => &entries[rng.usize(..entries.len())].1,
                };
                let foreign = foreign.clone();
                match rng.u8(..) {
                    0..4 => drop(entries.remove(at)),
                    4..8 => entries[at].1 = foreign,
                    _ => damage(&mut entries[at].1, &foreign, format, rng),
                }
            }
            Seed::Archive(_) => {}
        }
    }
    seed
}

/// The place of an entry; those that hold the text are chosen more often than pictures and settings.
fn heavy(entries: &[(String, Vec<u8>)], rng: &mut Rng) -> usize {
    let text = |name: &str| {
        [
            "document.xml",
            "styles.xml",
            "content.xml",
            ".xhtml",
            ".opf",
            ".warc",
            "core.xml",
        ]
        .iter()
        .any(|n| name.contains(n))
    };
    let chosen: Vec<usize> = (0..entries.len())
        .filter(|&at| text(&entries[at].0))
        .collect();
    if chosen.is_empty() || rng.u8(..) < 50 {
        return rng.usize(..entries.len());
    }
    chosen[rng.usize(..chosen.len())]
}

fn damage(bytes: &mut Vec<u8>, foreign: &[u8], format: &str, rng: &mut Rng) {
    if bytes.is_empty() {
        bytes.extend_from_slice(token(format, rng));
        return;
    }
    let at = rng.usize(..bytes.len());
    let end = (at + 1 + length(rng)).min(bytes.len());
    match rng.u8(..13) {
        0 => bytes[at] ^= 1 << rng.u8(..8),
        1 => bytes[at] = rng.u8(..),
        2 => drop(bytes.drain(at..end)),
        3 => {
            let piece = bytes[at..end].to_vec();
            let to = rng.usize(..=bytes.len());
            bytes.splice(to..to, piece);
        }
        4 | 5 => {
            let token = token(format, rng).to_vec();
            bytes.splice(at..at, token);
        }
        6 => {
            let token = token(format, rng).to_vec();
            let end = (at + token.len()).min(bytes.len());
            bytes.splice(at..end, token);
        }
        7 if !foreign.is_empty() => {
            let from = rng.usize(..foreign.len());
            let to = (from + 1 + length(rng)).min(foreign.len());
            bytes.splice(at..end, foreign[from..to].iter().copied());
        }
        8 => number(bytes, at, rng),
        9 => bytes.truncate(at),
        10 => {
            // Nesting: the same piece many times.
            let piece = bytes[at..(at + 1 + length(rng) / 4).min(bytes.len())].to_vec();
            let times = (LONGEST / 4 / piece.len().max(1)).min(1 << rng.u8(2..12));
            bytes.splice(at..at, piece.repeat(times));
        }
        11 => {
            let token = token(format, rng).to_vec();
            let times = (LONGEST / 4 / token.len().max(1)).min(1 << rng.u8(1..12));
            bytes.splice(at..at, token.repeat(times));
        }
        _ => bytes[at..end].reverse(),
    }
    bytes.truncate(LONGEST);
}

/// Most damage is small.
fn length(rng: &mut Rng) -> usize {
    let most = 1 << rng.u8(1..11);
    rng.usize(..most)
}

/// Puts another number in place of one near `at`.
fn number(bytes: &mut Vec<u8>, at: usize, rng: &mut Rng) {
    const NUMBERS: &[&str] = &[
        "0",
        "-1",
        "1",
        "255",
        "256",
        "65535",
        "65536",
        "2147483647",
        "-2147483648",
        "4294967295",
        "4294967296",
        "18446744073709551615",
        "99999999999999999999",
        "1e309",
        "0.0000001",
        "NaN",
    ];
    let Some(start) = (at..bytes.len()).find(|&i| bytes[i].is_ascii_digit()) else {
        return;
    };
    let len = bytes[start..]
        .iter()
        .take_while(|b| b.is_ascii_digit())
        .count();
    let chosen = NUMBERS[rng.usize(..NUMBERS.len())];
    bytes.splice(start..start + len, chosen.bytes());
}

/// A word of the format, or of all.
fn token(format: &str, rng: &mut Rng) -> &'static [u8] {
    let fits = |line: &&str| {
        line.split_once('\t')
            .is_some_and(|(f, _)| f == "all" || f.split(' ').any(|f| f == format))
    };
    let lines: Vec<&str> = TOKENS.lines().filter(fits).collect();
    if lines.is_empty() {
        return b"";
    }
    let line = lines[rng.usize(..lines.len())];
    line.split_once('\t')
        .map_or(&b""[..], |(_, token)| token.as_bytes())
}
