import { useSignalEffect } from "@preact/signals";
import { useEffect, useState } from "preact/hooks";

import { useDesk } from "../desk";
import { Icon } from "../Icon";
import { isLeading } from "../may";
import { hasArrived, isBusy, leaveFor, openCall } from "./arrival";
import type { Call } from "./arrival";

/** From being called to being moved. */
export const MOVED_AFTER_MS = 5_000;
const LOOK_EVERY_MS = 250;

/** A call to another board: a way there, and a way to stay. Each call is answered once, on all boards of the workshop. */
export function Summons() {
  const desk = useDesk();
  const { floor, boot, answered } = desk;
  const call = openCall(desk);
  useArrival();
  useSignalEffect(() => {
    const { number = 0, board } = floor.summon.value ?? {};
    if (board === boot.board.id && answered.value < number) answered.value = number;
  });
  return call && <CallStrip key={call.number} call={call} />;
}

function CallStrip({ call: { number, board } }: { readonly call: Call }) {
  const desk = useDesk();
  const { say, answered } = desk;
  const words = say("summon.calls", { board: board.title });
  const go = () => {
    answered.value = number;
    leaveFor(desk, board.id, board.url);
  };
  const stay = () => {
    answered.value = number;
    desk.tell(say("summon.stayed"));
  };
  // Those who lead may be elsewhere on purpose.
  const isMoving = useMove(!isLeading(desk), go, stay);
  useEffect(() => desk.tell(isMoving ? `${words}. ${say("summon.soon")} ${say("summon.escape")}` : words, true), []);
  return (
    <section class="floor-strip call" aria-label={say("summon.label")}>
      <Icon name="users" />
      <p>
        <b>{words}</b> {isMoving && <span class="soft">{say("summon.soon")}</span>}
      </p>
      <span class="floor-strip-buttons">
        <a
          class="button main"
          href={board.url}
          onClick={(event) => {
            if (event.ctrlKey || event.metaKey || event.shiftKey) return;
            event.preventDefault();
            go();
          }}
        >
          {say("summon.go")}
        </a>
        <button type="button" class="button" onClick={stay}>
          {say("summon.stay")}
        </button>
      </span>
    </section>
  );
}

/** Moves who does nothing; whoever is at work when it comes, or begins to, is left alone for good. */
function useMove(mayMove: boolean, go: () => void, stay: () => void): boolean {
  const desk = useDesk();
  const [moving, setMoving] = useState(() => mayMove && !isBusy(desk));
  useEffect(() => {
    if (!moving) return undefined;
    const until = Date.now() + MOVED_AFTER_MS;
    const look = setInterval(() => {
      if (isBusy(desk)) setMoving(false);
      else if (Date.now() >= until) {
        clearInterval(look);
        go();
      }
    }, LOOK_EVERY_MS);
    const press = (event: KeyboardEvent) => {
      if (event.key === "Escape") stay();
    };
    window.addEventListener("keydown", press);
    return () => {
      clearInterval(look);
      window.removeEventListener("keydown", press);
    };
  }, [moving]);
  return moving;
}

/** Reading begins at the board that one was brought to. */
function useArrival(): void {
  const desk = useDesk();
  useEffect(() => {
    if (!hasArrived(desk)) return;
    document.querySelector<HTMLElement>("main")?.focus();
    desk.tell(desk.say("summon.arrived", { board: desk.boot.board.title }));
  }, []);
}
