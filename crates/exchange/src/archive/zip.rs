//! Zip archives, in memory and within limits.

use std::collections::BTreeMap;
use std::io::Write;

use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_with_limit};
use rawzip::{CompressionMethod, ZipArchive, ZipArchiveWriter, ZipVerification, crc32};

use crate::import::ImportError;
use crate::limits;

/// How hard Deflate tries; the level most programs take.
const LEVEL: u8 = 6;

/// A zip archive of these parts in this order, without dates, so that the same parts give the same
/// bytes. Part names are our own and short.
pub(crate) fn pack(parts: &[(String, Vec<u8>)]) -> Vec<u8> {
    // Writing to memory cannot fail, and our names fit the format.
    try_pack(parts).unwrap_or_default()
}

fn try_pack(parts: &[(String, Vec<u8>)]) -> Result<Vec<u8>, rawzip::Error> {
    let mut archive = ZipArchiveWriter::new(Vec::new());
    for (name, bytes) in parts {
        let (mut entry, _) = archive
            .new_file(name.as_str())
            .compression_method(CompressionMethod::DEFLATE)
            .start()?;
        entry.write_all(&compress_to_vec(bytes, LEVEL))?;
        let whole = rawzip::DataDescriptorOutput::new(crc32(bytes), bytes.len() as u64);
        entry.finish(whole)?;
    }
    archive.finish()
}

/// The parts of a zip archive by name.
///
/// # Errors
/// [`ImportError::DamagedArchive`] where a part is missing, false or there twice,
/// [`ImportError::Bomb`] where they unpack to more than the limit.
pub(crate) fn unpack(bytes: &[u8]) -> Result<BTreeMap<String, Vec<u8>>, ImportError> {
    unpack_within(bytes, limits::UNPACKED)
}

fn unpack_within(bytes: &[u8], limit: usize) -> Result<BTreeMap<String, Vec<u8>>, ImportError> {
    let damaged = |error: rawzip::Error| ImportError::DamagedArchive(error.to_string());
    let archive = ZipArchive::from_slice(bytes).map_err(damaged)?;
    let expected = archive.entries_hint();
    let mut left = limit;
    let mut parts = BTreeMap::new();
    let mut entries = archive.entries();
    let mut count = 0u64;
    while let Some(entry) = entries.next_entry().map_err(damaged)? {
        count += 1;
        if parts.len() >= limits::ENTRIES {
            return Err(ImportError::Bomb);
        }
        if entry.is_dir() {
            continue;
        }
        let path = entry.file_path();
        let name = String::from_utf8_lossy(path.as_ref()).into_owned();
        let broken = |what: &str| ImportError::DamagedArchive(format!("{name}: {what}"));
        let packed = archive.get_entry(entry.wayfinder()).map_err(damaged)?;
        let method = entry.compression_method();
        let part = if method == CompressionMethod::DEFLATE {
            decompress_to_vec_with_limit(packed.data(), left).map_err(|e| match e.status {
                TINFLStatus::HasMoreOutput => ImportError::Bomb,
                _ => broken("its data is false"),
            })?
        } else if method == CompressionMethod::STORE {
            if packed.data().len() > left {
                return Err(ImportError::Bomb);
            }
            packed.data().to_vec()
        } else {
            return Err(broken(
                "it is packed or locked in a way that is not read here",
            ));
        };
        let found = ZipVerification {
            crc: crc32(&part),
            uncompressed_size: part.len() as u64,
        };
        if packed.claim_verifier().valid(found).is_err() {
            return Err(broken("its checksum is false"));
        }
        left -= part.len();
        if parts.insert(name.clone(), part).is_some() {
            return Err(broken("it is there twice"));
        }
    }
    if count != expected {
        return Err(ImportError::DamagedArchive("parts are missing".to_owned()));
    }
    Ok(parts)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts() -> Vec<(String, Vec<u8>)> {
        let long = "words ".repeat(500).into_bytes();
        vec![("b/a.json".to_owned(), long), ("é".to_owned(), Vec::new())]
    }

    #[test]
    fn parts_come_back_and_the_bytes_are_the_same_each_time() {
        let packed = pack(&parts());
        assert_eq!(packed, pack(&parts()));
        assert!(packed.len() < 400);
        assert_eq!(unpack(&packed), Ok(parts().into_iter().collect()));
    }

    #[test]
    fn an_archive_that_unpacks_without_end_is_stopped() {
        let zeros = vec![0; 1 << 20];
        let bomb: Vec<_> = (0..5).map(|n| (n.to_string(), zeros.clone())).collect();
        let packed = pack(&bomb);
        assert!(packed.len() < 10_000);
        assert_eq!(unpack_within(&packed, 4 << 20), Err(ImportError::Bomb));
        assert!(unpack_within(&packed, 5 << 20).is_ok());
    }

    #[test]
    fn the_same_name_twice_is_refused() {
        let twice = vec![
            ("a".to_owned(), b"1".to_vec()),
            ("a".to_owned(), b"2".to_vec()),
        ];
        assert!(
            unpack(&pack(&twice))
                .unwrap_err()
                .to_string()
                .contains("twice")
        );
    }

    #[test]
    fn every_cut_and_every_flipped_byte_is_noticed_or_harmless() {
        let packed = pack(&parts());
        let whole: BTreeMap<_, _> = parts().into_iter().collect();
        for at in 0..packed.len() {
            assert!(unpack(&packed[..at]).is_err(), "cut at {at}");
            let mut flipped = packed.clone();
            flipped[at] ^= 0x20;
            if let Ok(read) = unpack(&flipped) {
                let kept: Vec<_> = read.values().collect();
                assert_eq!(kept, whole.values().collect::<Vec<_>>(), "flipped at {at}");
            }
        }
    }
}
