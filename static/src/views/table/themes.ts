/** A note joins one theme and leaves another: in the table each has one at most, as everywhere. */

import type { Note } from "../../board/items";
import { clustersOf, setCluster } from "../../parts/acts";
import type { Desk } from "../../parts/desk";

export function leaveTheme(desk: Desk, note: Note): void {
  const now = desk.clusterOf.peek().get(note.id);
  if (now)
    setCluster(
      desk,
      now,
      now.title,
      now.notes.filter((id) => id !== note.id),
    );
}

export function joinTheme(desk: Desk, note: Note, cluster: string): void {
  const found = clustersOf(desk).find(({ id }) => id === cluster);
  if (found) setCluster(desk, found, found.title, [...new Set([...found.notes, note.id])]);
}
