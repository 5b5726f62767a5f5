import { useState } from "preact/hooks";

import { isNote } from "../board/items";
import type { Refused } from "../board/operations";
import { OTHER_PAST } from "../board/past";
import type { Desk } from "./desk";
import { useDesk } from "./desk";
import { MOST_BESIDE, writtenIn } from "./refused";
import { RefusedStrip } from "./RefusedStrip";

/** What was refused and has no note or zone on the board to stand beside, or is too much for that. */
export function Refusals({ all = false }: { readonly all?: boolean }) {
  const desk = useDesk();
  const { floor, say } = desk;
  const ofBoard = desk.store.refusals.value;
  const homeless = all || ofBoard.length > MOST_BESIDE ? ofBoard : ofBoard.filter((one) => isHomeless(desk, one));
  const ofFloor = floor.refusals.value;
  if (homeless.length + ofFloor.length === 0) return null;
  return (
    // A region that scrolls is reached by the keyboard too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section class="refusals" aria-label={say("refused.list")} tabIndex={0}>
      {homeless.length > 1 && <AllOfThem refused={homeless} />}
      {homeless.map((refused) => (
        <RefusedStrip key={refused.op} refused={refused} />
      ))}
      {ofFloor.map((refused) => (
        <RefusedStrip key={refused.op} refused={refused} of={floor} />
      ))}
    </section>
  );
}

/** How many there are, and what can be done with all of them at once. */
function AllOfThem({ refused }: { readonly refused: readonly Refused[] }) {
  const { store, say } = useDesk();
  const [copied, setCopied] = useState(false);
  const texts = refused.map(({ operation }) => writtenIn(operation)).filter(Boolean);
  const isOffered = refused.every(({ code }) => code === OTHER_PAST);
  const each = (act: (op: string) => void) => () => refused.forEach(({ op }) => act(op));
  const copy = async () => {
    await navigator.clipboard?.writeText(texts.join("\n"));
    setCopied(true);
  };
  return (
    <div class="strip refused">
      <h3 class="strip-title">{say("refused.count", { count: refused.length })}</h3>
      <div class="strip-buttons">
        {isOffered && (
          <button type="button" class="button small" onClick={each((op) => store.again(op))}>
            {say("refused.send.all")}
          </button>
        )}
        {texts.length > 0 && (
          <button type="button" class="button small" onClick={() => void copy()}>
            {say(copied ? "app.copied" : "refused.copy.all")}
          </button>
        )}
        <button type="button" class="button small" onClick={each((op) => store.dismiss(op))}>
          {say("refused.drop.all")}
        </button>
      </div>
    </div>
  );
}

function isHomeless({ store, arrangement }: Desk, { operation }: Refused): boolean {
  if (operation?.type === "note.add") return arrangement.value.area(operation.zone) === undefined;
  return !(operation && "note" in operation && isNote(store.items.value.get(operation.note)));
}
