import type { RefObject } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";

import type { Coming as Intent } from "./coming";
import { GRACE_MS } from "./coming";
import { useDesk } from "./desk";

/** The moment before something that everybody feels: what follows from it, and a way back. */
export function Coming() {
  const coming = useDesk().coming.value;
  return coming && <Grace key={coming.key} coming={coming} />;
}

function Grace({ coming }: { readonly coming: Intent }) {
  const desk = useDesk();
  const { say, tell } = desk;
  const strip = useRef<HTMLDivElement>(null);
  const words = say("coming.in", { what: coming.what });
  const end = () => {
    if (desk.coming.peek()?.key === coming.key) desk.coming.value = null;
  };
  useEffect(() => {
    tell([words, coming.follows(), say("coming.cancel")].filter(Boolean).join(" "), true);
    const go = setTimeout(() => {
      end();
      coming.act();
    }, GRACE_MS);
    return () => clearTimeout(go);
  }, []);
  useFocusMeanwhile(strip);
  // Somebody else who leads was first.
  const isOvertaken = coming.isOvertaken();
  useEffect(() => {
    if (isOvertaken) end();
  }, [isOvertaken]);
  const cancel = () => {
    end();
    tell(say("coming.cancelled"));
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- Escape does what the button inside does
    <div
      ref={strip}
      class="floor-strip coming"
      onKeyDown={(event) => {
        if (event.key === "Escape") cancel();
      }}
    >
      <p>
        <b>{words}</b> {coming.follows()}
      </p>
      <button type="button" class="button" onClick={cancel}>
        {say("app.cancel")}
      </button>
    </div>
  );
}

/** The focus is on the way back, and afterwards where it was. */
function useFocusMeanwhile(strip: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const here = strip.current;
    let before: Element | null = null;
    // A dialog that this was chosen in gives the focus back first.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        before = document.activeElement;
        here?.querySelector("button")?.focus();
      });
    });
    // Before anything else takes it: what had the focus is on the page no more.
    return () => {
      cancelAnimationFrame(frame);
      const active = document.activeElement;
      const isMine = active === document.body || here?.contains(active) === true;
      if (isMine && before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
}
