import { after } from "./after";
import { SilenceHint } from "./SilenceHint";

const BehalfChoice = after("BehalfChoice");

/** Under every composer: what happens to what one writes just now, and whose words they are. */
export function ComposerHints() {
  return (
    <>
      <SilenceHint />
      <BehalfChoice />
    </>
  );
}
