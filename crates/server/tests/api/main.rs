//! The interface for programs, from outside: the whole router in one process, with a database in memory and a clock that
//! moves when it is told to.
#![expect(
    clippy::indexing_slicing,
    reason = "a field that an answer lacks is null, which no test takes for a value"
)]

mod accuracy;
mod bad_input;
mod batches;
mod buyer;
mod calendar;
mod carriers;
mod dialects;
mod door;
mod elsewhere;
mod embed;
mod experience;
mod explanation;
mod guesses;
mod house;
mod idempotency;
mod kinds;
mod marks;
mod odd_tours;
mod offline_wishes;
mod operator;
mod photos;
mod ratings;
mod reports;
mod secrecy;
mod service;
mod sessions;
mod shares;
mod story;
mod stream;
mod tokens;
mod tours;
mod town;
mod visibility;
mod wishes;
