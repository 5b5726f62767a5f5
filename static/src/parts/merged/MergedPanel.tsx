import { useLayoutEffect, useRef, useState } from "preact/hooks";

import { isNote } from "../../board/items";
import type { MergedNote } from "../../board/items";
import { useDesk } from "../desk";
import type { Desk } from "../desk";
import { mayErase } from "../may";
import { Modal } from "../Modal";
import { excerpt, nameOfPerson } from "../wording";
import { mayPart, takeApart } from "./merging";

/** The notes that became this one, as they were: each can come out again. */
export function MergedPanel({ note: id }: { readonly note: string }) {
  const desk = useDesk();
  const { say, store } = desk;
  const found = store.items.value.get(id);
  const note = isNote(found) ? found : undefined;
  const merged = note?.merged ?? [];
  const apart = merged.filter((each) => mayPart(desk, each));
  return (
    <Modal title={say("merged.title")} side>
      {note && (
        <p class="quoted" lang={note.lang}>
          {note.text}
        </p>
      )}
      {note && merged.length > 0 ? <Became merged={merged} /> : <p class="soft">{say("merged.none")}</p>}
      {apart.length > 1 && (
        <button type="button" class="button" onClick={() => takeApart(desk, apart)}>
          {say("merged.part.all")}
        </button>
      )}
    </Modal>
  );
}

function Became({ merged }: { readonly merged: readonly MergedNote[] }) {
  const desk = useDesk();
  const { say, dialog, voting } = desk;
  const list = useRef<HTMLUListElement>(null);
  const [parted, setParted] = useState(0);
  // The one whose button had the focus is gone: the next one has it.
  useLayoutEffect(() => {
    if (parted > 0) list.current?.querySelector<HTMLElement>("button")?.focus();
  }, [parted, merged.length]);
  return (
    <ul class="threads" ref={list}>
      {merged.map((each) => (
        <li key={each.id} class="thread">
          <p class="said-by">{whose(desk, each, voting.value.sums[each.id] ?? 0)}</p>
          <p class="said-text" lang={each.lang}>
            {each.text}
          </p>
          <p class="row">
            {mayPart(desk, each) && (
              <button
                type="button"
                class="button"
                aria-label={`${say("merged.part")}: ${excerpt(each.text)}`}
                onClick={() => {
                  takeApart(desk, [each]);
                  setParted(parted + 1);
                }}
              >
                {say("merged.part")}
              </button>
            )}
            {mayErase(desk, each) && (
              <button
                type="button"
                class="button quiet"
                aria-label={`${say("tool.erase")}: ${excerpt(each.text)}`}
                onClick={() => (dialog.value = { name: "erase", note: each.id, text: each.text })}
              >
                {say("tool.erase")}
              </button>
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}

/** Who wrote it, as this board shows it, and what it got in the ballot that ended last. */
function whose(desk: Desk, { author, organisation }: MergedNote, votes: number): string {
  const name = author === undefined ? (organisation ?? "") : nameOfPerson(desk, author);
  return [name, votes > 0 ? desk.say("merged.votes", { count: votes }) : ""].filter(Boolean).join(" · ");
}
