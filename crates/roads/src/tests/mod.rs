//! The network on small towns drawn by hand, and on random ones against a plain search.

mod drawn;
mod houses;
mod random;
mod town;
