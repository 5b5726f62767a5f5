import type { Spot } from "../board/place";
import { useDesk } from "./desk";
import { tooLong } from "./TextLimits";
import { MOST_AT_ONCE } from "./useDraft";
import type { Draft } from "./useDraft";

interface PasteOfferProps {
  readonly draft: Pick<Draft, "text" | "lines" | "add" | "addLines">;
  readonly spot: Spot;
  /** After notes were added. */
  readonly onAdded: () => void;
}

/** Several lines were pasted: a note of each, or one of all. Until it is chosen the text stays in the field, to be changed. */
export function PasteOffer({ draft, spot, onAdded }: PasteOfferProps) {
  const { say } = useDesk();
  const { lines, text } = draft;
  if (lines.length < 2) return null;
  const long = lines.findIndex(tooLong) + 1;
  const why =
    lines.length > MOST_AT_ONCE
      ? say("paste.toomany", { count: lines.length, most: MOST_AT_ONCE })
      : long > 0
        ? say("paste.toolong", { line: long })
        : "";
  return (
    <div class="paste-offer" role="group" aria-label={say("paste.lines", { count: lines.length })}>
      <p>{say("paste.lines", { count: lines.length })}</p>
      {why && <p class="error">{why}</p>}
      <div class="composer-buttons">
        {!why && (
          <button
            type="button"
            class="button small main"
            onClick={() => {
              draft.addLines(spot);
              onAdded();
            }}
          >
            {say("note.count", { count: lines.length })}
          </button>
        )}
        {!tooLong(text.trim()) && (
          <button
            type="button"
            class="button small"
            onClick={() => {
              draft.add(spot);
              onAdded();
            }}
          >
            {say("note.count", { count: 1 })}
          </button>
        )}
      </div>
    </div>
  );
}
