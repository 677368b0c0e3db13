//! The domain from outside: what holds for every log, who may see what, and what follows from what happens.

mod bad_input;
mod buyer;
mod carrier;
mod door;
mod elsewhere;
mod experience;
mod explanation;
mod fixes;
mod invariants;
mod judgement;
mod later;
mod motion;
mod order;
mod photos;
mod release;
mod support;
mod tours;
mod unseen;
mod visibility;
mod wishes;
mod witness;
