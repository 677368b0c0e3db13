//! A writer of small extracts, so that tests can say what is in one.
#![expect(clippy::unwrap_used, reason = "a test that cannot write its extract has failed")]

/// An extract under construction.
#[derive(Default)]
pub(crate) struct Extract {
    strings: Vec<String>,
    /// Encoded nodes, ways and relations: fields of a primitive group.
    elements: Vec<u8>,
}

type Tags<'a> = &'a [(&'a str, &'a str)];

impl Extract {
    pub(crate) fn node(&mut self, id: i64, lat: f64, lon: f64, tags: Tags<'_>) -> &mut Self {
        let mut node = Vec::new();
        varint_field(&mut node, 1, zigzag(id));
        self.tags(&mut node, tags);
        varint_field(&mut node, 8, zigzag(e7(lat)));
        varint_field(&mut node, 9, zigzag(e7(lon)));
        bytes_field(&mut self.elements, 1, &node);
        self
    }

    pub(crate) fn way(&mut self, id: i64, nodes: &[i64], tags: Tags<'_>) -> &mut Self {
        let mut way = Vec::new();
        varint_field(&mut way, 1, unsigned(id));
        self.tags(&mut way, tags);
        packed_field(&mut way, 8, deltas(nodes).map(zigzag));
        bytes_field(&mut self.elements, 3, &way);
        self
    }

    /// A turn restriction from one way over a node into another way.
    pub(crate) fn restriction(&mut self, from: i64, via: i64, to: i64, value: &str) -> &mut Self {
        self.restriction_of_types(from, via, to, value, [1, 0, 1])
    }

    /// The same with the types of its members: 0 is a node, 1 a way, 2 a relation, and others there are none.
    pub(crate) fn restriction_of_types(
        &mut self,
        from: i64,
        via: i64,
        to: i64,
        value: &str,
        types: [u64; 3],
    ) -> &mut Self {
        let mut relation = Vec::new();
        varint_field(&mut relation, 1, unsigned(from * 1_000 + to));
        self.tags(&mut relation, &[("type", "restriction"), ("restriction", value)]);
        let roles = ["from", "via", "to"].map(|role| self.string(role));
        packed_field(&mut relation, 8, roles.into_iter());
        packed_field(&mut relation, 9, deltas(&[from, via, to]).map(zigzag));
        packed_field(&mut relation, 10, types.into_iter());
        bytes_field(&mut self.elements, 4, &relation);
        self
    }

    /// The bytes of the file. Its blocks are not compressed, so that every byte of it counts.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        self.bytes_that_require("DenseNodes")
    }

    pub(crate) fn bytes_that_require(&self, feature: &str) -> Vec<u8> {
        let mut header = Vec::new();
        bytes_field(&mut header, 4, b"OsmSchema-V0.6");
        bytes_field(&mut header, 4, feature.as_bytes());
        let mut strings = Vec::new();
        bytes_field(&mut strings, 1, b"");
        for string in &self.strings {
            bytes_field(&mut strings, 1, string.as_bytes());
        }
        let mut block = Vec::new();
        bytes_field(&mut block, 1, &strings);
        bytes_field(&mut block, 2, &self.elements);
        [blob("OSMHeader", &header), blob("OSMData", &block)].concat()
    }

    fn tags(&mut self, element: &mut Vec<u8>, tags: Tags<'_>) {
        let keys: Vec<u64> = tags.iter().map(|(key, _)| self.string(key)).collect();
        let values: Vec<u64> = tags.iter().map(|(_, value)| self.string(value)).collect();
        packed_field(element, 2, keys.into_iter());
        packed_field(element, 3, values.into_iter());
    }

    /// The position of a string in the table, in which the first is always empty.
    fn string(&mut self, string: &str) -> u64 {
        let known = self.strings.iter().position(|known| known == string);
        let position = known.unwrap_or_else(|| {
            self.strings.push(string.to_owned());
            self.strings.len() - 1
        });
        u64::try_from(position + 1).unwrap()
    }
}

fn blob(kind: &str, content: &[u8]) -> Vec<u8> {
    let mut blob = Vec::new();
    bytes_field(&mut blob, 1, content);
    varint_field(&mut blob, 2, u64::try_from(content.len()).unwrap());
    let mut header = Vec::new();
    bytes_field(&mut header, 1, kind.as_bytes());
    varint_field(&mut header, 3, u64::try_from(blob.len()).unwrap());
    let size = u32::try_from(header.len()).unwrap().to_be_bytes();
    [&size[..], &header, &blob].concat()
}

fn deltas(ids: &[i64]) -> impl Iterator<Item = i64> {
    ids.iter().scan(0, |previous, id| Some(id - std::mem::replace(previous, *id)))
}

#[expect(clippy::cast_possible_truncation, reason = "degrees are small")]
fn e7(degrees: f64) -> i64 {
    (degrees * 1e7).round() as i64
}

fn unsigned(id: i64) -> u64 {
    u64::try_from(id).unwrap()
}

fn zigzag(value: i64) -> u64 {
    ((value << 1) ^ (value >> 63)).cast_unsigned()
}

fn varint(out: &mut Vec<u8>, mut value: u64) {
    while value > 0x7f {
        out.push(u8::try_from(value & 0x7f).unwrap() | 0x80);
        value >>= 7;
    }
    out.push(u8::try_from(value).unwrap());
}

fn varint_field(out: &mut Vec<u8>, field: u64, value: u64) {
    varint(out, field << 3);
    varint(out, value);
}

fn bytes_field(out: &mut Vec<u8>, field: u64, bytes: &[u8]) {
    varint(out, field << 3 | 2);
    varint(out, u64::try_from(bytes.len()).unwrap());
    out.extend_from_slice(bytes);
}

fn packed_field(out: &mut Vec<u8>, field: u64, values: impl Iterator<Item = u64>) {
    let mut packed = Vec::new();
    values.for_each(|value| varint(&mut packed, value));
    bytes_field(out, field, &packed);
}
