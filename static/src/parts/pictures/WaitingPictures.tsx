import { useSignalEffect } from "@preact/signals";
import { useEffect } from "preact/hooks";

import { useDesk } from "../desk";
import { Icon } from "../Icon";
import { excerpt } from "../wording";
import { isKept, putAway, sendWaiting, takeUpWaiting, waiting } from "./waiting";

const AGAIN_MS = 15_000;

/** Pictures that are on their way, or did not go through: told in a strip, each can be put away. */
export function WaitingPictures() {
  const desk = useDesk();
  const { say, store } = desk;
  useEffect(() => void takeUpWaiting(desk), []);
  useSignalEffect(() => {
    if (store.ready.value && !store.away.value) void sendWaiting(desk);
  });
  const goes = waiting.value.filter(({ refused }) => refused === undefined);
  useEffect(() => {
    if (goes.length === 0) return undefined;
    const timer = setInterval(() => void sendWaiting(desk), AGAIN_MS);
    return () => clearInterval(timer);
  }, [goes.length === 0]);
  if (waiting.value.length === 0) return null;
  return (
    <div class="waiting-pictures" role="status">
      {goes.length > 0 && (
        <p>
          <Icon name="image" />
          {say(store.away.value ? (isKept.value ? "picture.waits" : "picture.waits.loose") : "picture.goes", {
            count: goes.length,
          })}
        </p>
      )}
      {waiting.value.map(
        (one) =>
          (one.refused !== undefined || store.away.value) && (
            <p key={one.id}>
              <span>
                {one.refused !== undefined && `${say("picture.refused")} ${one.refused} `}
                {excerpt(one.text)}
              </span>
              <button
                type="button"
                class="button small"
                aria-label={`${say("picture.away")}: ${excerpt(one.text)}`}
                onClick={() => void putAway(desk, one)}
              >
                {say("picture.away")}
              </button>
            </p>
          ),
      )}
    </div>
  );
}
