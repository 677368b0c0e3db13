//! A tour along one street, with a parcel at each stop.

use doorstep_domain::admission::{Draft, Source};
use doorstep_domain::visibility::Rules;
use doorstep_domain::{
    Carrier, DriverId, EventId, Fix, Happening, Instruction, Metres, OnTour, Outcome, Parcel, ParcelId,
    ParcelKind, Personal, Place, Plan, PlannedStart, PlannedStop, SafePlace, Status, StopId, TourEvent,
    TourId,
};
use doorstep_store::{Account, Append, NewTour, Role, StopDetails, TourRecord};
use jiff::SignedDuration;
use jiff::civil::{Date, date};

use super::House;
use crate::clock::Clock as _;
use crate::error::ApiError;
use crate::live::Verdict;
use crate::secret::fresh_id;

/// The day of every tour.
pub(crate) const DAY: Date = date(2026, 11, 24);

/// A tour and what belongs to it.
#[derive(Debug, Clone)]
pub(crate) struct TestTour {
    pub(crate) id: TourId,
    pub(crate) driver: DriverId,
    pub(crate) stops: Vec<StopId>,
    pub(crate) parcels: Vec<Parcel>,
    pub(crate) recipients: Vec<Account>,
}

/// The n-th place of the street, from its start; stops stand 400 metres apart.
pub(crate) fn place(number: usize) -> Place {
    #[expect(clippy::cast_precision_loss, reason = "a street of a few stops")]
    let along = number as f64 * 0.005;
    Place::from_degrees(48.1, 11.5 + along).unwrap()
}

impl House {
    /// A parcel of a recipient that is on no tour.
    pub(crate) async fn parcel(&self, recipient: Option<&Account>, number: usize) -> Parcel {
        let id = ParcelId::from_u128(fresh_id());
        let parcel = Parcel {
            id,
            operator: self.operator,
            tracking_number: format!("T{id}"),
            order: None,
            recipient: recipient.map(|account| account.id),
            buyer: None,
            sender: Personal::new("Shop"),
            kind: ParcelKind::Ordinary,
            visibility: Rules::default(),
            carrier: Carrier::Own,
            day: Some(DAY),
            promise: None,
            status: Status::InTransit,
            door: Some(place(number)),
            address: None,
            on_tour: None,
            wishes: doorstep_domain::Wishes::default(),
            photo_at: None,
            rating: None,
        };
        self.store().insert_parcels(vec![parcel.clone()], self.clock.now()).await.unwrap();
        parcel
    }

    /// A planned tour with this many stops, each with one parcel of a recipient of its own.
    pub(crate) async fn tour(&self, stops: usize) -> TestTour {
        let id = TourId::from_u128(fresh_id());
        let (device, _token) = self.device("phone").await;
        let mut tour =
            TestTour { id, driver: device.driver, stops: vec![], parcels: vec![], recipients: vec![] };
        let mut planned = Vec::new();
        for number in 1..=stops {
            let recipient = self.account(&format!("{number}-{id}@example.org"), Role::Recipient).await;
            let parcel = self.parcel(Some(&recipient), number).await;
            let stop = StopId::from_u128(fresh_id());
            planned.push(PlannedStop {
                id: stop,
                place: Some(place(number)),
                service: Some(SignedDuration::from_secs(60)),
                planned_arrival: None,
                window: None,
                zone: None,
                parcels: vec![parcel.id],
            });
            tour.stops.push(stop);
            tour.parcels.push(parcel);
            tour.recipients.push(recipient);
        }
        self.plan(&mut tour, planned).await;
        tour
    }

    async fn plan(&self, tour: &mut TestTour, stops: Vec<PlannedStop>) {
        let now = self.clock.now();
        let details = stops.iter().map(|stop| StopDetails {
            stop: stop.id,
            address: Personal::new("1 Long Street"),
            note: None,
        });
        let details = details.collect();
        let start = Some(PlannedStart { place: place(0), at: Some(now) });
        let plan = Plan { driver: Some(tour.driver), vehicle: None, start, stops, travel: None };
        let planned = TourEvent {
            id: EventId::from_u128(fresh_id()),
            at: now,
            received_at: now,
            what: Happening::Planned(Box::new(plan)),
        };
        let record = TourRecord {
            id: tour.id,
            operator: self.operator,
            reference: format!("tour {}", tour.id),
            day: DAY,
            driver: Some(tour.driver),
            ended_at: None,
        };
        let append =
            Append { tour: tour.id, day: DAY, events: vec![planned], settled: vec![], messages: vec![] };
        self.store()
            .insert_tour(NewTour { record, stops: details, parcels: Vec::new(), append })
            .await
            .unwrap();
        for (parcel, stop) in tour.parcels.iter_mut().zip(&tour.stops) {
            parcel.on_tour = Some(OnTour { tour: tour.id, stop: *stop });
        }
    }

    /// Adds what the driver says happened now.
    pub(crate) async fn drives(&self, tour: &TestTour, what: Happening) -> Vec<Verdict> {
        self.try_to_drive(tour, what).await.unwrap()
    }

    /// The same, when it may fail.
    pub(crate) async fn try_to_drive(
        &self,
        tour: &TestTour,
        what: Happening,
    ) -> Result<Vec<Verdict>, ApiError> {
        self.shared.live.append_as_driver(tour.id, tour.driver, vec![self.draft(what)]).await
    }

    /// Adds what the operator says happened now.
    pub(crate) async fn operates(&self, tour: &TestTour, what: Happening) -> Vec<Verdict> {
        self.shared.live.append(tour.id, vec![self.draft(what)], Source::Operator).await.unwrap()
    }

    /// Something that happens now.
    pub(crate) fn draft(&self, what: Happening) -> Draft {
        Draft { id: EventId::from_u128(fresh_id()), at: self.clock.now(), sent_at: None, what }
    }

    /// The driver starts and is seen at the start of the street.
    pub(crate) async fn starts(&self, tour: &TestTour) {
        assert_eq!(self.drives(tour, Happening::Started).await, [Verdict::Taken]);
        self.clock.advance(SignedDuration::from_secs(5));
        assert_eq!(self.drives(tour, fix(0)).await, [Verdict::Taken]);
    }
}

/// A fix at the n-th place of the street.
pub(crate) fn fix(number: usize) -> Happening {
    Happening::Fix(Fix { place: place(number), accuracy: Some(Metres(5.0)), speed: None, course: None })
}

/// The delivery of a parcel to its recipient.
pub(crate) fn delivered(parcel: &Parcel) -> Happening {
    Happening::Delivered { parcel: parcel.id, outcome: Outcome::DeliveredToRecipient }
}

/// The garage, please.
pub(crate) fn garage() -> Instruction {
    Instruction::SafePlace { safe_place: SafePlace::Garage, note: None }
}
