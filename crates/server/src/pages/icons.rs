//! The signs beside the words. They are drawn into the page, so that no request is needed and colours follow.

use std::fmt;

use askama::filters::HtmlSafe;

/// A sign. It is always beside words, so assistive technology does not read it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Icon {
    /// A tick: done.
    Check,
    /// A clock: later, or waiting.
    Clock,
    /// A triangle with a mark: it went wrong.
    Alert,
    /// A wrapped gift.
    Gift,
    /// A closed lock: confidential.
    Lock,
    /// A key: against a code.
    Key,
    /// Cross-hairs: the map.
    Target,
    /// A cup: a break.
    Cup,
    /// Broken waves: no signal.
    NoSignal,
    /// A house: the safe place.
    House,
    /// A bell: notices.
    Bell,
    /// A box: a parcel.
    Box,
    /// A hand: in person.
    Hand,
    /// Two people: a neighbour.
    People,
    /// A list: the parcels.
    List,
    /// A shop: the pick-up point.
    Shop,
    /// An arrow back.
    Back,
    /// A question mark: help.
    Help,
    /// A door with an arrow: log out.
    Leave,
    /// Where a row leads.
    Chevron,
    /// A pencil: to write it anew.
    Pencil,
    /// A calendar: another day.
    Calendar,
    /// An outline of an area.
    Area,
    /// A globe: the language.
    Globe,
    /// The van.
    Van,
    /// The door pin.
    Door,
    /// The operator's mark.
    Mark,
    /// The product's own mark: the door pin.
    Doorstep,
}

