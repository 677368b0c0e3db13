//! Line plots as SVG, readable on light and dark, and with a text for those who do not see them.

use std::fmt::Write as _;

const WIDTH: f64 = 640.0;
const HEIGHT: f64 = 320.0;
/// Where lines are drawn: left, right, top, bottom.
const LEFT: f64 = 64.0;
const RIGHT: f64 = 616.0;
const TOP: f64 = 72.0;
const BOTTOM: f64 = 264.0;
/// Where the line below the title stands: what the values are, and what lines mean.
const HEAD: f64 = 46.0;
/// So many lines of the grid stand above the lowest one.
const STEPS: u8 = 4;

/// The colours have enough contrast on white and on the dark grounds that are usual.
const STYLE: &str = "
text { font: 13px system-ui, sans-serif; fill: #1f2328 }
.title { font-size: 15px; font-weight: 600 }
.quiet { fill: #59636e }
.grid { stroke: #d1d9e0 }
.level { stroke: #59636e; stroke-width: 2; stroke-dasharray: 6 4 }
.line { fill: none; stroke-width: 2.5 }
.s0 { stroke: #0550ae } .d0 { fill: #0550ae }
.s1 { stroke: #953800; stroke-dasharray: 8 3 } .d1 { fill: #953800 }
.s2 { stroke: #1a7f37; stroke-dasharray: 2 3 } .d2 { fill: #1a7f37 }
@media (prefers-color-scheme: dark) {
text { fill: #e6edf3 } .quiet { fill: #9198a1 } .grid { stroke: #3d444d } .level { stroke: #9198a1 }
.s0 { stroke: #6cb6ff } .d0 { fill: #6cb6ff }
.s1 { stroke: #f0883e } .d1 { fill: #f0883e }
.s2 { stroke: #57ab5a } .d2 { fill: #57ab5a }
}
";

/// A plot of values at named places.
pub(super) struct Plot {
    pub(super) title: String,
    /// What the places are.
    pub(super) across: String,
    /// What the values are.
    pub(super) up: String,
    pub(super) places: Vec<String>,
    /// At most three.
    pub(super) series: Vec<Series>,
    pub(super) level: Option<Level>,
    /// The largest value of the scale; none takes a round one that holds all.
    pub(super) top: Option<f64>,
    /// How many digits behind the point are shown.
    pub(super) digits: usize,
}

/// A line.
pub(super) struct Series {
    pub(super) name: String,
    /// One for each place.
    pub(super) values: Vec<Option<f64>>,
}

/// A value that should be met.
pub(super) struct Level {
    pub(super) name: String,
    pub(super) value: f64,
}

/// Draws a plot.
pub(super) fn draw(plot: &Plot) -> String {
    let scale = Scale::of(plot);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" width=\"{WIDTH}\" height=\"{HEIGHT}\" \
         role=\"img\" aria-labelledby=\"title desc\">\n\
         <title id=\"title\">{}</title>\n<desc id=\"desc\">{}</desc>\n<style>{STYLE}</style>\n",
        escaped(&plot.title),
        escaped(&in_words(plot))
    );
    text(&mut svg, (LEFT, 22.0), "start", "title", &plot.title);
    axes(&mut svg, plot, &scale);
    if let Some(level) = &plot.level {
        let y = scale.y(level.value);
        let _always_written =
            writeln!(svg, "<line class=\"level\" x1=\"{LEFT}\" x2=\"{RIGHT}\" y1=\"{y:.1}\" y2=\"{y:.1}\"/>");
        text(&mut svg, (RIGHT, HEAD), "end", "quiet", &format!("dashed: {}", level.name));
    }
    for (series, number) in plot.series.iter().zip(0_u8..) {
        line(&mut svg, plot, &scale, (series, number));
    }
    svg.push_str("</svg>\n");
    svg
}

/// What the plot shows, for those who do not see it.
fn in_words(plot: &Plot) -> String {
    let mut words = format!("{} by {}.", plot.up, plot.across);
    for series in &plot.series {
        let values = plot.places.iter().zip(&series.values).map(|(place, value)| {
            let value =
                value.map_or_else(|| "not known".to_owned(), |value| format!("{value:.*}", plot.digits));
            format!("{place}: {value}")
        });
        let _always_written = write!(words, " {}: {}.", series.name, values.collect::<Vec<_>>().join(", "));
    }
    if let Some(level) = &plot.level {
        let _always_written = write!(words, " It should be at the {}.", level.name);
    }
    words
}

/// From values to places on the picture.
struct Scale {
    top: f64,
    places: usize,
}

impl Scale {
    fn of(plot: &Plot) -> Self {
        let values = plot.series.iter().flat_map(|series| &series.values).flatten();
        let largest = values.fold(0.0_f64, |largest, value| largest.max(*value));
        Self { top: plot.top.unwrap_or_else(|| round_above(largest)), places: plot.places.len() }
    }

    fn y(&self, value: f64) -> f64 {
        BOTTOM - (BOTTOM - TOP) * (value / self.top).clamp(0.0, 1.0)
    }

    #[expect(clippy::cast_precision_loss, reason = "a plot has few places")]
    fn x(&self, place: usize) -> f64 {
        LEFT + (RIGHT - LEFT) * (place as f64 + 0.5) / self.places.max(1) as f64
    }
}

/// The smallest of 1, 2, 4, 6, 8 and their tens that is not smaller: a quarter of it is a round number, too.
fn round_above(value: f64) -> f64 {
    let tens = 10_f64.powf(value.max(0.1).log10().floor());
    let round = [1.0, 2.0, 4.0, 6.0, 8.0].map(|step| step * tens);
    round.into_iter().find(|round| *round >= value).unwrap_or(10.0 * tens)
}

fn axes(svg: &mut String, plot: &Plot, scale: &Scale) {
    for step in 0..=STEPS {
        let value = scale.top * f64::from(step) / f64::from(STEPS);
        let y = scale.y(value);
        let _always_written =
            writeln!(svg, "<line class=\"grid\" x1=\"{LEFT}\" x2=\"{RIGHT}\" y1=\"{y:.1}\" y2=\"{y:.1}\"/>");
        text(svg, (LEFT - 8.0, y + 4.0), "end", "quiet", &format!("{value:.*}", plot.digits));
    }
    for (number, place) in plot.places.iter().enumerate() {
        text(svg, (scale.x(number), BOTTOM + 20.0), "middle", "", place);
    }
    text(svg, (f64::midpoint(LEFT, RIGHT), BOTTOM + 44.0), "middle", "quiet", &plot.across);
    if plot.series.len() < 2 {
        text(svg, (LEFT, HEAD), "start", "quiet", &plot.up);
    }
}

/// A line, with its values where it is the only one, and else with its name above.
fn line(svg: &mut String, plot: &Plot, scale: &Scale, (series, number): (&Series, u8)) {
    let known = series.values.iter().enumerate().filter_map(|(place, value)| Some((place, (*value)?)));
    let points: Vec<(f64, f64, f64)> =
        known.map(|(place, value)| (scale.x(place), scale.y(value), value)).collect();
    let path: Vec<String> = points.iter().map(|(x, y, _)| format!("{x:.1},{y:.1}")).collect();
    let _always_written = writeln!(svg, "<polyline class=\"line s{number}\" points=\"{}\"/>", path.join(" "));
    for (x, y, value) in &points {
        let _always_written =
            writeln!(svg, "<circle class=\"d{number}\" cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"3.5\"/>");
        if plot.series.len() < 2 {
            // Away from the level, so that its line does not go through.
            let is_below = plot.level.as_ref().is_some_and(|level| *value < level.value);
            let y = if is_below { y + 19.0 } else { y - 9.0 };
            text(svg, (*x, y), "middle", "", &format!("{value:.*}", plot.digits));
        }
    }
    if plot.series.len() > 1 {
        let (x, y) = (LEFT + f64::from(number) * (RIGHT - LEFT) / 3.0, HEAD - 4.0);
        let _always_written = writeln!(
            svg,
            "<polyline class=\"line s{number}\" points=\"{x:.1},{y:.1} {:.1},{y:.1}\"/>",
            x + 24.0
        );
        text(svg, (x + 32.0, HEAD), "start", "quiet", &series.name);
    }
}

fn text(svg: &mut String, (x, y): (f64, f64), anchor: &str, class: &str, text: &str) {
    let _always_written = writeln!(
        svg,
        "<text x=\"{x:.1}\" y=\"{y:.1}\" text-anchor=\"{anchor}\" class=\"{class}\">{}</text>",
        escaped(text)
    );
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plot(values: Vec<Option<f64>>) -> Plot {
        Plot {
            title: "a < b".to_owned(),
            across: "stops ahead".to_owned(),
            up: "minutes".to_owned(),
            places: vec!["1".to_owned(), "2".to_owned(), "3".to_owned()],
            series: vec![Series { name: "error".to_owned(), values }],
            level: Some(Level { name: "level 0.8".to_owned(), value: 2.0 }),
            top: None,
            digits: 1,
        }
    }

    #[test]
    fn scales_end_with_a_round_number() {
        for (value, top) in [(0.0, 0.1), (0.3, 0.4), (1.0, 1.0), (3.2, 4.0), (47.0, 60.0), (81.0, 100.0)] {
            assert!((round_above(value) - top).abs() < 1e-9, "{value}: {}", round_above(value));
        }
    }

    #[test]
    fn a_plot_says_in_words_what_it_shows() {
        let svg = draw(&plot(vec![Some(1.0), None, Some(4.0)]));
        assert!(svg.contains("<title id=\"title\">a &lt; b</title>"), "{svg}");
        assert!(svg.contains(
            "minutes by stops ahead. error: 1: 1.0, 2: not known, 3: 4.0. It should be at the level 0.8."
        ));
        assert!(svg.contains("prefers-color-scheme: dark"));
    }

    #[test]
    fn lines_go_through_what_is_known() {
        let svg = draw(&plot(vec![Some(0.0), None, Some(4.0)]));
        assert!(svg.contains("points=\"156.0,264.0 524.0,72.0\""), "{svg}");
        assert_eq!(svg.matches("<circle").count(), 2);
    }

    #[test]
    fn a_plot_of_nothing_is_still_a_picture() {
        let nothing = Plot { places: Vec::new(), series: Vec::new(), level: None, ..plot(Vec::new()) };
        assert!(draw(&nothing).ends_with("</svg>\n"));
    }
}
