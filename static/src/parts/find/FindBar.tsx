import { useEffect, useLayoutEffect, useRef } from "preact/hooks";

import type { Note } from "../../board/items";
import { bringIntoSight } from "../bring-into-sight";
import { itemOf, useDesk } from "../desk";
import type { Desk } from "../desk";
import { Icon } from "../Icon";
import { focusNote } from "../focus-note";
import { excerpt, nameOf } from "../wording";

/** The search field over the board: it lights what it finds, and goes from one to the next. The browser's own search stays as it is. */
export function FindBar() {
  return useDesk().find.text.value === null ? null : <Bar />;
}

function Bar() {
  const desk = useDesk();
  const { say, find } = desk;
  const field = useRef<HTMLInputElement>(null);
  const before = useRef(document.activeElement);
  useLayoutEffect(() => field.current?.focus(), []);
  useGoing(desk);
  const end = () => {
    const note = find.at.peek();
    find.end();
    if (note !== null) focusNote(note);
    else if (before.current instanceof HTMLElement) before.current.focus();
  };
  return (
    <form
      class="find"
      role="search"
      aria-label={say("find.label")}
      onSubmit={(event) => {
        event.preventDefault();
        find.go(1);
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape") end();
        else if (event.key === "Enter" && event.shiftKey && event.target === field.current) find.go(-1);
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      <Icon name="search" />
      <input
        ref={field}
        type="search"
        aria-label={say("find.label")}
        aria-describedby="find-use"
        placeholder={say("find.label")}
        autocomplete="off"
        enterkeyhint="search"
        value={find.text.value ?? ""}
        onInput={(event) => {
          find.text.value = event.currentTarget.value;
          find.at.value = null;
        }}
      />
      <p class="unseen" id="find-use">
        {say("find.use")}
      </p>
      <Figure />
      <FindButtons onEnd={end} />
    </form>
  );
}

/** *3 notes*; *2/3* at the second, where only the number of all is left to be heard. */
function Figure() {
  const { say, find } = useDesk();
  const count = find.found.value.length;
  const isAsked = (find.text.value ?? "").trim() !== "";
  const index = find.numbers.value.get(find.at.value ?? "");
  return (
    <>
      {index !== undefined && (
        <span class="find-count figures" aria-hidden="true">
          {index}/{count}
        </span>
      )}
      <p class={index === undefined ? "find-count figures" : "unseen"} role="status">
        {isAsked && (count > 0 ? say("note.count", { count }) : say("find.none"))}
      </p>
    </>
  );
}

function FindButtons({ onEnd }: { readonly onEnd: () => void }) {
  const { say, find } = useDesk();
  const none = find.found.value.length === 0;
  const buttons = [
    { word: say("find.previous"), icon: "chevron-up", act: () => find.go(-1), disabled: none },
    { word: say("find.next"), icon: "chevron-down", act: () => find.go(1), disabled: none },
    { word: say("find.end"), icon: "x", act: onEnd, disabled: false },
  ];
  return (
    <>
      {buttons.map(({ word, icon, act, disabled }) => (
        <button
          key={icon}
          type="button"
          class="button quiet icon-only"
          aria-label={word}
          title={word}
          aria-disabled={disabled}
          onClick={act}
        >
          <Icon name={icon} />
        </button>
      ))}
    </>
  );
}

/** Brings the note that one goes to into view, out of a folded phase too, and tells which it is. */
function useGoing(desk: Desk): void {
  const { find, arrangement, folded } = desk;
  const at = find.at.value;
  useEffect(() => {
    const note = at === null ? undefined : itemOf<Note>(desk, at);
    if (!note || at === null) return;
    const area = arrangement.peek().areaOf(note);
    const hiding = [area.phase, area.lane];
    if (hiding.some((strip) => strip !== undefined && folded.peek().includes(strip)))
      folded.value = folded.peek().filter((strip) => !hiding.includes(strip));
    const index = find.numbers.peek().get(at) ?? 0;
    const count = find.found.peek().length;
    desk.tell(desk.say("find.at", { index, count, zone: nameOf(desk, area), text: excerpt(note.text) }));
    return bringIntoSight(at);
  }, [at]);
}
