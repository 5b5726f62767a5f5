import { useComputed } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";

import type { Note, Zone } from "../../board/items";
import { Alternatives } from "../../parts/Alternatives";
import { BehalfFact } from "../../parts/behalf/BehalfFact";
import { chosenAfter } from "../../parts/chosen";
import { openComments } from "../../parts/comments/commenting";
import { useDesk } from "../../parts/desk";
import type { Desk } from "../../parts/desk";
import { domId } from "../../parts/dom-id";
import { Hyphenated } from "../../parts/Hyphenated";
import { Icon } from "../../parts/Icon";
import { MergedFact } from "../../parts/merged/MergedFact";
import { NoteEditor } from "../../parts/NoteEditor";
import { HowItStands } from "../../parts/NoteFacts";
import { NoteText } from "../../parts/NoteText";
import { NotePicture } from "../../parts/pictures/NotePicture";
import { ofNote } from "../../parts/refused";
import { RefusedStrip } from "../../parts/RefusedStrip";
import { VoteRow } from "../../parts/VoteRow";
import { isVotedOn } from "../../parts/voting";
import { excerpt, kindOf } from "../../parts/wording";
import { CellEditor } from "./CellEditor";
import { CHOICE, TEXT } from "./columns";
import type { Cell, Column } from "./columns";
import { onRowKey } from "./row-keys";
import { cellName } from "./useGrid";
import type { At, Grid } from "./useGrid";
import type { Cells } from "./useCells";

interface TableRowProps {
  readonly note: Note;
  readonly zone: Zone;
  readonly all: readonly Column[];
  readonly shown: readonly Column[];
  /** Of all columns. */
  readonly cells: Cells;
  readonly index: number;
  readonly grid: Grid;
}

/** A note as a row. It is drawn anew only when something that it says has changed, or the focus comes or goes. */
export function TableRow({ note, zone, all, shown, cells, index, grid }: TableRowProps) {
  const { inHand } = useDesk();
  const isChosen = useComputed(() => inHand.value.has(note.id)).value;
  const here = useComputed(() => (grid.at.value.row === note.id ? grid.at.value.column : null)).value;
  const isChanging = useComputed(() => grid.isChanging.value && grid.at.value.row === note.id).value;
  const cellAt = (column: Column) => cells[all.indexOf(column)];
  return (
    <tr aria-rowindex={index} aria-selected={isChosen} class={note.out ? "left-out" : undefined} data-zone={zone.id}>
      <Choice note={note} isChosen={isChosen} isHere={here === CHOICE} grid={grid} />
      {shown.map((column, x) => {
        const cell = cellAt(column);
        if (!cell) return null;
        const isHere = here === column.key;
        const props = { note, zone, column, cell, index: x + 2, isHere, isChanging: isHere && isChanging, grid };
        return column.key === TEXT ? <Text key={TEXT} {...props} /> : <Box key={column.key} {...props} />;
      })}
    </tr>
  );
}

interface ChoiceProps {
  readonly note: Note;
  readonly isChosen: boolean;
  readonly isHere: boolean;
  readonly grid: Grid;
}

function Choice({ note, isChosen, isHere, grid }: ChoiceProps) {
  const desk = useDesk();
  const at = { row: note.id, column: CHOICE };
  const choose = () => (desk.inHand.value = chosenAfter(desk.inHand.peek(), note.id, true));
  return (
    <td class="choice-cell" aria-colindex={1}>
      <label>
        <input
          type="checkbox"
          data-cell={cellName(at)}
          tabIndex={isHere ? 0 : -1}
          aria-label={desk.say("several.check", { text: excerpt(note.text) })}
          checked={isChosen}
          onFocus={() => grid.arrive(at)}
          onChange={choose}
          onKeyDown={(event) => {
            if (event.key === " ") return;
            const pressed = { note, column: { key: CHOICE, title: "" }, cell: NONE, begin: choose };
            if (onRowKey(event, desk, grid, pressed)) settle(event);
          }}
        />
      </label>
    </td>
  );
}

const NONE: Cell = { text: "", rank: null, from: "fixed" };

interface BoxProps {
  readonly note: Note;
  readonly zone: Zone;
  readonly column: Column;
  readonly cell: Cell;
  readonly index: number;
  readonly isHere: boolean;
  readonly isChanging: boolean;
  readonly grid: Grid;
}

/** What every cell does with keys and presses: the first press comes to it, the second one changes it. */
function useBox({ note, column, cell, index, isHere, isChanging, grid }: BoxProps, begin: () => void) {
  const desk = useDesk();
  const wasHere = useRef(false);
  const at: At = { row: note.id, column: column.key };
  return {
    "data-cell": cellName(at),
    tabIndex: isHere && !isChanging ? 0 : -1,
    "aria-colindex": index,
    "aria-readonly": cell.from !== "own" && cell.from !== "opens",
    onFocus: () => grid.arrive(at),
    onPointerDown: () => (wasHere.current = isHere),
    onClick: (event: MouseEvent) => {
      if (isChanging || (event.target as Element).closest("button, a, input, textarea, select, label")) return;
      if (wasHere.current) begin();
      else grid.go(at);
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (isChanging) whileChanging(event, grid);
      else if (event.target === event.currentTarget && onRowKey(event, desk, grid, { note, column, cell, begin }))
        settle(event);
    },
  };
}

