import { Fragment } from "preact";

import { pieces } from "./hyphens";

interface HyphenatedProps {
  readonly text: string;
  readonly lang: string | undefined;
  /** Nothing in it takes the focus; a text with links, in its place, does. */
  readonly reachable?: boolean;
}

/** A text whose long words may be broken with a hyphen; the hyphen itself is only drawn. */
export function Hyphenated({ text, lang }: HyphenatedProps) {
  const drawn = [];
  let begins = 0;
  for (const part of pieces(text, lang)) {
    drawn.push(
      <Fragment key={begins}>
        {begins > 0 && <i class="shy" />}
        {part}
      </Fragment>,
    );
    begins += part.length;
  }
  return <>{drawn}</>;
}
