//! The network on small towns drawn by hand, and on random ones against a plain search.

mod drawn;
mod random;
mod town;
