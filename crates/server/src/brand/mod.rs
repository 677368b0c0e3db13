//! What makes the pages an operator's: one accent and a logo. The pin of the door, the colours of states, the focus, the
//! sizes and what is said stay as they are.

mod accent;
mod logo;

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE};

use crate::error::ApiError;
use crate::routes::Routes;
use crate::secret::hex_hash;
use crate::state::AppState;
use accent::Accent;
pub use accent::BadAccent;
pub use logo::BadLogo;
use logo::Logo;

/// What makes the pages an operator's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Brand {
    css: Option<File>,
    logo: Option<File>,
}

/// A file that is named by its content, so that no browser asks for it twice.
#[derive(Debug, Clone, PartialEq, Eq)]
struct File {
    name: String,
    kind: &'static str,
    bytes: Vec<u8>,
}

impl Brand {
    /// The brand with this accent, such as `#0b6b57`, and the file of this logo.
    ///
    /// # Errors
    /// When the accent is no colour, or would be taken for that of a failure or a delay.
    pub fn new(accent: Option<&str>) -> Result<Self, BadAccent> {
        let accent = accent.map(Accent::read).transpose()?;
        let css = accent.map(|accent| File::new("brand", "css", "text/css", style(&accent).into_bytes()));
        Ok(Self { css, logo: None })
    }

    /// The same with a logo.
    ///
    /// # Errors
    /// When the file is too large, or no picture that pages can show.
    pub fn with_logo(self, bytes: Vec<u8>) -> Result<Self, BadLogo> {
        let Logo { bytes, kind, ending } = Logo::read(bytes)?;
        Ok(Self { logo: Some(File::new("logo", ending, kind, bytes)), ..self })
    }

    /// The address of the style sheet, where there is an accent.
    pub(crate) fn css(&self) -> Option<String> {
        self.css.as_ref().map(File::address)
    }

    /// The address of the logo, where there is one.
    pub(crate) fn logo(&self) -> Option<String> {
        self.logo.as_ref().map(File::address)
    }
}

impl File {
    fn new(name: &str, ending: &str, kind: &'static str, bytes: Vec<u8>) -> Self {
        let hash = hex_hash(&bytes);
        Self { name: format!("{name}-{}.{ending}", hash.get(..8).unwrap_or_default()), kind, bytes }
    }

    fn address(&self) -> String {
        format!("/brand/{}", self.name)
    }
}

/// The properties that replace those of `tokens.css`, under the same selectors.
fn style(accent: &Accent) -> String {
    let [light, dark, more, more_dark] =
        [accent.light, accent.dark, accent.more, accent.more_dark].map(|shades| shades.css());
    format!(
        ":root{{{light}}}\n\
         @media (prefers-color-scheme:dark){{:root:not([data-theme=\"light\"]){{{dark}}}}}\n\
         :root[data-theme=\"dark\"]{{{dark}}}\n\
         @media (prefers-contrast:more){{:root:not([data-contrast=\"normal\"]){{{more}}}}}\n\
         :root[data-contrast=\"more\"]{{{more}}}\n\
         @media (prefers-contrast:more) and (prefers-color-scheme:dark){{\
         :root:not([data-contrast=\"normal\"]):not([data-theme=\"light\"]){{{more_dark}}}}}\n"
    )
}

/// Its routes.
pub(crate) fn routes() -> Routes {
    Routes::new().get("/brand/{file}", get)
}

/// `GET /brand/{file}`: a drawing is a picture and runs nothing, also for whoever opens it by itself.
async fn get(State(shared): State<AppState>, Path(file): Path<String>) -> Result<Response, ApiError> {
    let brand = shared.settings.brand.as_deref().ok_or_else(ApiError::not_found)?;
    let mut files = brand.css.iter().chain(&brand.logo);
    let found = files.find(|known| known.name == file).ok_or_else(ApiError::not_found)?;
    let headers = [
        (CONTENT_TYPE, found.kind),
        (CACHE_CONTROL, "public, max-age=31536000, immutable"),
        (CONTENT_SECURITY_POLICY, "default-src 'none'; style-src 'unsafe-inline'; sandbox"),
    ];
    Ok((headers, found.bytes.clone()).into_response())
}
