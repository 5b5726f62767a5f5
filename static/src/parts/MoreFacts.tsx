import type { Note } from "../board/items";
import { BehalfFact } from "./behalf/BehalfFact";
import { CommentCount } from "./comments/CommentCount";
import { EvidenceFact } from "./fields/EvidenceFact";
import { MergedFact } from "./merged/MergedFact";

interface MoreFactsProps {
  readonly note: Note;
  /** In words, not in figures alone. */
  readonly full: boolean;
}

/** What a note's small print says only once the rest of the board is there. */
export function MoreFacts({ note, full }: MoreFactsProps) {
  return (
    <>
      {note.fields && <EvidenceFact note={note} />}
      <CommentCount note={note.id} full={full} />
      {note.merged && <MergedFact note={note} full={full} />}
      {note.voices && <BehalfFact note={note} />}
    </>
  );
}
