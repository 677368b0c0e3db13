//! What recipients report of attempts, and what operators answer.

use std::collections::BTreeSet;

use doorstep_domain::{OperatorId, ParcelId, Report, ReportAnswer};
use jiff::Timestamp;

use super::{MemoryStore, State, newest_first};
use crate::{Answer, Page, ReportedParcel, Reports};

impl Reports for MemoryStore {
    fn insert_report(&self, parcel: ParcelId, report: Report) -> Answer<'_, bool> {
        self.write(move |state| {
            let is_known = state.parcels.contains_key(&parcel);
            let is_told = state.reports_about(parcel).any(|known| known.about.at == report.about.at);
            if is_known && !is_told {
                state.reports.push((parcel, report));
            }
            Ok(is_known && !is_told)
        })
    }

    fn find_report(&self, parcel: ParcelId) -> Answer<'_, Option<Report>> {
        self.read(move |state| state.reports_about(parcel).next().cloned())
    }

    fn reports_about(&self, parcel: ParcelId) -> Answer<'_, Vec<Report>> {
        self.read(move |state| state.reports_about(parcel).cloned().collect())
    }

    fn answer_report(
        &self,
        operator: OperatorId,
        parcel: ParcelId,
        answer: ReportAnswer,
    ) -> Answer<'_, bool> {
        self.write(move |state| {
            let is_own = state.parcels.get(&parcel).is_some_and(|known| known.operator == operator);
            let mut about = state.reports.iter_mut().rev().filter(|(of, _)| is_own && *of == parcel);
            let Some((_, report)) = about.next() else { return Ok(false) };
            report.answer = Some(answer);
            Ok(true)
        })
    }

    fn list_reports(
        &self,
        operator: OperatorId,
        is_open: bool,
        after: Option<String>,
        limit: u32,
    ) -> Answer<'_, Page<ReportedParcel>> {
        self.read(move |state| {
            let is_asked = |(parcel, report): &(ParcelId, Report)| {
                let known = state.parcels.get(parcel);
                known.is_some_and(|known| known.operator == operator) && report.answer.is_none() == is_open
            };
            let page = newest_first(&state.reports, is_asked, after.as_deref(), limit);
            let told = |(parcel, report): (ParcelId, Report)| {
                let tracking_number = state.parcels.get(&parcel)?.tracking_number.clone();
                Some(ReportedParcel { parcel, tracking_number, report })
            };
            Page { rows: page.rows.into_iter().filter_map(told).collect(), next: page.next }
        })
    }

    fn delete_reports_before(&self, instant: Timestamp) -> Answer<'_, u64> {
        self.write(move |state| {
            let before = state.reports.len();
            state.reports.retain(|(_, report)| report.at >= instant);
            Ok((before - state.reports.len()) as u64)
        })
    }
}

impl State {
    fn reports_about(&self, parcel: ParcelId) -> impl Iterator<Item = &Report> {
        self.reports.iter().rev().filter(move |(of, _)| *of == parcel).map(|(_, report)| report)
    }

    /// Deletes the reports about parcels.
    pub(super) fn delete_reports(&mut self, parcels: &BTreeSet<ParcelId>) {
        self.reports.retain(|(parcel, _)| !parcels.contains(parcel));
    }
}
