//! The worker that writes and reads what is handed on.

fn main() {
    #[cfg(target_arch = "wasm32")]
    exchanger::listen();
}
