//! Arrival: how many minutes the foretold arrivals are off.

use serde::Serialize;

use super::ahead::ByAhead;
use super::moment::{LABEL_STOPS, Moment, seconds};
use super::pooled::{Estimate, Pooled, median, rounded, rounded_to, share};

/// Where the bins of the true horizon begin, in minutes.
const HORIZONS_MIN: [u32; 6] = [0, 5, 15, 30, 60, 120];
/// Means by snapshot are told of arrivals within two hours, as in the literature.
const SAMPLE_HORIZON_MIN: f64 = 120.0;

/// How far foretold arrivals are off, over all pairs of a ping and a stop.
#[derive(Debug, Default)]
pub(super) struct Arrival {
    all: Errors,
    by_horizon: [Errors; HORIZONS_MIN.len()],
    by_ahead: ByAhead<Pooled>,
    next: Pooled,
    next_signed: Pooled,
    next_sizes: Vec<f64>,
    samples: Samples,
    missing: u64,
}

#[derive(Debug, Default)]
struct Errors {
    size: Pooled,
    signed: Pooled,
    square: Pooled,
    within_five: Pooled,
    within_ten: Pooled,
    within_twenty: Pooled,
}

/// Means over snapshots of the means over their stops.
#[derive(Debug, Default)]
struct Samples {
    mae: Pooled,
    rmse: Pooled,
    within_twenty: Pooled,
}

/// The figures of it, in minutes unless the name says otherwise.
#[derive(Debug, Serialize)]
pub(crate) struct ArrivalFigures {
    /// The mean error.
    pub(crate) mae: Estimate,
    /// Above zero: foretold too late.
    pub(crate) bias: Estimate,
    #[serde(flatten)]
    pub(crate) more: ErrorFigures,
    /// Pairs without a foretold arrival.
    pub(crate) missing: u64,
    pub(crate) missing_share: Option<f64>,
    /// By the true time until the arrival.
    pub(crate) by_horizon: Vec<HorizonFigures>,
    /// By how many stops ahead the stop truly is.
    pub(crate) by_ahead: Vec<AheadFigures>,
    pub(crate) next_stop: NextFigures,
    pub(crate) per_sample: SampleFigures,
}

/// The figures of some pairs.
#[derive(Debug, Serialize)]
pub(crate) struct ErrorFigures {
    pub(crate) rmse: Option<f64>,
    /// The shares that are at most so many minutes off.
    pub(crate) within_five: Option<f64>,
    pub(crate) within_ten: Option<f64>,
    pub(crate) within_twenty: Option<f64>,
    pub(crate) n: u64,
}

/// The figures of the pairs of a horizon.
#[derive(Debug, Serialize)]
pub(crate) struct HorizonFigures {
    /// The bin, in minutes.
    pub(crate) horizon: String,
    pub(crate) mae: Option<f64>,
    pub(crate) bias: Option<f64>,
    #[serde(flatten)]
    pub(crate) more: ErrorFigures,
}

/// The figures of stops that are so many ahead.
#[derive(Debug, Serialize)]
pub(crate) struct AheadFigures {
    pub(crate) ahead: String,
    pub(crate) mae: Option<f64>,
    pub(crate) n: u64,
}

/// The figures of the next stop.
#[derive(Debug, Serialize)]
pub(crate) struct NextFigures {
    pub(crate) mae_s: Option<f64>,
    pub(crate) median_s: Option<f64>,
    pub(crate) bias_s: Option<f64>,
    pub(crate) n: u64,
}

/// The figures by snapshot, of arrivals within two hours.
#[derive(Debug, Serialize)]
pub(crate) struct SampleFigures {
    pub(crate) mae: Option<f64>,
    pub(crate) rmse: Option<f64>,
    pub(crate) within_twenty: Option<f64>,
    pub(crate) n: u64,
}

impl Arrival {
    /// Judges a ping.
    pub(super) fn ping(&mut self, moment: &Moment<'_>) {
        let mut sample = Errors::default();
        for (ahead, visit) in moment.ahead(LABEL_STOPS) {
            let Some(arrived_at) = visit.arrived_at else { continue };
            let Some(eta) = moment.shown.stops.get(&visit.stop).and_then(|listed| listed.eta) else {
                self.missing += 1;
                continue;
            };
            let (horizon, error) = (seconds(moment.at, arrived_at) / 60.0, seconds(arrived_at, eta) / 60.0);
            self.judge(moment.tour, horizon, error, ahead);
            if horizon <= SAMPLE_HORIZON_MIN {
                sample.add(0, error);
            }
        }
        self.samples.add(moment.tour, &sample);
    }

    fn judge(&mut self, tour: usize, horizon_min: f64, error_min: f64, ahead: u32) {
        self.all.add(tour, error_min);
        let mut bins = HORIZONS_MIN.iter().zip(&mut self.by_horizon).rev();
        if let Some((_, bin)) = bins.find(|(begin, _)| horizon_min >= f64::from(**begin)) {
            bin.add(tour, error_min);
        }
        if let Some(bin) = self.by_ahead.bin(ahead) {
            bin.add(tour, error_min.abs());
        }
        if ahead == 1 {
            self.next.add(tour, error_min.abs() * 60.0);
            self.next_signed.add(tour, error_min * 60.0);
            self.next_sizes.push(error_min.abs() * 60.0);
        }
    }

    /// How many pairs have a foretold arrival, and how many do not.
    pub(super) fn pairs(&self) -> (u64, u64) {
        (self.all.size.count(), self.missing)
    }