/** What the note says, written as on any other view; and how it stands. */
function Text(props: BoxProps) {
  const desk = useDesk();
  const { note, cell, isHere, grid } = props;
  const isWriting = useComputed(() => desk.writing.value === note.id).value;
  const begin = () => (cell.from === "own" ? (desk.writing.value = note.id) : sayWhyNot(desk, cell));
  const box = useBox({ ...props, isChanging: isWriting }, begin);
  useLayoutEffect(() => {
    if (isWriting) grid.arrive({ row: note.id, column: TEXT });
  }, [isWriting]);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the cells of a grid have keys
    <th
      scope="row"
      {...box}
      class={cell.from === "own" ? "text" : "text told"}
      data-note={note.id}
      onKeyDown={(event) => isWriting || box.onKeyDown(event)}
    >
      {isWriting && <NoteEditor note={note} />}
      {!isWriting && note.erased && <p class="note-text erased">{desk.say("note.erased")}</p>}
      {!isWriting && !note.erased && <NoteText note={note} id={`${domId(note.id)}-text`} reachable={isHere} />}
      {note.picture && <NotePicture note={note} reachable={isHere} />}
      <HowItStands note={note}>
        {note.merged && <MergedFact note={note} full />}
        {note.voices && <BehalfFact note={note} />}
      </HowItStands>
      {note.alternatives && <Alternatives note={note} reachable={isHere} />}
      {ofNote(desk.store.refusals.value, note.id).map((refused) => (
        <RefusedStrip key={refused.op} refused={refused} beside />
      ))}
    </th>
  );
}

function Box(props: BoxProps) {
  const desk = useDesk();
  const { note, zone, column, cell, isChanging, grid } = props;
  const isVoted = column.key === "=votes" && isOpenTo(desk, zone);
  const begin = () => {
    if (isVoted || cell.from === "own") grid.change({ row: note.id, column: column.key });
    else if (column.key === "=comments") openComments(desk, note.id);
    else if (column.key === "=links" && cell.from === "opens") desk.dialog.value = { name: "link", from: note.id };
    else sayWhyNot(desk, cell);
  };
  const box = useBox(props, begin);
  return (
    <td
      {...box}
      class={cell.from === "none" ? "none" : cell.from === "own" || isVoted ? undefined : "told"}
      onFocusOut={(event) => {
        const stays = event.currentTarget.contains(event.relatedTarget as Node | null);
        if (isChanging && !stays) grid.leave(false);
      }}
    >
      {isVoted && <Votes {...props} />}
      {!isVoted && isChanging && <CellEditor note={note} column={column} />}
      {!isVoted && !isChanging && cell.text && (
        <div class={column.key === "=kind" ? "cell-text of-kind" : "cell-text"}>
          {column.key === "=kind" && <KindIcon kind={note.kind} />}
          <Hyphenated text={cell.text} lang={desk.language} />
        </div>
      )}
    </td>
  );
}

function KindIcon({ kind }: { readonly kind: string }) {
  const found = kindOf(useDesk(), kind);
  return found ? (
    <span class={`kind-icon tint-${found.tint}`}>
      <Icon name={found.icon} />
    </span>
  ) : null;
}

/** The votes that one gives: in reach of keys while the cell is changed; V works without. */
function Votes({ note, isChanging }: BoxProps) {
  const frame = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (isChanging) frame.current?.querySelector<HTMLElement>("button")?.focus();
  }, [isChanging]);
  return (
    <div ref={frame}>
      <VoteRow target={note.id} text={note.text} reachable={isChanging} />
    </div>
  );
}

function isOpenTo({ voting }: Desk, zone: Zone): boolean {
  return voting.value.open !== undefined && isVotedOn(voting.value.open, zone);
}

function sayWhyNot({ tell, say }: Desk, { from }: Cell): void {
  tell(say(from === "place" ? "table.byplace" : "table.fixed"));
}

/** Escape and Enter leave the cell, the focus on it; on a button Enter presses it. */
function whileChanging(event: KeyboardEvent, grid: Grid): void {
  const isButton = (event.target as Element).matches("button");
  if (event.isComposing || (event.key !== "Escape" && (event.key !== "Enter" || event.shiftKey || isButton))) return;
  settle(event);
  (event.target as HTMLElement).blur();
  grid.leave(true);
}

function settle(event: KeyboardEvent): void {
  event.preventDefault();
  event.stopPropagation();
}
