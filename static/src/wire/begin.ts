/** The first look needs the state alone; the line, with all that keeps it, comes while it is read. */

import type { Seat } from "../board/boot";
import type { Feed } from "../board/copy";
import { untilThere } from "../board/until-there";
import type { Wire } from "./socket";
import { fetchState } from "./state";

export async function begin(store: Feed, seat: Seat): Promise<Wire> {
  try {
    store.load(await fetchState(seat));
  } catch {
    // the line asks again, and says why if there is no answer
  }
  const { connect } = await untilThere(
    () => import("./socket"),
    () => store.setLine("closed"),
  );
  return connect(store, seat);
}
