//! A strict reader of our own markup: it takes nothing that a browser would have to mend, and knows what no page of
//! ours may hold.

use std::collections::{BTreeMap, BTreeSet};

use crate::pages::reader::Locale;

const VOID: [&str; 8] = ["meta", "link", "input", "br", "img", "hr", "source", "wbr"];
/// Elements whose content is no markup.
const RAW: [&str; 2] = ["script", "style"];

/// A page as a list of tags and texts that was found to nest well.
pub(super) struct Markup {
    nodes: Vec<Node>,
}

enum Node {
    Open { name: String, attributes: BTreeMap<String, String> },
    Close { name: String },
    Text(String),
}

impl Markup {
    /// Reads a page.
    pub(super) fn read(html: &str) -> Result<Self, String> {
        let mut rest = html.strip_prefix("<!doctype html>").ok_or("there is no doctype")?;
        let (mut nodes, mut open) = (Vec::new(), Vec::<String>::new());
        while !rest.is_empty() {
            let Some(inside) = rest.strip_prefix('<') else {
                let end = rest.find('<').unwrap_or(rest.len());
                let (text, after) = rest.split_at(end);
                nodes.push(Node::Text(decoded(text)?));
                rest = after;
                continue;
            };
            let end = inside.find('>').ok_or("a tag does not end")?;
            let (tag, after) = inside.split_at(end);
            rest = after.get(1..).unwrap_or_default();
            if let Some(name) = tag.strip_prefix('/') {
                let opened = open.pop().ok_or_else(|| format!("</{name}> closes nothing"))?;
                if opened != name {
                    return Err(format!("</{name}> closes <{opened}>"));
                }
                nodes.push(Node::Close { name: name.to_owned() });
                continue;
            }
            let (tag, is_closed) = tag.strip_suffix('/').map_or((tag, false), |tag| (tag, true));
            let (name, attributes) = opened(tag)?;
            let is_void = VOID.contains(&name.as_str()) || is_closed;
            nodes.push(Node::Open { name: name.clone(), attributes });
            if RAW.contains(&name.as_str()) {
                let end = rest.find(&format!("</{name}>")).ok_or("a script does not end")?;
                rest = rest.split_at(end).1;
            }
            if is_void {
                nodes.push(Node::Close { name });
            } else {
                open.push(name);
            }
        }
        if open.is_empty() { Ok(Self { nodes }) } else { Err(format!("{open:?} are not closed")) }
    }

    /// What every page must and must not have.
    pub(super) fn check(&self) -> Result<(), String> {
        let (mut ids, mut count) = (BTreeSet::new(), BTreeMap::<&str, usize>::new());
        for (index, node) in self.nodes.iter().enumerate() {
            let Node::Open { name, attributes } = node else { continue };
            *count.entry(name.as_str()).or_default() += 1;
            if let Some(id) = attributes.get("id")
                && !ids.insert(id.as_str())
            {
                return Err(format!("the id {id} stands twice"));
            }
            check_attributes(name, attributes)?;
            if matches!(name.as_str(), "a" | "button" | "summary" | "label" | "h1" | "h2" | "th" | "title") {
                let text = self.text_of(index);
                if text.trim().is_empty() {
                    return Err(format!("<{name}> at {index} has no words"));
                }
            }
            if name == "input"
                && attributes.get("type").is_none_or(|kind| kind != "hidden")
                && !self.is_labelled(index)
            {
                return Err(format!("<input {attributes:?}> has no label"));
            }
        }
        let has_script_only = self.has("noscript") && !count.contains_key("h1");
        for (name, expected) in [("h1", usize::from(!has_script_only)), ("main", 1), ("title", 1)] {
            if count.get(name).copied().unwrap_or_default() != expected {
                return Err(format!("there are {:?} <{name}>", count.get(name)));
            }
        }
        Ok(())
    }

    /// How many filled buttons can be seen: what a closed fold holds cannot.
    pub(super) fn filled_buttons(&self) -> usize {
        let mut hidden_depth: Option<usize> = None;
        let (mut depth, mut found) = (0, 0);
        let mut folds: Vec<(usize, bool)> = Vec::new();
        for node in &self.nodes {
            match node {
                Node::Open { name, attributes } => {
                    depth += 1;
                    if name == "details" {
                        folds.push((depth, attributes.contains_key("open")));
                    }
                    let is_filled = attributes.get("class").is_some_and(|class| {
                        let classes: Vec<&str> = class.split(' ').collect();
                        classes.contains(&"btn") && classes.contains(&"pri")
                    });
                    // The summary of an open fold is drawn as its heading.
                    let is_heading = name == "summary" && folds.last().is_some_and(|(_, is_open)| *is_open);
                    found += usize::from(is_filled && !is_heading && hidden_depth.is_none());
                }
                Node::Close { name } => {
                    if name == "summary"
                        && folds.last().is_some_and(|(_, is_open)| !is_open)
                        && hidden_depth.is_none()
                    {
                        hidden_depth = folds.last().map(|(fold, _)| *fold);
                    }
                    if name == "details" {
                        folds.pop();
                    }
                    if hidden_depth == Some(depth) {
                        hidden_depth = None;
                    }
                    depth -= 1;
                }
                Node::Text(_) => {}
            }
        }
        found
    }

