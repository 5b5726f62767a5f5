import { useComputed } from "@preact/signals";

import type { Link, Note } from "../../board/items";
import { useDesk } from "../desk";
import { goToNote } from "../go-to";
import { Icon } from "../Icon";
import { excerpt, inWords, isBroken, linkKindOf, stateWords } from "../wording";
import { noteOf, tiesOf } from "./connecting";

interface TiesOfNoteProps {
  readonly note: Note;
  /** Whether Tab comes here. */
  readonly reachable: boolean;
}

/** What ties a note to others, as sentences under it; each leads to its other end. */
export function TiesOfNote({ note, reachable }: TiesOfNoteProps) {
  const desk = useDesk();
  const own = useComputed(() => desk.linksOf.value.get(note.id)).value;
  if (!own) return null;
  return (
    <ul class="ties" aria-label={desk.say("link.of", { text: excerpt(note.text, 30) })}>
      {tiesOf(desk, note.id).map((link) => (
        <Tie key={link.id} link={link} note={note.id} reachable={reachable} />
      ))}
    </ul>
  );
}

function Tie({ link, note, reachable }: { readonly link: Link; readonly note: string; readonly reachable: boolean }) {
  const desk = useDesk();
  const leaves = link.from === note;
  // Not drawn anew whenever anything on the board changes.
  const other = useComputed(() => noteOf(desk, leaves ? link.to : link.from)).value;
  if (!other) return null;
  const kind = linkKindOf(desk, link.kind);
  const does = inWords(desk, kind?.sentence) || inWords(desk, kind?.title);
  const state = stateWords(desk, link.state);
  const name = <b lang={other.lang}>{excerpt(other.text)}</b>;
  return (
    <li class={isBroken(link.state) ? "broken" : ""}>
      <button type="button" class="tie" tabIndex={reachable ? 0 : -1} onClick={() => goToNote(desk, other)}>
        <Icon name={isBroken(link.state) ? "unlink" : "spline"} />
        <span>
          {leaves ? (
            <>
              <i>{does}</i> → {name}
            </>
          ) : (
            <>
              {name} – <i>{does}</i> → {desk.say("link.here")}
            </>
          )}
          {[state, link.label].filter(Boolean).map((more) => (
            <span key={more} class="soft">
              {" "}
              · {more}
            </span>
          ))}
        </span>
      </button>
    </li>
  );
}
