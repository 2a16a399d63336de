//! A folder that the reader has chosen, by the File System Access API, where the browser has it.
//!
//! The API is not in web-sys without an unstable flag, so it is called by its names.

use gloo::utils::window;
use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Blob;

/// A folder.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Folder(JsValue);

/// Whether this browser lets a reader choose a folder.
pub(crate) fn is_possible() -> bool {
    Reflect::get(&window(), &"showDirectoryPicker".into()).is_ok_and(|f| f.is_function())
}

/// Has the reader choose one; none where they do not.
pub(crate) async fn choose() -> Option<Folder> {
    let options = with("mode", &"readwrite".into());
    let _ = Reflect::set(&options, &"id".into(), &"sourcelight-backup".into());
    call(&window(), "showDirectoryPicker", &[&options])
        .await
        .ok()
        .map(Folder)
}

impl Folder {
    /// The folder that was kept as this object.
    pub(crate) fn kept(handle: JsValue) -> Option<Self> {
        let is_one = Reflect::get(&handle, &"getFileHandle".into()).is_ok_and(|f| f.is_function());
        is_one.then_some(Self(handle))
    }

    /// As it is kept.
    pub(crate) const fn handle(&self) -> &JsValue {
        &self.0
    }

    /// Its name.
    pub(crate) fn name(&self) -> String {
        let name = Reflect::get(&self.0, &"name".into()).ok();
        name.and_then(|name| name.as_string()).unwrap_or_default()
    }

    /// Asks whether we may write into it, which a browser allows only after a click; answers whether we
    /// may.
    pub(crate) async fn ask(&self) -> bool {
        let mode = with("mode", &"readwrite".into());
        let answer = call(&self.0, "requestPermission", &[&mode]).await;
        // A folder of the site's own needs no permission and has nobody to ask.
        let missing = Reflect::get(&self.0, &"requestPermission".into());
        missing.is_ok_and(|f| f.is_undefined()) || answer.is_ok_and(|answer| answer == "granted")
    }

    /// Writes a file into it, in the place of one of the same name; answers whether all of it is there. A
    /// file is replaced only when the new one is whole.
    pub(crate) async fn write(&self, name: &str, blob: &Blob) -> bool {
        self.put(name, blob).await.is_ok()
    }

    async fn put(&self, name: &str, blob: &Blob) -> Result<(), JsValue> {
        let create = with("create", &JsValue::TRUE);
        let file = call(&self.0, "getFileHandle", &[&name.into(), &create]).await?;
        let stream = call(&file, "createWritable", &[]).await?;
        if let Err(why) = call(&stream, "write", &[blob]).await {
            // Closing would put what there is of it in the place of the last one.
            let _ = call(&stream, "abort", &[]).await;
            return Err(why);
        }
        call(&stream, "close", &[]).await?;
        let written = call(&file, "getFile", &[]).await?;
        let size = Reflect::get(&written, &"size".into())?;
        if size.as_f64() == Some(blob.size()) {
            Ok(())
        } else {
            Err(size)
        }
    }
}

fn with(member: &str, value: &JsValue) -> Object {
    let object = Object::new();
    // Setting a member of a fresh object does not fail.
    let _ = Reflect::set(&object, &member.into(), value);
    object
}

/// Calls a method and waits for what it promises.
async fn call(of: &JsValue, method: &str, with: &[&JsValue]) -> Result<JsValue, JsValue> {
    let method: Function = Reflect::get(of, &method.into())?.dyn_into()?;
    let given: js_sys::Array = with.iter().copied().collect();
    let promised: Promise = method.apply(of, &given)?.dyn_into()?;
    JsFuture::from(promised).await
}

#[cfg(test)]
#[cfg(target_arch = "wasm32")]
mod tests {
    use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

    use super::*;
    use crate::browser::{files, storage::Storage};

    wasm_bindgen_test_configure!(run_in_browser);

    /// The site's own private folder behaves as a chosen one does, and needs no reader to choose it.
    async fn private() -> Folder {
        let storage = window().navigator().storage();
        Folder::kept(call(&storage, "getDirectory", &[]).await.unwrap()).unwrap()
    }

    #[wasm_bindgen_test]
    async fn a_folder_is_kept_and_takes_a_file_in_the_place_of_the_last() {
        let storage = Storage::open().await.unwrap();
        let folder = private().await;
        storage
            .set_handle("tests", Some(folder.handle()))
            .await
            .unwrap();
        let again = storage.handle("tests").await.unwrap().unwrap();
        let again = Folder::kept(again).unwrap();
        assert!(again.ask().await);
        for words in ["first and longer 🕊", "second"] {
            let blob = files::blob(words, "text/plain").unwrap();
            assert!(again.write("backup.txt", &blob).await);
        }
        let file = call(again.handle(), "getFileHandle", &[&"backup.txt".into()])
            .await
            .unwrap();
        let file = call(&file, "getFile", &[]).await.unwrap();
        let text = call(&file, "text", &[]).await.unwrap();
        assert_eq!(text, "second");
        storage.set_handle("tests", None).await.unwrap();
        assert_eq!(storage.handle("tests").await.unwrap(), None);
    }

    #[wasm_bindgen_test]
    fn what_is_no_folder_is_not_taken_for_one() {
        assert_eq!(Folder::kept(JsValue::NULL), None);
        assert_eq!(Folder::kept(Object::new().into()), None);
    }
}
