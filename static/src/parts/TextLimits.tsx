import { useDesk } from "./desk";

/** From here on the length is shown. */
const COUNTED = 400;
/** Longer than this belongs in two notes: advice only. */
const ADVISED = 500;
/** The engine takes no longer text, in code points. */
const LONGEST = 2000;

export function tooLong(text: string): boolean {
  return lengthOf(text) > LONGEST;
}

interface TextLimitsProps {
  readonly text: string;
  /** Lines that may become notes of their own are no long note yet. */
  readonly lines?: number;
}

/** Counts a text that grows long, advises when it has, and says when it has grown too long. */
export function TextLimits({ text, lines = 0 }: TextLimitsProps) {
  const { say } = useDesk();
  const count = lengthOf(text.trim());
  const isTooLong = count > LONGEST;
  if (count < COUNTED || (lines > 1 && !isTooLong)) return null;
  return (
    <div class="length">
      {/* The number changes with every key, so it is not said aloud; the sentence is, once. */}
      <p class="hint figures">{say("note.length", { count, most: isTooLong ? LONGEST : ADVISED })}</p>
      <p class={isTooLong ? "error" : "hint"} role="status">
        {isTooLong ? say("note.toolong") : count > ADVISED ? say("note.long") : ""}
      </p>
    </div>
  );
}

function lengthOf(text: string): number {
  return [...text].length;
}
