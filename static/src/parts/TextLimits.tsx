import { useDesk } from "./desk";

/** Longer than this belongs in two notes: advice only. */
const ADVISED = 500;
/** The engine takes no longer text, in code points. */
const LONGEST = 2000;

export function tooLong(text: string): boolean {
  return lengthOf(text) > LONGEST;
}

/** Says when a text grows long, and when it has grown too long. */
export function TextLimits({ text }: { readonly text: string }) {
  const { say } = useDesk();
  const count = lengthOf(text);
  if (count <= ADVISED) return null;
  if (count <= LONGEST) return <p class="hint">{say("note.long", { count })}</p>;
  return (
    <p class="error" role="alert">
      {say("note.toolong", { count })}
    </p>
  );
}

function lengthOf(text: string): number {
  return [...text].length;
}
