import { Fragment } from "preact";

import { Hyphenated } from "../Hyphenated";
import { webPieces } from "./addresses";

interface WebTextProps {
  readonly text: string;
  readonly lang: string | undefined;
  /** Whether Tab comes to its links. */
  readonly reachable?: boolean;
}

/** A text whose web addresses are links that show their host. */
export function WebText({ text, lang, reachable = true }: WebTextProps) {
  return (
    <>
      {webPieces(text).map((piece) => (
        <Fragment key={piece.at}>
          {piece.link ? (
            <a
              class="web"
              href={piece.link.href}
              title={piece.text}
              target="_blank"
              rel="noopener noreferrer nofollow"
              tabIndex={reachable ? 0 : -1}
            >
              {piece.link.shown}
            </a>
          ) : (
            <Hyphenated text={piece.text} lang={lang} />
          )}
        </Fragment>
      ))}
    </>
  );
}
