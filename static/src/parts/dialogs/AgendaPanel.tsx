import { useEffect, useRef } from "preact/hooks";

import type { Part } from "../../board/floor";
import { begin } from "../coming";
import { useDesk } from "../desk";
import { coming, shapeOf } from "../floor/leading";
import { Icon } from "../Icon";
import { isLeading } from "../may";
import { Modal } from "../Modal";
import { Told } from "../Told";

/** All parts of the agenda; those who lead go to one from here. `part`: the one that is open at first. */
export function AgendaPanel({ part }: { readonly part: string | undefined }) {
  const { floor, say } = useDesk();
  const first = part ?? floor.current.value?.id;
  return (
    <Modal title={say("agenda.title")} side>
      <ol class="agenda">
        {floor.parts.value.map((each) => (
          <Row key={each.id} part={each} isFirst={each.id === first} />
        ))}
      </ol>
    </Modal>
  );
}

function Row({ part, isFirst }: { readonly part: Part; readonly isFirst: boolean }) {
  const desk = useDesk();
  const { boot, say } = desk;
  const row = useRef<HTMLLIElement>(null);
  const { number, title, stage } = part;
  const boards = boot.boards.filter(({ id }) => part.boards.includes(id));
  useEffect(() => {
    if (isFirst) row.current?.scrollIntoView({ block: "nearest" });
  }, []);
  return (
    <li ref={row} aria-current={stage === "current" ? "step" : undefined}>
      <details open={isFirst}>
        <summary>
          <span class={`rail-part ${stage}`} aria-hidden="true">
            {stage === "done" ? <Icon name="check" /> : number}
          </span>
          <span class="agenda-title">
            <b>
              <span class="unseen">{number}. </span>
              <Told text={title} language={part.tongues.title} />
            </b>
            <span class="hint">
              {[shapeOf(desk, part), ...(stage === "coming" ? [] : [say(`agenda.${stage}`)])].join(" · ")}
            </span>
          </span>
        </summary>
        <div class="agenda-body">
          {part.instruction && (
            <p>
              <Told text={part.instruction} language={part.tongues.instruction} />
            </p>
          )}
          {boards.length > 0 && (
            <ul class="plain">
              {boards.map(({ id, title: board, url }) => (
                <li key={id}>{id === boot.board.id ? say("agenda.here", { board }) : <a href={url}>{board}</a>}</li>
              ))}
            </ul>
          )}
          {isLeading(desk) && <Go part={part} />}
        </div>
      </details>
    </li>
  );
}

function Go({ part }: { readonly part: Part }) {
  const desk = useDesk();
  const { board, say } = desk;
  if (board.value?.ended === true) return null;
  const word = say(part.stage === "current" ? "agenda.again" : "agenda.go");
  return (
    <p class="apart">
      <button
        type="button"
        class="button"
        aria-label={`${word}: ${part.title}`}
        onClick={() => begin(desk, coming(desk, part))}
      >
        {word}
        <Icon name="chevron-right" />
      </button>
    </p>
  );
}
