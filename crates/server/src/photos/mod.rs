//! Photos of deliveries: what a driver sends is made anew here, so that what is kept is a picture and nothing else.
//!
//! Pictures are the only thing that strangers' software made and that this server decodes, so it is done by few at a
//! time, within limits that the header of a picture cannot talk its way around (`picture`).

mod picture;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use bytes::Bytes;
use http::StatusCode;
use tokio::sync::Semaphore;
use tokio::task::spawn_blocking;

use crate::error::ApiError;
use picture::Unfit;

/// So many pictures are decoded at once; each may take [`picture::MEMORY_MAX`] twice, for the picture and a copy of it.
const AT_ONCE: usize = 2;
/// So many more may wait for that. Phones beyond try again later.
const WAITING_MAX: usize = 14;

/// Where pictures are made anew.
#[derive(Debug)]
pub(crate) struct Darkroom {
    door: Semaphore,
    tables: Arc<Semaphore>,
}

impl Default for Darkroom {
    fn default() -> Self {
        Self { door: Semaphore::new(AT_ONCE + WAITING_MAX), tables: Arc::new(Semaphore::new(AT_ONCE)) }
    }
}

impl Darkroom {
    /// The picture as a JPEG of at most [`picture::SIDE_MAX`] pixels and [`picture::BYTES_MAX`], upright and without
    /// anything that its file told besides.
    ///
    /// # Errors
    /// Why it cannot be used, or that there is too much to do.
    pub(crate) async fn remake(&self, sent: Bytes) -> Result<Vec<u8>, ApiError> {
        let busy = || ApiError::unavailable("Too many photos came at once. Send it again later.");
        let _inside = self.door.try_acquire().map_err(|_full| busy())?;
        let table = self.tables.clone().acquire_owned().await.map_err(|_closed| busy())?;
        let work = spawn_blocking(move || {
            // Whoever hangs up does not make room for another picture before this one is done.
            let _table = table;
            picture::remake(&sent)
        });
        let done = work.await.unwrap_or_else(|error| {
            tracing::error!(%error, "decoding a picture broke off");
            Err(Unfit::Broken)
        });
        done.map_err(refused)
    }
}

fn refused(unfit: Unfit) -> ApiError {
    let status = match unfit {
        Unfit::Kind => StatusCode::UNSUPPORTED_MEDIA_TYPE,
        Unfit::Empty | Unfit::Broken | Unfit::TooLarge => StatusCode::UNPROCESSABLE_ENTITY,
    };
    ApiError::new(status, unfit.code(), unfit.to_string())
}