    /// Everything that is read, with single spaces.
    pub(super) fn text(&self) -> String {
        let texts = self.nodes.iter().filter_map(|node| match node {
            Node::Text(text) => Some(text.as_str()),
            _ => None,
        });
        let texts: String = texts.collect::<Vec<_>>().join(" ");
        texts.split_whitespace().collect::<Vec<_>>().join(" ").replace(" .", ".")
    }

    fn has(&self, tag: &str) -> bool {
        self.nodes.iter().any(|node| matches!(node, Node::Open { name, .. } if name == tag))
    }

    /// The text inside the element that opens at `index`.
    fn text_of(&self, index: usize) -> String {
        let (mut depth, mut text) = (0_usize, String::new());
        for node in self.nodes.iter().skip(index) {
            match node {
                Node::Open { .. } => depth += 1,
                Node::Close { .. } => depth -= 1,
                Node::Text(words) => text.push_str(words),
            }
            if depth == 0 {
                break;
            }
        }
        text
    }

    /// Whether the input that opens at `index` stands inside a label.
    fn is_labelled(&self, index: usize) -> bool {
        let before = self.nodes.iter().take(index);
        let open = before.fold(0_i32, |open, node| match node {
            Node::Open { name, .. } if name == "label" => open + 1,
            Node::Close { name } if name == "label" => open - 1,
            _ => open,
        });
        open > 0
    }
}

fn check_attributes(name: &str, attributes: &BTreeMap<String, String>) -> Result<(), String> {
    for (key, value) in attributes {
        if key == "style" || key.starts_with("on") {
            return Err(format!("<{name}> has {key}, which the content security policy forbids"));
        }
        let is_address = matches!(key.as_str(), "href" | "src" | "action");
        let is_licence = value == "https://www.openstreetmap.org/copyright";
        // The page of another carrier, which learns nothing of ours.
        let is_elsewhere = name == "a"
            && value.starts_with("https://")
            && attributes.get("rel").is_some_and(|rel| rel == "noopener noreferrer");
        if is_address && !value.starts_with(['/', '#']) && !is_licence && !is_elsewhere {
            return Err(format!("<{name}> leads away from here: {value}"));
        }
        if is_address && value.len() < 2 {
            return Err(format!("<{name} {key}={value:?}> leads nowhere"));
        }
    }
    let get = |key: &str| attributes.get(key).map(String::as_str);
    if name == "svg" && get("aria-hidden") != Some("true") {
        return Err("a picture is neither hidden from readers nor named".to_owned());
    }
    if name == "script" && get("src").is_none() && get("type") != Some("application/json") {
        return Err("there is an inline script".to_owned());
    }
    if name == "html" && get("lang").and_then(Locale::from_tag).is_none() {
        return Err("the page does not tell its language".to_owned());
    }
    Ok(())
}

/// The name and attributes of an opening tag.
fn opened(tag: &str) -> Result<(String, BTreeMap<String, String>), String> {
    let (name, mut rest) = tag.split_once(char::is_whitespace).unwrap_or((tag, ""));
    if name.is_empty() || !name.chars().all(|c| c.is_ascii_alphanumeric()) {
        return Err(format!("<{tag}> is no tag"));
    }
    let mut attributes = BTreeMap::new();
    loop {
        rest = rest.trim_start();
        if rest.is_empty() {
            return Ok((name.to_owned(), attributes));
        }
        let end = rest.find(|c: char| c == '=' || c.is_whitespace()).unwrap_or(rest.len());
        let (key, after) = rest.split_at(end);
        let (value, after) = match after.strip_prefix("=\"") {
            Some(quoted) => quoted.split_once('"').ok_or_else(|| format!("<{tag}>: a value does not end"))?,
            None if after.starts_with('=') => return Err(format!("<{tag}>: {key} has no quotes")),
            None => ("", after),
        };
        if attributes.insert(key.to_owned(), decoded(value)?).is_some() {
            return Err(format!("<{tag}>: {key} stands twice"));
        }
        rest = after;
    }
}

/// Text without character references; a bare ampersand is an error.
fn decoded(text: &str) -> Result<String, String> {
    let mut parts = text.split('&');
    let mut decoded = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (reference, after) =
            part.split_once(';').ok_or_else(|| format!("a bare ampersand in {text:?}"))?;
        decoded.push(match reference {
            "amp" | "#38" => '&',
            "lt" | "#60" => '<',
            "gt" | "#62" => '>',
            "quot" | "#34" => '"',
            "#39" => '\'',
            other => return Err(format!("&{other}; in {text:?}")),
        });
        decoded.push_str(after);
    }
    Ok(decoded)
}

#[test]
fn broken_markup_is_found() {
    for broken in ["<p>", "<p></b>", "<p a=b></p>", "<p>a & b</p>", "<p a=\"1\" a=\"2\"></p>", "</p>", "<p"] {
        assert!(Markup::read(&format!("<!doctype html>{broken}")).is_err(), "{broken}");
    }
    assert!(Markup::read("<!doctype html><p a=\"1\">a &amp; b<br></p>").is_ok());
    for forbidden in [
        "<p style=\"color:red\">a</p>",
        "<a href=\"https://elsewhere.example/\">a</a>",
        "<button></button>",
        "<input type=\"text\">",
        "<script>alert(1)</script>",
    ] {
        let page = format!(
            "<!doctype html><html lang=\"en\"><title>a</title><main><h1>a</h1>{forbidden}</main></html>"
        );
        assert!(Markup::read(&page).unwrap().check().is_err(), "{forbidden}");
    }
}
