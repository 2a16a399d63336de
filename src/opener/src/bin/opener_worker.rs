//! The worker that reads every format but PDF.

fn main() {
    #[cfg(target_arch = "wasm32")]
    opener::listen(opener::read_any);
}
