import { useSignalEffect } from "@preact/signals";
import { useMemo } from "preact/hooks";

import { useDesk } from "../desk";
import { goToZone } from "../go-to";
import { remembered } from "../remembered";
import { isBusy } from "./arrival";
import { lookOf } from "./look";

/**
 * A part, or a call, that names a place of this board brings it into view: for those who are here, for who comes late and
 * for who returns. The focus stays where it is, and nobody who writes is moved; they have the place in the line *Now*.
 */
export function Looking() {
  const desk = useDesk();
  const gone = useMemo(() => remembered(`${desk.boot.document}/looked`, ""), []);
  useSignalEffect(() => {
    const look = lookOf(desk);
    if (look === null || gone.value === look.key || !desk.store.ready.value) return;
    gone.value = look.key;
    if (!isBusy(desk)) goToZone(desk, look.zone);
  });
  return null;
}