impl Icon {
    #[expect(clippy::too_many_lines, reason = "a table of drawings, one row each")]
    fn shape(self) -> &'static str {
        match self {
            Self::Check => r#"<path d="m5 12.5 4.5 4.5L19 7.5"/>"#,
            Self::Clock => r#"<circle cx="12" cy="12" r="8.5"/><path d="M12 7.5V12l3 2"/>"#,
            Self::People => concat!(
                r#"<path d="M9 5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7Z"/><path d="M2.8 19.5c.4-3.4 3-5.5 6.2-5.5s5.8 2.1 6.2 5.5"#,
                r#"M15.500 5.300a3.500 3.500 0 0 1 0 6.400M17.500 14.400c2 .8 3.400 2.600 3.700 5.100"/>"#
            ),
            Self::Alert => r#"<path d="M12 4 21 19.5H3z"/><path d="M12 10v4.5M12 17v.1"/>"#,
            Self::Gift => concat!(
                r#"<rect x="4" y="9" width="16" height="4" rx="1"/><path d="M5.5 13v7h13v-7M12 9v11M12 9S10.8 4 8.3 4"#,
                r#"a2.3 2.3 0 0 0-.3 4.6C9 9 12 9 12 9Zm0 0s1.2-5 3.7-5a2.3 2.3 0 0 1 .3 4.6C15 9 12 9 12 9Z"/>"#
            ),
            Self::Lock => {
                r#"<rect x="5" y="10.5" width="14" height="9.5" rx="2"/><path d="M8 10.5V8a4 4 0 0 1 8 0v2.5"/>"#
            }
            Self::Key => {
                r#"<circle cx="8" cy="15.5" r="4"/><path d="m11 12.700 8.500-8.500M16 7.700l2.800 2.800"/>"#
            }
            Self::Target => concat!(
                r#"<circle cx="12" cy="12" r="6.5"/><circle cx="12" cy="12" r="1.8" fill="currentColor" stroke="none"/>"#,
                r#"<path d="M12 2.5v3M12 18.5v3M2.5 12h3M18.5 12h3"/>"#
            ),
            Self::Cup => {
                r#"<path d="M5 9.5h11v6a4 4 0 0 1-4 4H9a4 4 0 0 1-4-4zM16 11h1.5a2.5 2.5 0 0 1 0 5H16M8 3.5V6M12 3.5V6"/>"#
            }
            Self::NoSignal => {
                r#"<path d="M4 4l16 16M5 10.500a10.500 10.500 0 0 1 3.500-2M12 7.500c2.800 0 5.200 1.100 7 3M8 14a5.700 5.700 0 0 1 3-1.600M12 18v.1"/>"#
            }
            Self::House => r#"<path d="M4 10.5 12 4l8 6.5V20H4z"/><path d="M9 20v-6h6v6M9 17h6"/>"#,
            Self::Bell => {
                r#"<path d="M6.5 10a5.5 5.5 0 0 1 11 0c0 4.5 2 6.5 2 6.5h-15s2-2 2-6.500M10 19.5a2.1 2.1 0 0 0 4 0"/>"#
            }
            Self::Box => {
                r#"<path d="m12 3.5 8 4.2v8.6l-8 4.2-8-4.2V7.700zM4 7.700l8 4.300 8-4.300M12 12v8.500M8 5.700l8 4.200"/>"#
            }
            Self::Hand => concat!(
                r#"<path d="M4 13.500V20M4 18.500h10.500l5.200-4.600a1.600 1.600 0 0 0-2-2.500L14.500 14H10"#,
                r#"M4 14.500 7 12h5a1.500 1.500 0 0 1 0 3M10.500 8.500V4h6v5"/>"#
            ),
            Self::List => {
                r#"<path d="M9 6.500h11M9 12h11M9 17.500h11M4.500 6.500h.1M4.500 12h.1M4.500 17.500h.1"/>"#
            }
            Self::Shop => concat!(
                r#"<path d="M4.5 9.5 6 4.5h12l1.5 5M4.5 9.5a2.5 2.5 0 0 0 5 0 2.5 2.5 0 0 0 5 0 2.5 2.5 0 0 0 5 0"#,
                r#"M5.5 12v8h13v-8M10 20v-4.500h4V20"/>"#
            ),
            Self::Back => r#"<path d="m15 5-7 7 7 7"/>"#,
            Self::Help => concat!(
                r#"<circle cx="12" cy="12" r="8.5"/><path d="M9.7 9.600a2.400 2.400 0 1 1 3.600 2.100c-.9.5-1.300 1-1.300 1.900"/>"#,
                r#"<path d="M12 16.400v.1" stroke-width="2.4"/>"#
            ),
            Self::Leave => {
                r#"<path d="M13.500 4.500H6A1.500 1.500 0 0 0 4.500 6v12A1.500 1.500 0 0 0 6 19.500h7.500M10.500 12h9.500m-3.500-4 4 4-4 4"/>"#
            }
            Self::Chevron => r#"<path d="m9 5 7 7-7 7"/>"#,
            Self::Pencil => {
                r#"<path d="M4.500 19.500 5.500 15 16 4.500l3.500 3.500L9 18.500zM13.500 7l3.500 3.500"/>"#
            }
            Self::Calendar => {
                r#"<rect x="4" y="5.5" width="16" height="14.5" rx="2.5"/><path d="M4 10.5h16M8.5 3.5v4M15.5 3.5v4"/>"#
            }
            Self::Area => {
                r#"<path d="M4 7.500 9.500 5l5 2.500L20 5v11.500L14.500 19l-5-2.500L4 19zM9.500 5v11.500M14.500 7.500V19"/>"#
            }
            Self::Globe => {
                r#"<circle cx="12" cy="12" r="8.500"/><path d="M3.500 12h17M12 3.500c2.500 2.400 3.700 5.200 3.700 8.500s-1.200 6.100-3.700 8.500c-2.500-2.400-3.700-5.200-3.700-8.500s1.200-6.100 3.700-8.500z"/>"#
            }
            Self::Van => concat!(
                r#"<path fill-rule="evenodd" d="M2.5 7.200C2.500 6.500 3 6 3.700 6h9.100c.7 0 1.200.5 1.200 1.200v1.600h2.700c.4 0 .8.2 1 .5"#,
                r#"l2.900 3.600c.2.2.3.5.3.8v2.600c0 .7-.5 1.200-1.200 1.200h-.5a2.400 2.400 0 0 1-4.700 0H9.400a2.400 2.400 0 0 1-4.700 0h-1"#,
                r#"c-.7 0-1.200-.5-1.200-1.200zM15.600 10.300v2.900h3.100l-2.200-2.700a.5.5 0 0 0-.4-.2z"/>"#,
                r#"<circle cx="7.050" cy="17.300" r="1.500"/><circle cx="16.900" cy="17.300" r="1.500"/>"#
            ),
            Self::Door | Self::Doorstep => concat!(
                r#"<path class="o" d="M4 20a16 16 0 0 1 32 0v19.500a3.500 3.500 0 0 1-3.500 3.500H25l-5 7.500-5-7.500H7.500A3.500 3.500 0 0 1 4 39.500z"/>"#,
                r#"<path class="l" d="M11.500 21a8.500 8.500 0 0 1 17 0v16.500h-17z"/><circle class="k" cx="24.500" cy="29.500" r="1.900"/>"#
            ),
            Self::Mark => concat!(
                r#"<rect class="ground" width="28" height="28" rx="8"/>"#,
                r#"<path class="line" d="M7 9.500h9.500M7 14h6.500M7 18.500h9.500M17.500 9.500l4 4.500-4 4.500"/>"#
            ),
        }
    }

    fn class_and_box(self) -> (&'static str, &'static str) {
        match self {
            // Signs that point somewhere point the other way where lines run from right to left.
            Self::Van => ("i fill turns", "0 0 24 24"),
            Self::Door => ("door", "0 0 40 52"),
            Self::Mark => ("mark", "0 0 28 28"),
            Self::Doorstep => ("mark door-mark", "2 2 36 50"),
            Self::Chevron => ("i chev turns", "0 0 24 24"),
            Self::Back | Self::Leave => ("i turns", "0 0 24 24"),
            _ => ("i", "0 0 24 24"),
        }
    }
}

impl fmt::Display for Icon {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (class, view_box) = self.class_and_box();
        write!(f, r#"<svg class="{class}" viewBox="{view_box}" aria-hidden="true">{}</svg>"#, self.shape())
    }
}

/// The markup is the program's own.
impl HtmlSafe for Icon {}
