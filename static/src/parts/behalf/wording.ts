import type { Desk } from "../desk";
import { nameOfPerson } from "../wording";
import type { Behalf } from "./behalf";

/** `Anna, 3 people`: what is known of those for whom it is entered; empty where nothing is. */
export function whoseVoice(desk: Desk, { on_behalf: person, voices = 1 }: Behalf): string {
  const name = person === undefined ? "" : nameOfPerson(desk, person);
  const count = voices > 1 || !name ? desk.say("behalf.count", { count: voices }) : "";
  return [name, count].filter(Boolean).join(", ");
}
