//! Fetching: files of the site, by the page and by the file worker.

use js_sys::{ArrayBuffer, Promise, Uint8Array};
use leptos::prelude::document;
use leptos::wasm_bindgen::prelude::wasm_bindgen;
use leptos::wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Request, RequestCache, RequestInit, Response, Url};

/// Why a file did not come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotFetched {
    /// Nobody answered, or not to the end.
    Unreachable,
    /// The server answered with this status instead.
    Refused(u16),
}

#[wasm_bindgen]
extern "C" {
    /// The function that a page and a worker both have; web-sys has it as a method of either.
    #[wasm_bindgen(js_name = fetch)]
    fn fetch(request: &Request) -> Promise;
}

/// A file's bytes; `cache` says whether what the browser keeps may stand for what the server has.
pub async fn bytes(address: &str, cache: RequestCache) -> Result<Vec<u8>, NotFetched> {
    let unreachable = |_: JsValue| NotFetched::Unreachable;
    let options = RequestInit::new();
    options.set_cache(cache);
    let request = Request::new_with_str_and_init(address, &options).map_err(unreachable)?;
    let response: Response = JsFuture::from(fetch(&request)).await.and_then(JsCast::dyn_into).map_err(unreachable)?;
    if !response.ok() {
        return Err(NotFetched::Refused(response.status()));
    }
    let content = JsFuture::from(response.array_buffer().map_err(unreachable)?).await;
    let content: ArrayBuffer = content.and_then(JsCast::dyn_into).map_err(unreachable)?;
    Ok(Uint8Array::new(&content).to_vec())
}

/// The absolute address that a `<meta>` of the page names; only a page can say that, no worker.
pub fn address(name: &str) -> Result<String, JsValue> {
    let meta = document().query_selector(&format!("meta[name='{name}']"))?;
    let content = meta.and_then(|meta| meta.get_attribute("content"));
    let content = content.ok_or_else(|| JsValue::from_str(&format!("index.html has no meta {name}")))?;
    Ok(Url::new_with_base(&content, &document().base_uri()?.unwrap_or_default())?.href())
}
