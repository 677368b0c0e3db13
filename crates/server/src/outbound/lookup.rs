//! Looking names up: once, and what was judged is what is dialled.

use std::io;
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;

use futures_util::future::BoxFuture;
use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use url::Host;

use super::allowed::Allowed;
use super::target::Refusal;

/// How many addresses of a name are tried, at most.
const ADDRESSES_MAX: usize = 8;

/// Who is asked for the addresses of a name.
pub(super) trait Directory: Send + Sync + 'static {
    /// The addresses of a name.
    fn addresses(&self, name: String) -> BoxFuture<'static, io::Result<Vec<IpAddr>>>;
}

/// The system.
pub(super) struct System;

impl Directory for System {
    fn addresses(&self, name: String) -> BoxFuture<'static, io::Result<Vec<IpAddr>>> {
        Box::pin(async move {
            let found = tokio::net::lookup_host((name, 0)).await?;
            Ok(found.map(|address| address.ip()).collect())
        })
    }
}

/// Gives the client the addresses of a name when it may dial all of them. One that it may not dial tells that the name
/// is not what it seems, so then it gets none.
pub(super) struct Guarded<D> {
    pub(super) allowed: Arc<Allowed>,
    pub(super) directory: D,
}

impl<D: Directory> Resolve for Guarded<D> {
    fn resolve(&self, name: Name) -> Resolving {
        let (allowed, name) = (self.allowed.clone(), name.as_str().to_owned());
        let found = self.directory.addresses(name.clone());
        Box::pin(async move {
            let host = Host::parse(&name)?;
            let found = found.await?;
            if !found.iter().all(|address| allowed.address(&host, *address)) {
                return Err(Refusal::NotPublic.into());
            }
            // The port of the target takes the place of 0.
            let found = found.into_iter().take(ADDRESSES_MAX).map(|address| SocketAddr::new(address, 0));
            Ok(Box::new(found) as Addrs)
        })
    }
}
