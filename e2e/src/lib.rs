//! Doorstep from outside: its binary, started as a user starts it, and clients that know nothing but its interface.
//!
//! [`binary`] runs commands and servers; [`api`] talks HTTP; [`stream`] listens to server-sent events; [`carrier`]
//! is an operator with drivers, recipients and tours, brought to a server over its public interface; [`disk`] is a
//! disk small enough to be filled. The tests are one program, `tests/outside`, so that it is linked once.

pub mod api;
pub mod binary;
pub mod carrier;
pub mod disk;
pub mod stream;
