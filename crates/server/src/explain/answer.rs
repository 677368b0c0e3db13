//! An explanation in the shape of the interface.

use std::collections::BTreeMap;

use doorstep_domain::prediction::{Choice, PredictedStop};
use doorstep_domain::view::{ViewContext, view};
use doorstep_domain::{Personal, Phase, StopId};
use doorstep_store::StopDetails;
use doorstep_wire::tour::{
    AnomaliesJson, ExplainedArrivals, ExplainedChoice, ExplainedHabit, ExplainedNearness, ExplainedParcel,
    ExplainedPosition, ExplainedStop, ExplanationAnswer, HeldStop, TourPosition,
};
use doorstep_wire::tracking::{ReasonJson, TrackingJson};
use doorstep_wire::visibility::policy_value;
use doorstep_wire::words::{HabitWord, PhaseWord};

use super::{Asked, Belief, NotExplained};

type Addresses<'a> = BTreeMap<StopId, &'a Personal>;

/// What is told of a belief, and of the parcel that is asked about.
pub(super) fn answer(
    belief: &Belief<'_>,
    details: &[StopDetails],
    asked: Option<&Asked>,
) -> Result<ExplanationAnswer, NotExplained> {
    let Belief { record, told, explanation, at } = belief;
    let state = &told.state;
    if state.happening_count() == 0 {
        return Err(NotExplained::Forgotten);
    }
    let addresses: Addresses<'_> = details.iter().map(|stop| (stop.stop, &stop.address)).collect();
    // Stops that were left over when the tour ended are not driven to any more.
    let is_over = matches!(state.phase(), Phase::Ended { .. });
    let remaining = explanation.prediction.remaining.iter().filter(|_| !is_over);
    let held = state.stops().filter(|stop| stop.is_held() && !is_over).map(|stop| stop.planned.id);
    let habits = explanation.habits.iter().map(|share| ExplainedHabit {
        habit: HabitWord::from(share.habit),
        share: share.share,
        next: share.next.filter(|_| !is_over),
    });
    Ok(ExplanationAnswer {
        id: record.id,
        reference: record.reference.clone(),
        day: record.day,
        at: *at,
        phase: PhaseWord::from(state.phase()),
        since: PhaseWord::since(state.phase()),
        position: position(belief),
        order_is_sure: explanation.prediction.order_is_sure,
        confidence: explanation.prediction.confidence,
        remaining: remaining.map(|stop| tell_stop(stop, &addresses)).collect(),
        held: held.map(|stop| HeldStop { stop, address: address(stop, &addresses) }).collect(),
        habits: habits.collect(),
        choices: explanation.choices.iter().map(|choice| tell_choice(*choice, &addresses)).collect(),
        arrivals: explanation.arrivals.filter(|_| !is_over).map(ExplainedArrivals::from),
        reasons: explanation.reasons.iter().copied().map(ReasonJson::from).collect(),
        anomalies: AnomaliesJson::from(explanation.anomalies),
        parcel: asked.map(|asked| tell_parcel(belief, asked)).transpose()?,
    })
}

fn position(belief: &Belief<'_>) -> Option<ExplainedPosition> {
    let position = belief.told.state.position()?;
    let age_s = belief.explanation.position_age?.as_secs();
    Some(ExplainedPosition { position: TourPosition::from(&position), age_s })
}

fn address(stop: StopId, addresses: &Addresses<'_>) -> Personal {
    addresses.get(&stop).map(|address| Personal::clone(address)).unwrap_or_default()
}

fn tell_stop(stop: &PredictedStop, addresses: &Addresses<'_>) -> ExplainedStop {
    ExplainedStop {
        stop: stop.stop,
        address: address(stop.stop, addresses),
        arrived_at: stop.arrived_at,
        arrival: stop.arrival,
        from: stop.window.from,
        until: stop.window.until,
        wide_from: stop.wide_window.from,
        wide_until: stop.wide_window.until,
    }
}

fn tell_choice(choice: Choice, addresses: &Addresses<'_>) -> ExplainedChoice {
    let Choice { stop, at, rank } = choice;
    ExplainedChoice { stop, address: address(stop, addresses), at, rank }
}

fn tell_parcel(belief: &Belief<'_>, asked: &Asked) -> Result<ExplainedParcel, NotExplained> {
    let Belief { told, explanation, at, .. } = belief;
    let (state, outlook) = (&told.state, told.outlook(*at));
    let Asked { parcel, driver_name, offered, zone } = asked;
    let stop = state.parcel(parcel.id).ok_or(NotExplained::UnknownParcel)?.stop;
    let today = at.to_zoned(zone.clone()).date();
    let context = ViewContext {
        offer: &offered.offer,
        operator_name: &offered.operator.name,
        driver_name: driver_name.as_ref(),
        settled: None,
        report: None,
        today,
        now: *at,
    };
    let seen = view(Some(outlook.on_tour()), parcel, &context);
    Ok(ExplainedParcel {
        id: parcel.id,
        tracking_number: parcel.tracking_number.clone(),
        stop,
        rules: offered
            .offer
            .is_live_at(parcel.door, today)
            .then(|| policy_value(&offered.offer.policy_of(parcel, today))),
        near: ExplainedNearness::from(explanation.nearness(state, stop, *at)),
        tracking: TrackingJson::of(&seen, *at),
    })
}
