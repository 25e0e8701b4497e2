//! The font packs: fetched when a report first needs them, then kept on the device.

use js_sys::{ArrayBuffer, Uint8Array};
use leptos::wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Cache, Request, Response, WorkerGlobalScope};

use super::message::{Failure, PackAddresses};

/// The store's name; another number when what is kept in it changes its kind.
const STORE: &str = "factory-checkup-fonts-1";

/// A pack's bytes, from the device's store if it has them. Names carry a hash of the content, so what has the same
/// address is the same font; packs at none of `current`'s addresses are of an older edition and are dropped.
pub async fn fetch(address: &str, current: &PackAddresses) -> Result<Vec<u8>, Failure> {
    let store = store().await;
    if let Some(store) = &store
        && let Some(response) = kept(store, address).await
        && let Ok(bytes) = content(&response).await
    {
        return Ok(bytes);
    }
    let response = JsFuture::from(scope().fetch_with_str(address)).await.map_err(|_| Failure::Fonts)?;
    let response: Response = response.dyn_into().map_err(|_| Failure::Fonts)?;
    if !response.ok() {
        return Err(Failure::Fonts);
    }
    if let Some(store) = &store {
        // A full device only means that the font is fetched again next time.
        let _ = keep(store, address, &response, current).await;
    }
    content(&response).await.map_err(|_| Failure::Fonts)
}

/// `None` where the browser offers no store: pages that come by plain HTTP have none.
async fn store() -> Option<Cache> {
    let stores = scope().caches().ok().filter(|stores| !stores.is_undefined())?;
    JsFuture::from(stores.open(STORE)).await.ok()?.dyn_into().ok()
}

async fn kept(store: &Cache, address: &str) -> Option<Response> {
    JsFuture::from(store.match_with_str(address)).await.ok()?.dyn_into().ok()
}

async fn keep(store: &Cache, address: &str, response: &Response, current: &PackAddresses) -> Result<(), JsValue> {
    let current = [&current.regular, &current.bold, &current.rest];
    let requests: js_sys::Array = JsFuture::from(store.keys()).await?.dyn_into()?;
    for request in requests.iter().filter_map(|request| request.dyn_into::<Request>().ok()) {
        if !current.contains(&&request.url()) {
            JsFuture::from(store.delete_with_request(&request)).await?;
        }
    }
    JsFuture::from(store.put_with_str(address, &response.clone()?)).await?;
    Ok(())
}

async fn content(response: &Response) -> Result<Vec<u8>, JsValue> {
    let buffer: ArrayBuffer = JsFuture::from(response.array_buffer()?).await?.dyn_into()?;
    Ok(Uint8Array::new(&buffer).to_vec())
}

fn scope() -> WorkerGlobalScope {
    js_sys::global().unchecked_into()
}
