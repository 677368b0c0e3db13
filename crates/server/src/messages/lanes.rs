//! Places by host: one that hangs holds its own and not those of others.

use std::collections::BTreeMap;

use parking_lot::Mutex;

/// So many messages are under way to one host and port.
const PER_HOST: usize = 8;

/// Who is being talked to, and by how many.
#[derive(Debug, Default)]
pub(crate) struct Lanes(Mutex<BTreeMap<String, usize>>);

/// A place with a host, until it is dropped.
#[derive(Debug)]
pub(crate) struct Place<'a> {
    lanes: &'a Lanes,
    host: String,
}

impl Lanes {
    /// A place with a host; `None` when all of them are taken.
    pub(crate) fn enter(&self, host: &str) -> Option<Place<'_>> {
        let mut taken = self.0.lock();
        let here = taken.entry(host.to_owned()).or_default();
        (*here < PER_HOST).then(|| {
            *here += 1;
            Place { lanes: self, host: host.to_owned() }
        })
    }
}

impl Drop for Place<'_> {
    fn drop(&mut self) {
        let mut taken = self.lanes.0.lock();
        if let Some(here) = taken.get_mut(&self.host) {
            *here -= 1;
            if *here == 0 {
                taken.remove(&self.host);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_host_has_its_places_and_others_have_theirs() {
        let lanes = Lanes::default();
        let mut places: Vec<_> = (0..PER_HOST).map(|_| lanes.enter("slow.example.org").unwrap()).collect();
        assert!(lanes.enter("slow.example.org").is_none());
        assert!(lanes.enter("push.example.org").is_some());
        places.pop();
        assert!(lanes.enter("slow.example.org").is_some(), "who left makes room");
        drop(places);
        assert!(lanes.0.lock().is_empty(), "nothing is kept of who is not talked to");
    }
}
