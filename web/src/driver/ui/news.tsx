import type { News } from "../logic/wishes.ts";
import type { AppView } from "../view.ts";
import type { Words } from "../words.ts";
import { useShared } from "./context.tsx";
import { Icon } from "./icons.tsx";
import { accessWords, instructionWords } from "./tells.tsx";

/** More of them are counted: each stands at its stop as well. */
const LISTED_MAX = 3;

/** What recipients have asked for just now: a line for each, until it is understood. */
export function NewsLines({ view }: { readonly view: AppView }) {
  const { app, words } = useShared();
  const { news } = view;
  if (news.length === 0) {
    return null;
  }
  return (
    <section class="news" role="status">
      {news.length > LISTED_MAX ? (
        <Line text={words.say("news-many", { count: news.length })} />
      ) : (
        news.map((item) => <Line key={item.parcel.id} text={newsWords(item, words)} />)
      )}
      <button type="button" class="btn sec" onClick={() => app.heard()}>
        {words.say("news-heard")}
      </button>
    </section>
  );
}

function Line({ text }: { readonly text: string }) {
  return (
    <p class="tell plain">
      <Icon name="speech" />
      <b>{text}</b>
    </p>
  );
}

function newsWords({ stop, parcel }: News, words: Words): string {
  const address = stop.address.split("\n")[0] ?? "";
  const later = parcel.notBefore && words.say("not-before", { time: words.time(parcel.notBefore) });
  const instruction = instructionWords(parcel, words) || later || words.say("in-person");
  const access = accessWords({ ...stop, parcels: [parcel] }, words);
  return words.say("news-one", { address, what: [instruction, access].filter(Boolean).join(", ") });
}
