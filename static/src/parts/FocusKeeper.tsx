import { useEffect } from "preact/hooks";

import { useDesk } from "./desk";
import type { Desk } from "./desk";
import { focusNote } from "./focus-note";
import { excerpt } from "./wording";

/** What had the focus last. */
interface Last {
  /** The element and those around it, from the inside out, as they were then. */
  readonly path: readonly Element[];
  readonly note: string | undefined;
  /** The notes of its zone, in order. */
  readonly around: readonly string[];
}

const CONTROL = ":is(a[href], button, input, select, textarea, [tabindex='0']):not(:disabled)";
const WHOLE = "#app, .frame, main";

/**
 * Keeps the focus where it was when the board changes under it.
 *
 * A note that was moved keeps it in its new place; if the note has gone, the next one gets it and that is said. When a
 * button has done its work and is drawn no more, the focus stays in the part that it stood in. A change by somebody
 * else never takes the focus from anything else.
 */
export function FocusKeeper() {
  const desk = useDesk();
  useEffect(() => {
    let last: Last | null = null;
    const remember = (event: FocusEvent) => {
      last = lastAt(desk, event.target as Element, last);
    };
    const forget = (event: PointerEvent) => {
      if (!(event.target as Element).closest(CONTROL)) last = null;
    };
    const keep = () => {
      const isLost = document.activeElement === document.body || document.activeElement === null;
      if (isLost && last !== null) giveFocus(desk, last);
    };
    const observer = new MutationObserver(() => requestAnimationFrame(keep));
    observer.observe(document.body, { childList: true, subtree: true });
    document.addEventListener("focusin", remember);
    document.addEventListener("pointerdown", forget);
    return () => {
      observer.disconnect();
      document.removeEventListener("focusin", remember);
      document.removeEventListener("pointerdown", forget);
    };
  }, []);
  return null;
}

/** The note that a dialog was opened from stays remembered while the dialog has the focus. */
function lastAt(desk: Desk, target: Element, before: Last | null): Last {
  const path = [];
  for (let each: Element | null = target; each && each !== document.body; each = each.parentElement) path.push(each);
  if (target.closest("dialog")) return { path, note: before?.note, around: before?.around ?? [] };
  const note = target.closest(".note")?.querySelector<HTMLElement>("[data-note]")?.dataset.note;
  const area = desk.arrangement.peek().areas.find(({ notes }) => notes.some(({ id }) => id === note));
  // A dialog gives the focus back to a note that is about to leave the page: its neighbours are known from before.
  const known = before !== null && before.note === note ? before.around : [];
  return { path, note, around: area?.notes.map(({ id }) => id) ?? known };
}

function giveFocus(desk: Desk, { path, note, around }: Last): void {
  const within =
    document.querySelector("dialog[open]") ?? path.find((each) => each.isConnected && each.matches(".note"));
  if (within || note === undefined) return giveNearby(path, within ?? null);
  const there = new Map(
    desk.arrangement.peek().areas.flatMap(({ notes }) => notes.map((each) => [each.id, each] as const)),
  );
  if (there.has(note)) return focusNote(note);
  const at = around.indexOf(note);
  const next = [...around.slice(at + 1), ...around.slice(0, at).toReversed()].find((id) => there.has(id));
  const text = there.get(next ?? "")?.text;
  if (next === undefined) giveNearby([], null);
  else focusNote(next);
  desk.tell(
    next === undefined ? desk.say("note.focusgone.none") : desk.say("note.focusgone", { text: excerpt(text ?? "") }),
  );
}

/** To the first control of the nearest part that is still there, no farther out than `within`; else to the whole. */
function giveNearby(path: readonly Element[], within: Element | null): void {
  const inside = path.filter((each) => each.isConnected && !each.matches(WHOLE) && (within?.contains(each) ?? true));
  const near = [...inside, ...(within ? [within] : [])]
    .flatMap((each) => [each, ...each.querySelectorAll(CONTROL)])
    .find((each) => each.matches(CONTROL) && each.checkVisibility());
  const home = near ?? document.querySelector("main");
  if (home instanceof HTMLElement) home.focus();
}
