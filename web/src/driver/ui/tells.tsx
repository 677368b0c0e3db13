import { openParcels } from "../logic/expect.ts";
import type { Parcel, Stop } from "../logic/model.ts";
import type { Words } from "../words.ts";
import { key, useShared } from "./context.tsx";
import { Icon } from "./icons.tsx";
import { wayTo } from "./navigation.ts";

const TOLD_KINDS = ["gift", "confidential", "high_value"];

/** What the recipients said, and what the operator noted: in sight at once, before anything can be pressed. */
export function Tells({ stop }: { readonly stop: Stop }) {
  const { words } = useShared();
  const instructed = openParcels(stop).filter((parcel) => parcel.instruction);
  const given = openParcels(stop).flatMap((parcel) => parcel.takers);
  const takers = [...new Set(given)].map((name) => name || words.say("a-neighbour"));
  const notBefore = Math.max(0, ...openParcels(stop).map((parcel) => parcel.notBefore ?? 0));
  const kinds = new Set(openParcels(stop).map((parcel) => parcel.kind));
  return (
    <>
      {distinct(instructed).map((parcel) => (
        <p class="tell" key={parcel.id} role="status">
          <Icon name={parcel.instruction?.is === "neighbour" ? "people" : "house"} />
          <span>
            <b>{instructionWords(parcel, words)}</b>
            <small>{note(parcel, instructed.length < stop.parcels.length, words)}</small>
          </span>
          <MarkTold parcel={parcel} words={words} />
        </p>
      ))}
      {notBefore > 0 && (
        <p class="tell plain">
          <Icon name="later" />
          <b>{words.say("not-before", { time: words.time(notBefore) })}</b>
        </p>
      )}
      {takers.length > 0 && (
        <p class="tell plain">
          <Icon name="people" />
          <b>{words.say("may-accept", { names: takers.join(", ") })}</b>
        </p>
      )}
      {TOLD_KINDS.filter((kind) => kinds.has(kind)).map((kind) => (
        <p class="tell plain" key={kind}>
          <Icon name="alert" />
          <b>{words.say(key("kind", kind))}</b>
        </p>
      ))}
      {stop.note && (
        <p class="tell plain">
          <Icon name="speech" />
          <b>{stop.note}</b>
        </p>
      )}
    </>
  );
}

/** Where exactly the safe place is: the way to a pin, and a photo. Without signal the photo stays away. */
function MarkTold({ parcel, words }: { readonly parcel: Parcel; readonly words: Words }) {
  const { pin, photo } = parcel.mark ?? {};
  return (
    <>
      {pin && (
        <a class="mark" href={wayTo(pin, words.say("safe-place"))}>
          {words.say("to-pin")}
        </a>
      )}
      {photo && (
        <img
          class="mark"
          src={`/v1/driver/parcels/${parcel.id}/place-photo?photo=${photo}`}
          alt={words.say("place-photo")}
          loading="lazy"
          onError={({ currentTarget }) => {
            currentTarget.hidden = true;
          }}
        />
      )}
    </>
  );
}

/** The instruction as its own words say, else the name of the place. */
export function instructionWords({ instruction }: Parcel, words: Words): string {
  if (!instruction) {
    return "";
  }
  if (instruction.is === "neighbour") {
    return [instruction.neighbour, instruction.house].filter(Boolean).join(", ");
  }
  const place = words.say(key("safe-place", instruction.safePlace));
  if (!instruction.note) {
    return place;
  }
  return instruction.safePlace === "other" ? instruction.note : `${place}: ${instruction.note}`;
}

function note(parcel: Parcel, onlySome: boolean, words: Words): string {
  const what = words.say(parcel.instruction?.is === "neighbour" ? "to-neighbour" : "safe-place");
  return onlySome ? `${what}. ${words.say("for-one", { number: parcel.trackingNumber })}` : what;
}

/** How to get to the door, each thing that is said once. */
export function accessWords(stop: Stop, words: Words): string {
  const said = openParcels(stop).flatMap(({ access }) => [
    access?.doorbell && words.say("bell", { name: access.doorbell }),
    access?.floor && words.say("floor", { floor: access.floor }),
    access?.way,
  ]);
  return [...new Set(said.filter(Boolean))].join(", ");
}

/** One of each instruction: two parcels of one recipient mostly say the same. */
function distinct(parcels: readonly Parcel[]): Parcel[] {
  const said = new Map(parcels.map((parcel) => [JSON.stringify([parcel.instruction, parcel.mark]), parcel]));
  return [...said.values()];
}
