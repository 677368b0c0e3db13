//! Scripts, styles and fonts: built by Vite, part of the program, and named by the hash of their content.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use http::{HeaderValue, StatusCode, header};
use rust_embed::RustEmbed;
use serde::Deserialize;

#[derive(RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/../../web/dist"]
struct Dist;

/// The addresses of what a page loads.
#[derive(Debug)]
pub(crate) struct Assets {
    /// The style sheet of the recipient's and dispatcher's pages.
    pub(crate) page_css: String,
    /// The script of a tracking page.
    pub(crate) live_js: String,
    /// The script of a page that has no stream.
    pub(crate) renew_js: String,
    /// The script of pages on which one logs in by a passkey or adds one.
    pub(crate) passkeys_js: String,
    /// The script of the page of notifications.
    pub(crate) push_js: String,
    /// The style sheet of the driver's page.
    pub(crate) driver_css: String,
    /// The script of the driver's page.
    pub(crate) driver_js: String,
    /// The font's file for Latin letters, so that a page can ask for it before it knows its style sheet.
    pub(crate) font: String,
}

/// One entry of Vite's manifest.
#[derive(Deserialize)]
struct Entry {
    file: String,
}

static ASSETS: LazyLock<Assets> = LazyLock::new(|| {
    let entries: BTreeMap<String, Entry> = Dist::get("manifest.json")
        .and_then(|manifest| serde_json::from_slice(&manifest.data).ok())
        .unwrap_or_default();
    // The built pages are committed beside the sources and a test reads them, so each entry is there.
    let find = |source: &str| {
        entries.get(source).map_or_else(String::new, |entry| format!("/assets/{}", entry.file))
    };
    Assets {
        page_css: find("src/styles/page.css"),
        live_js: find("src/recipient/live.ts"),
        renew_js: find("src/recipient/renew.ts"),
        passkeys_js: find("src/passkeys/passkeys.ts"),
        push_js: find("src/push/push.ts"),
        driver_css: find("src/driver/driver.css"),
        driver_js: find("src/driver/main.tsx"),
        font: find("node_modules/@fontsource-variable/figtree/files/figtree-latin-wght-normal.woff2"),
    }
});

/// The addresses of what a page loads.
pub(crate) fn assets() -> &'static Assets {
    &ASSETS
}

/// `GET /assets/{file}`: a file whose name changes with its content, so that no browser asks for it twice.
pub(super) async fn get(Path(file): Path<String>) -> Response {
    if file == ICON_NAME {
        return icon();
    }
    match Dist::get(&file) {
        Some(content) if !UNNAMED.contains(&file.as_str()) => {
            let kind = mime_guess::from_path(&file).first_or_octet_stream();
            let kind = HeaderValue::from_str(kind.as_ref())
                .unwrap_or_else(|_invalid| HeaderValue::from_static("application/octet-stream"));
            let kept = HeaderValue::from_static("public, max-age=31536000, immutable");
            ([(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, kept)], content.data).into_response()
        }
        _ => StatusCode::NOT_FOUND.into_response(),
    }
}

const ICON_NAME: &str = "icon.svg";
const WORKER_NAME: &str = "sw.js";
const PUSH_WORKER_NAME: &str = "push_sw.js";
const TRACKER_NAME: &str = "tracker.js";
/// Files whose names do not tell what is in them.
const UNNAMED: [&str; 4] = ["manifest.json", WORKER_NAME, PUSH_WORKER_NAME, TRACKER_NAME];

/// The icon of browser tabs and home screens.
fn icon() -> Response {
    let headers = [(header::CONTENT_TYPE, "image/svg+xml"), (header::CACHE_CONTROL, "public, max-age=86400")];
    (headers, include_str!("../../templates/art/icon.svg")).into_response()
}

/// The driver's service worker, which stands beside its page and not among the assets: its path is its scope.
pub(super) fn worker() -> Option<Vec<u8>> {
    Dist::get(WORKER_NAME).map(|file| file.data.into_owned())
}

/// The service worker that shows notifications to recipients.
pub(super) fn push_worker() -> Option<Vec<u8>> {
    Dist::get(PUSH_WORKER_NAME).map(|file| file.data.into_owned())
}

/// The script of trackers in pages of shops.
pub(super) fn tracker() -> Option<Vec<u8>> {
    Dist::get(TRACKER_NAME).map(|file| file.data.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn everything_that_a_page_loads_is_built_and_served() {
        let Assets { page_css, live_js, renew_js, passkeys_js, push_js, driver_css, driver_js, font } =
            assets();
        for (address, kind) in [
            (page_css, "text/css"),
            (live_js, "text/javascript"),
            (renew_js, "text/javascript"),
            (passkeys_js, "text/javascript"),
            (push_js, "text/javascript"),
            (driver_css, "text/css"),
            (driver_js, "text/javascript"),
            (font, "font/woff2"),
        ] {
            let file = address.strip_prefix("/assets/").unwrap();
            let answer = get(Path(file.to_owned())).await;
            assert_eq!(answer.status(), StatusCode::OK, "{file}");
            assert_eq!(answer.headers()[header::CONTENT_TYPE], kind);
            assert!(answer.headers()[header::CACHE_CONTROL].to_str().unwrap().contains("immutable"));
        }
        assert!(worker().is_some() && push_worker().is_some() && tracker().is_some());
    }

    #[tokio::test]
    async fn what_was_not_built_is_not_there() {
        for file in ["nothing.css", "../Cargo.toml", "manifest.json", "sw.js", "push_sw.js", "tracker.js", ""]
        {
            assert_eq!(get(Path(file.to_owned())).await.status(), StatusCode::NOT_FOUND, "{file}");
        }
    }
}
