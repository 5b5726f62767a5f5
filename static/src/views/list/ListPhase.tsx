import type { Area, Strip } from "../../board/place";
import { useDesk } from "../../parts/desk";
import { Icon } from "../../parts/Icon";
import { countOf } from "../../parts/left";
import { mayAdd } from "../../parts/may";
import { domId } from "../../parts/dom-id";
import { EditButton } from "../../parts/shape/EditButton";
import { ZoneNamer } from "../../parts/shape/ZoneNamer";
import { ofZone } from "../../parts/refused";
import { ShowWaiting } from "../../parts/ShowWaiting";
import { useNarrow } from "../../parts/useNarrow";
import { inWords, kindsIn } from "../../parts/wording";
import { ZoneBody } from "../../parts/ZoneBody";
import { Count } from "../map/StripHead";

interface ListPhaseProps {
  readonly phase: Strip;
  /** Only this lane, or all (null). */
  readonly lane: string | null;
}

/** A phase with its lanes under it; lanes that are still empty share one line. */
export function ListPhase({ phase, lane }: ListPhaseProps) {
  const desk = useDesk();
  const { store, composing } = desk;
  const cells = phase.cells.filter((cell) => lane === null || cell.lane === lane);
  const isOpen = (cell: Area) =>
    cell.notes.length > 0 ||
    cells.length === 1 ||
    composing.value === cell.id ||
    ofZone(store.refusals.value, cell.id).length > 0;
  const empty = cells.filter((cell) => !isOpen(cell));
  return (
    <section class="list-phase" aria-labelledby={`list-${domId(phase.id)}`}>
      <div class="list-head">
        <h3 id={`list-${domId(phase.id)}`}>{phase.title}</h3>
        <Count count={cells.reduce((sum, { notes }) => sum + countOf(desk, notes), 0)} />
        <EditButton zone={phase.zone} title={phase.title} />
        <ShowWaiting zones={empty.map(({ id }) => id)} at={phase.title} />
      </div>
      <ZoneNamer zone={phase.id} />
      {phase.hint && <p class="zone-hint">{phase.hint}</p>}
      {cells.filter(isOpen).map((cell) => (
        <ListCell key={cell.id} cell={cell} />
      ))}
      <EmptyLanes cells={empty} />
    </section>
  );
}

function ListCell({ cell }: { readonly cell: Area }) {
  const desk = useDesk();
  const kinds = kindsIn(desk, cell);
  const lit = desk.over.value?.zone === cell.id;
  const line = desk.arrangement.value.lanes.find(({ id }) => id === cell.lane)?.zone.line;
  return (
    <div class={lit ? "list-cell lit" : "list-cell"} data-zone={cell.id}>
      {line && <p class="lane-line">{inWords(desk, line)}</p>}
      <div class="list-cell-head">
        <h4>
          {kinds.length === 1 && kinds[0] && <Icon name={kinds[0].icon} />}
          {laneTitle(desk.arrangement.value.lanes, cell)}
          <Count count={countOf(desk, cell.notes)} />
        </h4>
        <ShowWaiting zones={[cell.id]} at={cell.title} />
      </div>
      <ZoneBody area={cell} worded />
    </div>
  );
}

function EmptyLanes({ cells }: { readonly cells: readonly Area[] }) {
  const desk = useDesk();
  const { say, composing, arrangement } = desk;
  const narrow = useNarrow();
  if (cells.length === 0) return null;
  const titles = cells.map((cell) => ({ cell, title: laneTitle(arrangement.value.lanes, cell) }));
  if (!mayAdd(desk) || narrow) {
    return (
      <p class="soft empty-lanes">{say("place.emptyones", { zones: titles.map(({ title }) => title).join(", ") })}</p>
    );
  }
  return (
    <p class="empty-lanes">
      <span class="soft">{say("place.emptyones", { zones: "" })}</span>
      {titles.map(({ cell, title }) => (
        <button
          key={cell.id}
          type="button"
          class="empty-lane"
          data-zone={cell.id}
          aria-label={say("note.add", { zone: `${title} · ${cell.title}` })}
          onClick={() => {
            composing.value = cell.id;
          }}
        >
          <Icon name="plus" />
          {title}
        </button>
      ))}
    </p>
  );
}

function laneTitle(lanes: readonly Strip[], cell: Area): string {
  return lanes.find(({ id }) => id === cell.lane)?.title ?? cell.title;
}
