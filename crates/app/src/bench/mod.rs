//! Figures of this machine: one file for each thing that is measured.
//!
//! Every figure that depends on the machine is also told as a ratio to something bare that was measured in the same
//! run, so that figures of two machines can be compared.

pub(crate) mod absence;
pub(crate) mod attack;
pub(crate) mod fanout;
pub(crate) mod fold;
pub(crate) mod ingest;
pub(crate) mod release;
pub(crate) mod roads;
pub(crate) mod scenario;
pub(crate) mod sockets;
pub(crate) mod viewers;

mod client;
mod process;
mod setup;
mod town;
