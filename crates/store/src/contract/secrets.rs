//! What the server keeps for itself.

use super::{Outcome, cases};
use crate::Store;

cases![the_first_secret_of_a_name_stays];

async fn the_first_secret_of_a_name_stays(store: &dyn Store) -> Outcome {
    assert_eq!(store.secret("one", [1; 32]).await?, [1; 32]);
    assert_eq!(store.secret("other", [2; 32]).await?, [2; 32]);
    assert_eq!(store.secret("one", [3; 32]).await?, [1; 32]);
    Ok(())
}
