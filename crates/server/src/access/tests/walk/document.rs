//! The document that describes the interface, as the router serves it, beside the table.

use serde_json::Value;

use super::super::*;

/// Routes beside the pages that are no part of the interface for programs, and why.
const BESIDE: [(&str, &str); 8] = [
    ("/parcels/{id}/stream", "it sends parts of a page"),
    ("/calendar/{token}", "calendars read it, and its address tells all that it asks"),
    ("/embed/tracker.js", "this is the script of trackers in pages of shops"),
    ("/embed/{token}/badge.svg", "this is a picture for pages of shops"),
    ("/embed/{token}/map/stream", "it sends parts of a page"),
    ("/brand/{file}", "these are the operator's logo and colours on the pages"),
    ("/assets/{file}", "these are the files of the pages"),
    ("/map/tiles/{z}/{x}/{y}", "these are the pictures of the map on the pages"),
];

/// What an operation is called.
pub(super) fn name(method: &str, path: &str) -> String {
    format!("{} {path}", method.to_ascii_uppercase())
}

/// Every operation of the document.
pub(super) async fn operations() -> BTreeSet<String> {
    let document = served().await;
    let mut all = BTreeSet::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        all.extend(item.as_object().unwrap().keys().map(|method| name(method, path)));
    }
    all
}

async fn served() -> Value {
    let request = Request::builder().uri("/v1/openapi.json").body(Body::empty()).unwrap();
    serde_json::from_str(&text(House::new().await.send(request).await).await).unwrap()
}

#[tokio::test]
async fn the_document_and_the_table_name_the_same_operations() {
    let beside = |row: &&Row| BESIDE.iter().any(|(path, _why)| *path == row.path);
    assert_eq!(TABLE.iter().filter(beside).count(), BESIDE.len());
    let is_page = |row: &&Row| row.face == Face::Page;
    for page in TABLE.iter().filter(is_page) {
        assert!(!page.path.starts_with("/v1/") && !page.path.starts_with("/ingest/"), "{}", page.path);
    }
    let rows = TABLE.iter().filter(|row| !is_page(row) && !beside(row));
    let rows: BTreeSet<String> = rows.map(|row| name(row.verb.name(), row.path)).collect();
    assert_eq!(operations().await, rows);
}

#[tokio::test]
async fn every_part_of_a_path_that_varies_is_described() {
    let document = served().await;
    for row in TABLE {
        let operation = &document["paths"][row.path][row.verb.name().to_ascii_lowercase()];
        if operation.is_null() {
            continue;
        }
        let varies = row.path.split('/').filter_map(|part| part.strip_prefix('{')?.strip_suffix('}'));
        let parameters = operation["parameters"].as_array().cloned().unwrap_or_default();
        let described = parameters.iter().filter(|parameter| parameter["in"] == "path");
        let described: BTreeSet<&str> =
            described.filter_map(|parameter| parameter["name"].as_str()).collect();
        assert_eq!(described, varies.collect(), "{:?} {}", row.verb, row.path);
    }
}
