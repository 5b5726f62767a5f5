import { useLayoutEffect, useRef } from "preact/hooks";

import { useDesk } from "../desk";
import { Hyphenated } from "../Hyphenated";
import { Icon } from "../Icon";
import { VoteDots } from "../VoteDots";
import { inWords } from "../wording";
import type { Card, Slide } from "./slides";
import { GAP_PIXELS, useFit } from "./useFit";

interface SlideCardsProps {
  readonly slide: Slide;
  readonly page: number;
  /** How many pages it takes on this screen. */
  readonly onPages: (count: number) => void;
}

/** The notes of one slide in columns, as large as they fit. */
export function SlideCards({ slide, page, onPages }: SlideCardsProps) {
  const frame = useRef<HTMLUListElement>(null);
  const pages = useFit(frame);
  useLayoutEffect(() => onPages(pages), [pages]);
  const at = Math.min(page, pages - 1);
  return (
    <div class="present-body">
      <ul
        ref={frame}
        class="present-cards"
        style={{ translate: `calc(${-100 * at}% - ${at * GAP_PIXELS}px)` }}
        aria-label={slide.title}
      >
        {slide.cards.map((card) => (
          <SlideCard key={card.id} card={card} />
        ))}
      </ul>
    </div>
  );
}

function SlideCard({ card: { text, lang, tint, kind, author, votes, rank } }: { readonly card: Card }) {
  const desk = useDesk();
  return (
    <li class={`note present-card tint-${tint}`}>
      <p class="present-text" lang={lang}>
        {rank !== undefined && <b class="present-rank figures">{rank}. </b>}
        <Hyphenated text={text} lang={lang ?? desk.language} />
      </p>
      {(kind || author || votes > 0) && (
        <p class="present-facts">
          {votes > 0 && <VoteDots count={votes} />}
          {kind && (
            <span class="note-kind">
              <Icon name={kind.icon} />
              {inWords(desk, kind.title)}
            </span>
          )}
          {author && <span>{author}</span>}
        </p>
      )}
    </li>
  );
}
