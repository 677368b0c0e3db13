//! The life of the process: told to stop once it stops softly, told twice it stops at once.

use anyhow::{Context as _, Result};
use tokio::runtime::{Builder, Runtime};
use tokio::signal::unix::{SignalKind, signal};
use tokio_util::sync::CancellationToken;

/// The runtime of a command that talks to others.
///
/// # Errors
/// When the operating system gives no threads.
pub(crate) fn runtime() -> Result<Runtime> {
    choose_cryptography();
    Builder::new_multi_thread().enable_all().build().context("the runtime cannot be started")
}

/// A runtime of this thread alone: what happens in it happens in the same order every time.
///
/// # Errors
/// When the operating system gives no threads.
pub(crate) fn one_thread() -> Result<Runtime> {
    choose_cryptography();
    Builder::new_current_thread().enable_all().build().context("the runtime cannot be started")
}

/// Chooses the library that TLS computes with, which HTTP clients ask for.
pub(crate) fn choose_cryptography() {
    // Another library may have chosen one already; theirs is as good.
    let _chosen = rustls::crypto::ring::default_provider().install_default();
}

/// A token that the first SIGINT or SIGTERM cancels. The second one ends the process at once.
///
/// # Errors
/// When the operating system takes no handlers.
pub(crate) fn stop_on_signals() -> Result<CancellationToken> {
    let stop = CancellationToken::new();
    let mut interrupt = signal(SignalKind::interrupt()).context("SIGINT cannot be watched")?;
    let mut terminate = signal(SignalKind::terminate()).context("SIGTERM cannot be watched")?;
    let told = stop.clone();
    tokio::spawn(async move {
        for times in 0_u8.. {
            tokio::select! {
                _ = interrupt.recv() => {}
                _ = terminate.recv() => {}
            }
            if times > 0 {
                tracing::warn!("told to stop twice; stopping at once");
                std::process::exit(1);
            }
            tracing::info!("stopping; tell it again to stop at once");
            told.cancel();
        }
    });
    Ok(stop)
}
