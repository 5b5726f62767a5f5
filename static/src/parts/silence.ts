import type { Desk } from "./desk";

/** The one figure of silence: *Itsekseen kirjoitettu: 23 lappua, 14 kirjoittajaa*. Never per zone, never per person. */
export function silenceFigure({ store, say }: Desk): string {
  const { notes, people } = store.silence.value;
  return `${say("silence.notes", { count: notes })}, ${say("silence.people", { count: people })}`;
}
