import type { Note } from "../../board/items";
import { useDesk } from "../desk";
import { Icon } from "../Icon";
import { whoseVoice } from "./wording";

/** Of a note that was entered for others: for whom, or for how many. */
export function BehalfFact({ note }: { readonly note: Note }) {
  const desk = useDesk();
  return (
    <span class="fact">
      <Icon name="users" />
      {desk.say("behalf.fact", { who: whoseVoice(desk, note) })}
    </span>
  );
}
