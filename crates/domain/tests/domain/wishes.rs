//! What recipients ask for: what stands, what the driver's phone showed of it, and two who change it at once.

use doorstep_domain::admission::{Draft, Refusal, Source, admit};
use doorstep_domain::visibility::{Choice, Choices, Offer, Policy, Rules};
use doorstep_domain::{
    AccessNotes, EventId, Happening, Instruction, Personal, PlaceMark, SafePlace, TourState, Wish, Wishes,
};

use crate::support::{GAP_M, along, at, instruction, look, look_under, parcel, parcel_id, stop_id, tour};

fn given(instruction: Option<Instruction>, version: u32) -> Happening {
    Happening::InstructionGiven { parcel: parcel_id(1), instruction, version }
}

fn neighbour() -> Instruction {
    Instruction::Neighbour { neighbour: Personal::new("Ada Example"), house: Some(Personal::new("no. 7")) }
}

fn pin(number: u16) -> PlaceMark {
    PlaceMark { pin: Some(along(GAP_M * f64::from(number))), photo: None }
}

fn floor(text: &str) -> AccessNotes {
    AccessNotes { floor: Some(Personal::new(text)), ..AccessNotes::default() }
}

fn noted(access: AccessNotes, version: u32) -> Happening {
    Happening::AccessNoted { parcel: parcel_id(1), access, version }
}

fn seen(version: u32) -> Happening {
    Happening::InstructionSeen { parcel: parcel_id(1), version }
}

fn asked(state: &TourState, what: Happening, source: Source) -> Result<(), Refusal> {
    let draft = Draft { id: EventId::from_u128(500), at: at(50), sent_at: None, what };
    admit(state, draft, at(50), source).map(drop)
}

#[test]
fn of_two_who_change_the_same_the_second_is_told_so() {
    let state = tour(4, [(10, given(Some(neighbour()), 1)), (20, noted(floor("2nd"), 2))]);
    assert_eq!(look(&state, &parcel(1), 30).wishes.version, 2);
    assert_eq!(asked(&state, given(None, 3), Source::Recipient), Ok(()));
    assert_eq!(asked(&state, given(None, 2), Source::Recipient), Err(Refusal::ChangedMeanwhile));
    assert_eq!(asked(&state, noted(floor("1st"), 4), Source::Recipient), Err(Refusal::ChangedMeanwhile));
}

#[test]
fn what_the_tour_was_told_goes_before_the_record_and_each_by_itself() {
    let mut recorded = parcel(1);
    recorded.wishes = Wishes {
        instruction: Some(instruction(SafePlace::Shed)),
        access: floor("3rd"),
        version: 4,
        ..Wishes::default()
    };
    let state = tour(4, [(10, given(Some(neighbour()), 5))]);
    let wishes = look(&state, &recorded, 20).wishes;
    assert_eq!(
        wishes,
        Wishes { instruction: Some(neighbour()), access: floor("3rd"), version: 5, ..Wishes::default() }
    );
    let state = tour(4, [(10, noted(AccessNotes::default(), 5))]);
    let wishes = look(&state, &recorded, 20).wishes;
    assert_eq!(wishes.instruction, Some(instruction(SafePlace::Shed)));
    assert!(wishes.access.is_empty(), "it was taken back");
}

#[test]
fn a_mark_stays_with_its_place_and_goes_with_it() {
    let shed = || given(Some(instruction(SafePlace::Shed)), 1);
    let marked = |version| Happening::PlaceMarked { parcel: parcel_id(1), mark: pin(1), version };
    let seen = |events: Vec<(i64, Happening)>| look(&tour(4, events), &parcel(1), 60).wishes.mark;
    assert_eq!(seen(vec![(10, shed()), (20, marked(2))]), pin(1));
    assert_eq!(seen(vec![(10, shed()), (20, marked(2)), (30, shed())]), pin(1), "only its words changed");
    for other in [None, Some(instruction(SafePlace::Garage)), Some(neighbour())] {
        let moved = seen(vec![(10, shed()), (20, marked(2)), (30, given(other.clone(), 3))]);
        assert_eq!(moved, PlaceMark::default(), "{other:?}");
        let before =
            Wishes { instruction: Some(instruction(SafePlace::Shed)), mark: pin(1), ..Wishes::default() };
        assert!(before.after(Wish::Instruction(other), 3).mark.is_empty());
    }
    let recorded =
        Wishes { instruction: Some(instruction(SafePlace::Shed)), mark: pin(1), ..Wishes::default() };
    let known = doorstep_domain::Parcel { wishes: recorded, ..parcel(1) };
    assert_eq!(look(&tour(4, []), &known, 60).wishes.mark, pin(1));
    let moved = tour(4, [(10, given(Some(instruction(SafePlace::Garage)), 1))]);
    assert!(look(&moved, &known, 60).wishes.mark.is_empty(), "that of the record was of another place");
}

