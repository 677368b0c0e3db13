//! The worker of one carrier.

use doorstep_domain::{OtherCarrier, Parcel, ParcelId, Status};
use doorstep_store::{AskedCarrier, ToAsk, is_over};
use doorstep_wire::carrier::CarrierEventsRead;
use jiff::{SignedDuration, Timestamp};

use super::super::heard::take_in;
use super::super::settings::{CarrierSettings, InvalidCarrierSettings};
use super::super::source::{self, NoAnswer, Origin};
use super::after::{Next, after};
use super::budget::later;
use super::choice::{choose, next_due};
use crate::error::ApiError;
use crate::state::AppState;

/// Parcels that were announced meanwhile are seen after so long.
const LOOK: SignedDuration = SignedDuration::from_secs(5);
/// Nobody waits for what was announced longer ago, and carriers give their numbers to others by and by.
const AGE_MAX: SignedDuration = SignedDuration::from_hours(60 * 24);
/// So many parcels of each status are looked at: those that are due first, of which one is the next.
const LOOKED_AT_MAX: u32 = 20;

/// Asks one carrier.
pub(crate) struct Asker {
    shared: AppState,
    carrier: CarrierSettings,
}

impl Asker {
    /// One that asks the carrier of these settings.
    ///
    /// # Errors
    /// When it may not be asked there.
    pub(crate) fn new(shared: AppState, carrier: &CarrierSettings) -> Result<Self, InvalidCarrierSettings> {
        carrier.check_with(&shared.outbound)?;
        Ok(Self { shared, carrier: carrier.clone() })
    }

    /// Asks until the server stops.
    pub(crate) async fn run(self) {
        loop {
            let now = self.shared.clock.now();
            let next = match self.turn().await {
                Ok(next) => next,
                Err(error) => {
                    let (carrier, code) = (&self.carrier.name, error.code());
                    tracing::error!(carrier, code, "a carrier could not be asked; the next turn tries again");
                    Timestamp::MAX
                }
            };
            tokio::select! {
                () = self.shared.stopping.cancelled() => return,
                () = self.shared.clock.wait(next.min(later(now, LOOK))) => {}
            }
        }
    }

    /// Asks about one parcel, where one is due and the carrier may be asked; when to look again.
    ///
    /// # Errors
    /// When the database fails.
    pub(super) async fn turn(&self) -> Result<Timestamp, ApiError> {
        let (store, now) = (self.shared.store.as_ref(), self.shared.clock.now());
        let asked = store.find_asked_carrier(self.carrier.name.clone()).await?;
        let free_at = self.carrier.budget.free_at(asked.as_ref(), now);
        if free_at > now {
            return Ok(free_at);
        }
        let since = later(now, SignedDuration::ZERO.saturating_sub(AGE_MAX));
        let waiting = store.list_to_ask(self.carrier.name.clone(), since, LOOKED_AT_MAX).await?;
        let Some(one) = choose(&waiting, self.carrier.pace, now) else {
            return Ok(next_due(&waiting).unwrap_or(Timestamp::MAX));
        };
        let spent = self.carrier.budget.spend(asked.as_ref(), now);
        self.ask_about(&one, &spent).await?;
        Ok(self.carrier.budget.free_at(Some(&spent), now))
    }

    async fn ask_about(&self, one: &ToAsk, spent: &AskedCarrier) -> Result<(), ApiError> {
        let Some((_, other)) = self.find(one.parcel).await? else { return Ok(()) };
        let number = other.tracking_number.unwrap_or_default();
        let origin = Origin { carrier: &self.carrier.name, number: &number };
        let Some(question) = source::question(self.carrier.source.as_ref(), &number) else {
            // Nothing was asked, so nothing is spent of the day.
            return self.note(one, Err(NoAnswer::UnknownNumber), None).await;
        };
        self.shared.store.put_asked_carrier(self.carrier.name.clone(), *spent).await?;
        let answer = tokio::select! {
            () = self.shared.stopping.cancelled() => return Ok(()),
            answer = self.shared.outbound.send(question) => answer,
        };
        let told = source::answer(self.carrier.source.as_ref(), &origin, answer, self.shared.clock.now());
        let result = match told {
            Ok(told) => match self.take_in(one.parcel, &number, told).await? {
                Some(status) => Ok(status),
                // The parcel has another number by now, and this answer says nothing of that.
                None => return Ok(()),
            },
            Err(why) => Err(why),
        };
        self.note(one, result, Some(spent)).await
    }

    /// Takes in what was told, where the parcel is still the one that was asked about; how it stands then.
    async fn take_in(
        &self,
        parcel: ParcelId,
        number: &str,
        told: CarrierEventsRead,
    ) -> Result<Option<Status>, ApiError> {
        let Some((known, other)) = self.find(parcel).await? else { return Ok(None) };
        if other.tracking_number.as_deref() != Some(number) {
            return Ok(None);
        }
        if !told.events.is_empty() {
            match take_in(&self.shared, &known, told).await {
                Ok(_results) => {}
                Err(error) if error.code() == "own_carrier" => return Ok(None),
                Err(error) => return Err(error),
            }
        }
        Ok(self.find(parcel).await?.map(|(now, _)| now.status))
    }

    /// A parcel that this carrier brings.
    async fn find(&self, parcel: ParcelId) -> Result<Option<(Parcel, OtherCarrier)>, ApiError> {
        let parcel = self.shared.store.find_parcel(parcel).await?;
        let own = |parcel: Parcel| {
            let other = parcel.other_carrier().filter(|other| other.name == self.carrier.name)?.clone();
            Some((parcel, other))
        };
        Ok(parcel.and_then(own))
    }

    async fn note(
        &self,
        one: &ToAsk,
        result: Result<Status, NoAnswer>,
        spent: Option<&AskedCarrier>,
    ) -> Result<(), ApiError> {
        self.say(result);
        let (store, now) = (self.shared.store.as_ref(), self.shared.clock.now());
        let unspent = AskedCarrier { asked_at: now, used_until: now, held_until: None, failures: 0 };
        let chance: f64 = rand::random();
        let Next { parcel, carrier } =
            after(result, one, spent.unwrap_or(&unspent), self.carrier.pace, now, chance);
        if let Some(asked) = parcel {
            store.put_asked(one.parcel, asked).await?;
        }
        if spent.is_some_and(|spent| *spent != carrier) {
            store.put_asked_carrier(self.carrier.name.clone(), carrier).await?;
        }
        Ok(())
    }

    /// Counts what became of a question, and logs what somebody must mend.
    fn say(&self, result: Result<Status, NoAnswer>) {
        let carrier = &self.carrier.name;
        let word = match &result {
            Ok(status) if is_over(*status) => "over",
            Ok(_) => "told",
            Err(NoAnswer::UnknownNumber) => "unknown_number",
            Err(NoAnswer::Limited(_)) => "limited",
            Err(NoAnswer::Refused) => "refused",
            Err(NoAnswer::Unreadable(_)) => "unreadable",
            Err(NoAnswer::Unreachable(_)) => "unreachable",
        };
        self.shared.metrics.count_carrier_question(carrier, word);
        match result {
            // A label that was never used is nobody's fault.
            Ok(_) | Err(NoAnswer::UnknownNumber) => {}
            Err(why @ NoAnswer::Refused) => tracing::error!(carrier, %why, "a carrier was asked in vain"),
            Err(why) => tracing::warn!(carrier, %why, "a carrier was asked in vain"),
        }
    }
}
