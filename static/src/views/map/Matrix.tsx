import type { Area, Strip } from "../../board/place";
import { useDesk } from "../../parts/desk";
import { domId } from "../../parts/dom-id";
import { AdderButton, AdderField } from "../../parts/shape/ZoneAdder";
import { Unplaced } from "./Unplaced";
import { stripWord } from "../../parts/wording";
import { ZoneBody } from "../../parts/ZoneBody";
import { LaneLabel, PhaseHead } from "./StripHead";

/** Phases across, lanes down. Read phase by phase: that is the order of the document, the grid only draws it. */
export function Matrix() {
  const desk = useDesk();
  const { say, folded } = desk;
  const { phases, lanes, unplaced } = desk.arrangement.value;
  const isFolded = (id: string) => folded.value.includes(id);
  const columns = phases.map(({ id }) => (isFolded(id) ? "var(--folded)" : "var(--phase)")).join(" ");
  const open = phases.filter(({ id }) => !isFolded(id)).length;
  const rows = lanes.map(({ id }) => (isFolded(id) ? "var(--folded)" : "auto")).join(" ");
  return (
    <div class="matrix-sheet">
      <div
        class="matrix"
        style={{
          gridTemplateColumns: `var(--lane) ${columns}`,
          gridTemplateRows: `auto ${rows}`,
          minWidth: `calc(var(--lane) + ${open} * var(--least) + ${phases.length - open} * var(--folded))`,
        }}
      >
        <div class="corner">
          <span>{stripWord(desk, "phase") || say("place.phase")}</span>
          <AdderButton axis="phase" look="head-button" brief />
          <AdderField axis="phase" onAdded={bringIntoSight} />
        </div>
        {lanes.map((lane, row) => (
          <LaneLabel key={lane.id} strip={lane} row={row} folded={isFolded(lane.id)} />
        ))}
        {phases.map((phase, column) => (
          <Phase key={phase.id} phase={phase} column={column} lanes={lanes} folded={isFolded(phase.id)} />
        ))}
      </div>
      <div class="add-strips">
        <AdderButton axis="lane" look="button quiet small" />
        <AdderField axis="lane" onAdded={bringIntoSight} />
      </div>
      <Unplaced area={unplaced} />
    </div>
  );
}

/** A new phase or lane comes after all others. */
function bringIntoSight(zone: string): void {
  requestAnimationFrame(() => {
    document
      .querySelector(`[data-strip="${CSS.escape(zone)}"]`)
      ?.scrollIntoView({ block: "nearest", inline: "nearest" });
  });
}

interface PhaseProps {
  readonly phase: Strip;
  readonly column: number;
  readonly lanes: readonly Strip[];
  readonly folded: boolean;
}

function Phase({ phase, column, lanes, folded }: PhaseProps) {
  const hidden = useDesk().folded.value;
  return (
    <section class="phase" aria-labelledby={domId(phase.id)}>
      <PhaseHead strip={phase} column={column} folded={folded} />
      {phase.cells.map((area) => {
        const row = lanes.findIndex(({ id }) => id === area.lane);
        const isHidden = folded || hidden.includes(area.lane ?? "");
        return <Cell key={area.id} area={area} column={column} row={row} hidden={isHidden} lane={lanes[row]} />;
      })}
    </section>
  );
}

interface CellProps {
  readonly area: Area;
  readonly column: number;
  readonly row: number;
  readonly hidden: boolean;
  readonly lane: Strip | undefined;
}

function Cell({ area, column, row, hidden, lane }: CellProps) {
  const { over, say } = useDesk();
  const lit = over.value?.zone === area.id;
  return (
    <div
      class={["cell", lit && "lit", hidden && "folded", lane?.zone.line && "lined"].filter(Boolean).join(" ")}
      data-zone={area.id}
      style={{ gridColumn: column + 2, gridRow: row + 2 }}
    >
      <h4 class="unseen">{lane?.title}</h4>
      {hidden ? (
        <p class="cell-count figures">
          {area.notes.length || ""}
          <span class="unseen"> {say("note.count", { count: area.notes.length })}</span>
        </p>
      ) : (
        <ZoneBody area={area} folds />
      )}
    </div>
  );
}
