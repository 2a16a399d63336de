//! The worker that reads PDF, whose reader is as heavy as all the others together.

fn main() {
    #[cfg(target_arch = "wasm32")]
    opener::listen(opener::read_pdf);
}
