import type { Outcome } from "../logic/model.ts";
import { outcomeSign } from "./bar.tsx";
import { key, useShared } from "./context.tsx";
import { Icon } from "./icons.tsx";
import { Sheet } from "./sheet.tsx";

interface Props {
  readonly title: string;
  readonly elsewhere: readonly Outcome[];
  readonly failed: readonly Outcome[];
  readonly press: (outcome: Outcome) => void;
  readonly close: () => void;
}

/** Every other way in which it may have ended. */
export function OutcomesSheet({ title, elsewhere, failed, press, close }: Props) {
  const { words } = useShared();
  return (
    <Sheet title={title} close={close}>
      <Group title={words.say("not-delivered-title")} outcomes={failed} press={press} />
      {elsewhere.length > 0 && (
        <Group title={words.say("elsewhere-title")} outcomes={elsewhere} press={press} />
      )}
    </Sheet>
  );
}

interface GroupProps {
  readonly title: string;
  readonly outcomes: readonly Outcome[];
  readonly press: (outcome: Outcome) => void;
}

function Group({ title, outcomes, press }: GroupProps) {
  const { words } = useShared();
  return (
    <section class="group">
      <h3>{title}</h3>
      <div class="duo">
        {outcomes.map((outcome) => (
          <button type="button" class="btn sec big" key={outcome} onClick={() => press(outcome)}>
            <Icon
              name={outcomeSign(outcome)}
              {...(outcomeSign(outcome) === "cross" && { tone: "bad" as const })}
            />
            {words.say(key("outcome", outcome))}
          </button>
        ))}
      </div>
    </section>
  );
}
