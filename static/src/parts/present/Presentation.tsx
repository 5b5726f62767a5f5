import { useLayoutEffect, useRef, useState } from "preact/hooks";

import { codeInGroups } from "../code";
import { useDesk } from "../desk";
import { TimeLeft } from "../floor/TimeLeft";
import { Icon } from "../Icon";
import { SlideCards } from "./SlideCards";
import { firstOf, slidesOf } from "./slides";
import type { Slide } from "./slides";
import { useFullScreen } from "./useFullScreen";

const NEXT = new Set(["ArrowRight", "ArrowDown", "PageDown", " "]);
const BACK = new Set(["ArrowLeft", "ArrowUp", "PageUp"]);

/**
 * One place of the board at a time, to be read from across a room or over a shared screen: large, light, live, and with
 * nothing on it that only the person at the keys may see.
 */
export function Presentation({ zone }: { readonly zone?: string | undefined }) {
  const desk = useDesk();
  const { say, dialog, floor, boot } = desk;
  const slides = slidesOf(desk);
  const way = useWay(slides, () => firstOf(slides, zone, floor.current.value?.focus ?? null));
  const frame = useOpened();
  const end = () => {
    dialog.value = null;
  };
  const [full, toggleFull] = useFullScreen(end);
  const part = floor.current.value;
  const press = (event: KeyboardEvent) => {
    if (isOfControl(event)) return;
    if (event.key.toLowerCase() === "f") toggleFull?.();
    else if (!way.onKey(event.key)) return;
    event.preventDefault();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys of the buttons inside
    <dialog
      ref={frame}
      class="present light"
      aria-label={say("present.title")}
      onKeyDown={press}
      onCancel={(event) => {
        event.preventDefault();
        end();
      }}
    >
      <header class="present-head">
        <h2 tabIndex={-1}>{way.slide?.title ?? boot.board.title}</h2>
        <span class="count figures">{way.slide && say("note.count", { count: way.slide.cards.length })}</span>
        {boot.workshop.example && <p class="present-part">{say("text.example")}</p>}
        {part && <p class="present-part">{say("now.part", { part: part.title })}</p>}
        <TimeLeft />
      </header>
      {way.slide ? (
        <SlideCards key={way.slide.id} slide={way.slide} page={way.page} onPages={way.setPages} />
      ) : (
        <p class="present-none">{say("present.none")}</p>
      )}
      <footer class="present-foot">
        <Steps slides={slides} way={way} />
        <JoinCode />
        {toggleFull && <FullScreen full={full} onToggle={toggleFull} />}
        <button type="button" class="button" onClick={end}>
          <Icon name="x" />
          <span>{say("present.end")}</span>
        </button>
      </footer>
      <p class="unseen" role="status">
        {way.slide && say("present.at", { title: way.slide.title, number: way.index + 1, count: slides.length })}
      </p>
    </dialog>
  );
}

/** A list of choices has its own arrow keys, a button its own Space, and Ctrl and its like belong to the browser. */
function isOfControl({ target, key, ctrlKey, altKey, metaKey }: KeyboardEvent): boolean {
  const { tagName } = target as HTMLElement;
  return ctrlKey || altKey || metaKey || tagName === "SELECT" || (key === " " && tagName === "BUTTON");
}

interface Way {
  readonly slide: Slide | undefined;
  readonly index: number;
  readonly page: number;
  readonly pages: number;
  setPages(count: number): void;
  /** A page further or back, over into the next slide or the one before. */
  go(step: 1 | -1): void;
  to(index: number): void;
  /** Whether the key was one that goes somewhere. */
  onKey(key: string): boolean;
}

/** Where one is: it holds on to its slide while others change, and to its number if that slide is gone. */
function useWay(slides: readonly Slide[], first: () => number): Way {
  const [at, setAt] = useState(() => {
    const index = first();
    return { id: slides[index]?.id, index, page: 0 };
  });
  const [pages, setPages] = useState(1);
  const found = slides.findIndex(({ id }) => id === at.id);
  const index = found === -1 ? Math.max(0, Math.min(at.index, slides.length - 1)) : found;
  const page = Math.min(at.page, pages - 1);
  const to = (wished: number, from = 0) => {
    const next = Math.max(0, Math.min(wished, slides.length - 1));
    setAt({ id: slides[next]?.id, index: next, page: from });
  };
  const go = (step: 1 | -1) => {
    const turned = page + step;
    if (turned >= 0 && turned < pages) setAt({ id: slides[index]?.id, index, page: turned });
    else if (slides[index + step]) to(index + step, step < 0 ? Infinity : 0);
  };
  const onKey = (key: string) => {
    if (NEXT.has(key)) go(1);
    else if (BACK.has(key)) go(-1);
    else if (key === "Home" || key === "End") to(key === "Home" ? 0 : slides.length - 1);
    else return false;
    return true;
  };
  return { slide: slides[index], index, page, pages, setPages, go, to, onKey };
}

/** Opens the dialog over everything, and reads from its heading on. */
function useOpened() {
  const frame = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const element = frame.current;
    if (element && !element.open) element.showModal();
    element?.querySelector("h2")?.focus();
    return () => element?.close();
  }, []);
  return frame;
}

function Steps({ slides, way }: { readonly slides: readonly Slide[]; readonly way: Way }) {
  const { say } = useDesk();
  const { index, page, pages } = way;
  if (slides.length === 0) return <span class="space" />;
  return (
    <div class="present-steps" role="group" aria-label={say("present.place")}>
      <button
        type="button"
        class="button icon-only"
        aria-label={say("present.back")}
        disabled={index === 0 && page === 0}
        onClick={() => way.go(-1)}
      >
        <Icon name="arrow-left" />
      </button>
      <button
        type="button"
        class="button icon-only"
        aria-label={say("present.next")}
        disabled={index === slides.length - 1 && page === pages - 1}
        onClick={() => way.go(1)}
      >
        <Icon name="arrow-right" />
      </button>
      <select
        aria-label={say("present.place")}
        value={String(index)}
        onChange={(event) => way.to(Number(event.currentTarget.value))}
      >
        {slides.map(({ id, title, cards }, i) => (
          <option key={id} value={String(i)}>
            {title} ({cards.length})
          </option>
        ))}
      </select>
      <span class="soft figures">
        {index + 1}/{slides.length}
        {pages > 1 && ` · ${say("present.page", { number: page + 1, count: pages })}`}
      </span>
    </div>
  );
}

function FullScreen({ full, onToggle }: { readonly full: boolean; readonly onToggle: () => void }) {
  const { say } = useDesk();
  return (
    <button type="button" class="button" aria-pressed={full} onClick={onToggle}>
      <Icon name="maximize" />
      <span>{say("present.full")}</span>
    </button>
  );
}

/** How to join stands there only for as long as somebody wants it to. */
function JoinCode() {
  const { invitation, say } = useDesk();
  const [shown, setShown] = useState(false);
  const invited = invitation.value;
  if (!invited) return null;
  const { code, join } = invited;
  return (
    <>
      {shown && (
        <p class="present-code">
          <b class="code">{codeInGroups(code)}</b> {join && <span>{join.replace(/^https?:\/\//, "")}</span>}
        </p>
      )}
      <button type="button" class="button" aria-pressed={shown} onClick={() => setShown(!shown)}>
        <Icon name="user-plus" />
        <span>{say("present.code")}</span>
      </button>
    </>
  );
}