    /// The figures, when there was something to judge.
    pub(super) fn figures(&mut self) -> Option<ArrivalFigures> {
        let n = self.all.size.count();
        let horizons = named_horizons().zip(&self.by_horizon).filter(|(_, errors)| errors.size.count() > 0);
        let ahead = self.by_ahead.named().filter(|(_, size)| size.count() > 0);
        Some(ArrivalFigures {
            mae: self.all.size.estimate()?,
            bias: self.all.signed.estimate()?,
            more: self.all.figures(),
            missing: self.missing,
            missing_share: share(self.missing, self.missing + n),
            by_horizon: horizons.map(|(horizon, errors)| errors.of_horizon(horizon)).collect(),
            by_ahead: ahead
                .map(|(ahead, size)| AheadFigures { ahead, mae: size.mean(), n: size.count() })
                .collect(),
            next_stop: NextFigures {
                mae_s: self.next.mean(),
                median_s: median(&mut self.next_sizes).map(|middle| rounded_to(middle, 2)),
                bias_s: self.next_signed.mean(),
                n: self.next.count(),
            },
            per_sample: SampleFigures {
                mae: self.samples.mae.mean(),
                rmse: self.samples.rmse.mean(),
                within_twenty: self.samples.within_twenty.mean(),
                n: self.samples.mae.count(),
            },
        })
    }
}

impl Errors {
    fn add(&mut self, tour: usize, error_min: f64) {
        let size = error_min.abs();
        self.size.add(tour, size);
        self.signed.add(tour, error_min);
        self.square.add(tour, error_min * error_min);
        self.within_five.add(tour, size <= 5.0);
        self.within_ten.add(tour, size <= 10.0);
        self.within_twenty.add(tour, size <= 20.0);
    }

    fn figures(&self) -> ErrorFigures {
        ErrorFigures {
            rmse: self.square.exact_mean().map(|square| rounded(square.sqrt())),
            within_five: self.within_five.mean(),
            within_ten: self.within_ten.mean(),
            within_twenty: self.within_twenty.mean(),
            n: self.size.count(),
        }
    }

    fn of_horizon(&self, horizon: String) -> HorizonFigures {
        HorizonFigures { horizon, mae: self.size.mean(), bias: self.signed.mean(), more: self.figures() }
    }
}

impl Samples {
    fn add(&mut self, tour: usize, sample: &Errors) {
        let means = (sample.size.exact_mean(), sample.square.exact_mean(), sample.within_twenty.exact_mean());
        if let (Some(size), Some(square), Some(within_twenty)) = means {
            self.mae.add(tour, size);
            self.rmse.add(tour, square.sqrt());
            self.within_twenty.add(tour, within_twenty);
        }
    }
}

/// The names of the bins of the horizon, such as `5-15`; the last one is open.
fn named_horizons() -> impl Iterator<Item = String> {
    let ends = HORIZONS_MIN.iter().skip(1).map(ToString::to_string).chain([String::new()]);
    HORIZONS_MIN.iter().zip(ends).map(|(begin, end)| format!("{begin}-{end}"))
}

#[cfg(test)]
mod tests {
    use super::super::scene::{Scene, arriving, listed, showing, visit};
    use super::*;

    fn judged() -> Arrival {
        let mut judged = Arrival::default();
        let scene = Scene::at(0, &[visit(0, 4, 5), visit(1, 20, 21), visit(2, 150, 151), visit(3, 160, 161)]);
        let shown = showing(
            None,
            &[(0, arriving(1, 6)), (1, arriving(2, 16)), (2, arriving(3, 180)), (3, listed(4))],
        );
        judged.ping(&scene.moment(&shown));
        judged
    }

    #[test]
    fn errors_are_foretold_minus_actual() {
        let figures = judged().figures().expect("arrivals were judged");
        assert_eq!((figures.mae.value, figures.bias.value), (12.0, 9.3333), "2, -4 and 30 minutes");
        assert_eq!(figures.more.rmse, Some(17.5119), "the root of 920 / 3");
        assert_eq!((figures.more.within_five, figures.more.within_twenty), (Some(0.6667), Some(0.6667)));
        assert_eq!((figures.more.n, figures.missing, figures.missing_share), (3, 1, Some(0.25)));
        let next = figures.next_stop;
        assert_eq!(
            (next.mae_s, next.median_s, next.bias_s, next.n),
            (Some(120.0), Some(120.0), Some(120.0), 1)
        );
    }

    #[test]
    fn errors_are_told_apart_by_horizon_and_by_stops_ahead() {
        let figures = judged().figures().expect("arrivals were judged");
        let horizons: Vec<_> =
            figures.by_horizon.iter().map(|bin| (bin.horizon.as_str(), bin.bias)).collect();
        assert_eq!(horizons, [("0-5", Some(2.0)), ("15-30", Some(-4.0)), ("120-", Some(30.0))]);
        let ahead: Vec<_> = figures.by_ahead.iter().map(|bin| (bin.ahead.as_str(), bin.mae)).collect();
        assert_eq!(ahead, [("1", Some(2.0)), ("2", Some(4.0)), ("3", Some(30.0))]);
    }

    #[test]
    fn means_by_snapshot_leave_out_what_is_further_than_two_hours() {
        let figures = judged().figures().expect("arrivals were judged").per_sample;
        assert_eq!((figures.mae, figures.rmse), (Some(3.0), Some(3.1623)), "2 and 4 minutes; the root of 10");
        assert_eq!((figures.within_twenty, figures.n), (Some(1.0), 1));
    }

    #[test]
    fn without_a_foretold_arrival_there_are_no_figures() {
        let mut judged = Arrival::default();
        let scene = Scene::at(0, &[visit(0, 4, 5)]);
        judged.ping(&scene.moment(&showing(None, &[(0, listed(1))])));
        assert_eq!(judged.pairs(), (0, 1));
        assert!(judged.figures().is_none());
    }
}
