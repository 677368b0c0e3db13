//! The map under the van: vector tiles from a `PMTiles` archive, served from our own origin.

mod tiles;

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use http::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, ETAG, IF_NONE_MATCH, VARY,
};
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};

use crate::error::ApiError;
use crate::routes::Routes;
use crate::state::AppState;
use tiles::Tile;
pub use tiles::{Tiles, TilesError};

/// The map's routes.
pub(crate) fn routes() -> Routes {
    Routes::new().get("/map/tiles/{z}/{x}/{y}", tile)
}

/// `GET /map/tiles/{z}/{x}/{y}`: one tile, as the archive holds it. Where the archive has none there is nothing to
/// draw, and that is no error.
async fn tile(
    State(shared): State<AppState>,
    Path((z, x, y)): Path<(u8, u32, String)>,
    headers: HeaderMap,
) -> Result<Response, ApiError> {
    let tiles = shared.tiles.as_ref().ok_or_else(ApiError::not_found)?;
    let y = y.strip_suffix(".mvt").unwrap_or(&y).parse().map_err(|_no_number| ApiError::not_found())?;
    let kept = [(CACHE_CONTROL, HeaderValue::from_static("public, max-age=3600")), (ETAG, tiles.etag())];
    if headers.get(IF_NONE_MATCH).is_some_and(|known| *known == tiles.etag()) {
        return Ok((StatusCode::NOT_MODIFIED, kept).into_response());
    }
    let takes_it = tiles.encoding().is_none_or(|encoding| takes(&headers, encoding));
    let Some(Tile { bytes, encoding }) = tiles.find(z, x, y, takes_it).await? else {
        return Ok((StatusCode::NO_CONTENT, kept).into_response());
    };
    let mut response = (kept, bytes).into_response();
    put(&mut response, CONTENT_TYPE, tiles.content_type());
    put(&mut response, VARY, "accept-encoding");
    if let Some(encoding) = encoding {
        put(&mut response, CONTENT_ENCODING, encoding);
    }
    Ok(response)
}

fn put(response: &mut Response, name: HeaderName, value: &'static str) {
    response.headers_mut().insert(name, HeaderValue::from_static(value));
}

/// Whether a client takes an encoding, and does not just name it to refuse it.
fn takes(headers: &HeaderMap, encoding: &str) -> bool {
    let accepted = headers.get_all(ACCEPT_ENCODING).iter().filter_map(|value| value.to_str().ok());
    accepted.flat_map(|value| value.split(',')).any(|item| {
        let (name, weight) = item.split_once(';').unwrap_or((item, ""));
        let refused =
            weight.trim().strip_prefix("q=").is_some_and(|q| q.parse::<f32>().is_ok_and(|q| q <= 0.0));
        matches!(name.trim(), name if name == "*" || name.eq_ignore_ascii_case(encoding)) && !refused
    })
}

#[cfg(test)]
mod tests {
    use axum::body::Body;
    use http::Request;
    use http_body_util::BodyExt as _;

    use super::*;
    use crate::testing::House;

    const MONACO: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../demo/monaco.pmtiles");

    async fn house() -> House {
        let tiles = Tiles::open(MONACO.as_ref()).await.unwrap();
        House::with(|parts| parts.tiles = Some(tiles)).await
    }

    async fn get(house: &House, path: &str, headers: &[(HeaderName, &str)]) -> http::Response<Body> {
        let mut request = Request::get(path);
        for (name, value) in headers {
            request = request.header(name, *value);
        }
        house.send(request.body(Body::empty()).unwrap()).await
    }

    #[tokio::test]
    async fn a_tile_comes_as_the_archive_holds_it() {
        let house = house().await;
        let path = "/map/tiles/14/8529/5974";
        let zipped = get(&house, path, &[(ACCEPT_ENCODING, "br, gzip")]).await;
        assert_eq!(zipped.status(), StatusCode::OK);
        assert_eq!(zipped.headers()[CONTENT_TYPE], "application/vnd.mapbox-vector-tile");
        assert_eq!(zipped.headers()[CONTENT_ENCODING], "gzip");
        let etag = zipped.headers()[ETAG].clone();
        let zipped = zipped.into_body().collect().await.unwrap().to_bytes();
        assert_eq!(zipped.get(..2), Some(&[0x1f, 0x8b][..]));

        let plain = get(&house, path, &[(ACCEPT_ENCODING, "gzip;q=0")]).await;
        assert!(plain.headers().get(CONTENT_ENCODING).is_none());
        let plain = plain.into_body().collect().await.unwrap().to_bytes();
        assert!(plain.len() > zipped.len());

        let again = get(&house, path, &[(IF_NONE_MATCH, etag.to_str().unwrap())]).await;
        assert_eq!(again.status(), StatusCode::NOT_MODIFIED);
    }

    #[tokio::test]
    async fn outside_the_archive_there_is_nothing_and_nonsense_is_not_found() {
        let house = house().await;
        for (path, status) in [
            ("/map/tiles/14/1/1", StatusCode::NO_CONTENT),
            ("/map/tiles/20/1/1", StatusCode::NO_CONTENT),
            ("/map/tiles/2/9/9", StatusCode::NOT_FOUND),
            ("/map/tiles/14/8529/x", StatusCode::NOT_FOUND),
            ("/map/tiles/99/1/1", StatusCode::NOT_FOUND),
        ] {
            assert_eq!(get(&house, path, &[]).await.status(), status, "{path}");
        }
    }

    #[tokio::test]
    async fn what_is_no_archive_is_told() {
        let error =
            Tiles::open(concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml").as_ref()).await.unwrap_err();
        assert!(error.to_string().contains("PMTiles"), "{error}");
        assert!(Tiles::open("/nowhere/at.pmtiles".as_ref()).await.is_err());
    }
}
