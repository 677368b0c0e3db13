//! What enters and leaves the process, from outside.

mod accuracy;
mod carriers;
mod csv;
mod dialects;
mod events;
mod hostile;
mod requests;
mod stored;
mod tracking;
mod visibility;
mod wishes;