#[test]
fn a_mark_is_near_its_door() {
    assert!(pin(0).is_near(along(240.0)) && !pin(0).is_near(along(260.0)));
    assert!(PlaceMark::default().is_near(along(9_000.0)));
    let state = tour(4, []);
    let marked = Happening::PlaceMarked { parcel: parcel_id(1), mark: pin(1), version: 1 };
    assert_eq!(asked(&state, marked.clone(), Source::Recipient), Ok(()));
    for other in [Source::Driver, Source::Operator] {
        assert_eq!(asked(&state, marked.clone(), other), Err(Refusal::NotAllowed));
    }
}

#[test]
fn that_the_phone_showed_it_is_told_once_and_of_the_newest_alone() {
    let state = tour(4, [(10, given(Some(neighbour()), 1)), (70, seen(1)), (90, seen(1))]);
    let view = look(&state, &parcel(1), 130);
    assert_eq!(view.wishes_seen_at, Some(at(70)), "a phone that says it again changes nothing");
    let state = tour(4, [(10, given(Some(neighbour()), 1)), (70, seen(1)), (80, noted(floor("2nd"), 2))]);
    assert_eq!(look(&state, &parcel(1), 130).wishes_seen_at, None, "of what is new it showed nothing yet");
    let state = tour(4, [(70, seen(2)), (80, seen(1)), (85, noted(floor("2nd"), 2))]);
    assert_eq!(look(&state, &parcel(1), 130).wishes_seen_at, Some(at(70)), "also when it comes first");
}

#[test]
fn each_may_say_their_own_and_only_in_time() {
    let state = tour(4, []);
    assert_eq!(asked(&state, seen(1), Source::Driver), Ok(()));
    for source in [Source::Recipient, Source::Operator] {
        assert_eq!(asked(&state, seen(1), source), Err(Refusal::NotAllowed));
    }
    for source in [Source::Driver, Source::Operator] {
        assert_eq!(asked(&state, noted(floor("2nd"), 1), source), Err(Refusal::NotAllowed));
    }
    let at_the_door = tour(4, [(40, Happening::Arrived { stop: stop_id(1) })]);
    assert_eq!(asked(&at_the_door, noted(floor("2nd"), 1), Source::Recipient), Err(Refusal::TooLate));
    assert!(!look(&at_the_door, &parcel(1), 70).access_open);
    let long = noted(floor(&"x".repeat(41)), 1);
    assert_eq!(asked(&state, long, Source::Recipient), Err(Refusal::NoteTooLong));
    let code = AccessNotes { way: Some(Personal::new("gate 4711")), ..AccessNotes::default() };
    assert_eq!(asked(&state, noted(code, 1), Source::Recipient), Err(Refusal::HoldsCode));
}

#[test]
fn the_narrowest_who_says_what_may_be_asked_for_wins() {
    let state = tour(4, []);
    let mut own = parcel(1);
    assert_eq!(look(&state, &own, 20).choices, Choices::ALL);
    let neighbours = [Choice::Neighbour].into_iter().collect();
    let operator = Rules { choices: Some(Choices::NONE), ..Rules::default() };
    let offer = Offer { policy: Policy::default().under(&operator), ..Offer::default() };
    assert_eq!(look_under(&offer, &state, &own, 20).choices, Choices::NONE);
    own.visibility.choices = Some(neighbours);
    assert_eq!(look_under(&offer, &state, &own, 20).choices, neighbours);
}
