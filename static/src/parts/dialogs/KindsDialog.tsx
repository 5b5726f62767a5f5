import { useLayoutEffect, useRef, useState } from "preact/hooks";

import type { OwnKinds } from "../../board/method";
import { setKinds } from "../acts";
import { useDesk } from "../desk";
import type { Desk } from "../desk";
import { Icon } from "../Icon";
import { Modal } from "../Modal";
import { isSend } from "../typing";
import { inWords } from "../wording";
import { DialogForm } from "./DialogForm";
import { areAlike, kindsFrom, newRow, rowOf } from "./kind-rows";
import type { KindRow } from "./kind-rows";

const LONGEST = 40;

/** Which kinds of note there are: each with its icon and its word, those of their own with a name that may change. */
export function KindsDialog() {
  const desk = useDesk();
  const { own_kinds: own } = desk.boot.method;
  return (
    <Modal title={desk.say("control.kinds")} side>
      {own && <KindsForm own={own} />}
    </Modal>
  );
}

function KindsForm({ own }: { readonly own: OwnKinds }) {
  const desk = useDesk();
  const { say } = desk;
  const { rows, list, add, change, remove } = useRows(desk, own);
  const kinds = kindsFrom(desk, rows);
  const [before] = useState(() => JSON.stringify(kinds));
  const save = () => {
    if (JSON.stringify(kinds) !== before) setKinds(desk, kinds);
  };
  const alike = areAlike(desk, kinds);
  const isFull = rows.length >= own.most;
  const left = desk.boot.method.kinds.filter(({ key }) => rows.every((row) => row.key !== key));
  // Whoever has written a name goes on to the next; on an empty one Enter saves.
  const goOn = (event: KeyboardEvent, row: KindRow) => {
    if (!isSend(event) || isFull || row.title.trim() === "") return;
    event.preventDefault();
    add(newRow(own, rows));
  };
  return (
    <DialogForm word={say("app.save")} may={kinds.length > 0 && !alike} onDone={save}>
      <p class="hint">{say("kinds.what")}</p>
      <ul class="kind-rows" ref={list}>
        {rows.map((row) => (
          <Row key={row.key} row={row} onChange={change} onRemove={remove} onKeyDown={goOn} />
        ))}
      </ul>
      <p class="row">
        {!isFull && (
          <button type="button" class="button small" data-own onClick={() => add(newRow(own, rows))}>
            <Icon name="plus" />
            {say("kinds.own")}
          </button>
        )}
        {!isFull &&
          left.map((kind) => (
            <button
              key={kind.key}
              type="button"
              class="button small"
              aria-label={say("kinds.again", { kind: inWords(desk, kind.title) })}
              onClick={() => add(rowOf(desk, kind))}
            >
              <Icon name="plus" />
              {inWords(desk, kind.title)}
            </button>
          ))}
      </p>
      <p class={alike ? "error" : "hint"} role="status">
        {alike ? say("kinds.same") : isFull ? say("kinds.most", { most: own.most }) : ""}
        {kinds.length === 0 && say("kinds.none")}
      </p>
    </DialogForm>
  );
}

interface RowProps {
  readonly row: KindRow;
  readonly onChange: (key: string, title: string) => void;
  readonly onRemove: (key: string) => void;
  readonly onKeyDown: (event: KeyboardEvent, row: KindRow) => void;
}

function Row({ row, onChange, onRemove, onKeyDown }: RowProps) {
  const desk = useDesk();
  const { say } = desk;
  const { key, title, tint, icon, isOwn } = row;
  const count = desk.latest.value.areas.flatMap(({ notes }) => notes.filter(({ kind }) => kind === key)).length;
  return (
    <li class={`kind-row tint-${tint}`}>
      <Icon name={icon} />
      {isOwn ? (
        <input
          type="text"
          aria-label={say("kinds.name")}
          maxLength={LONGEST}
          value={title}
          onInput={(event) => onChange(key, event.currentTarget.value)}
          onKeyDown={(event) => onKeyDown(event, row)}
        />
      ) : (
        <b>{title}</b>
      )}
      {count > 0 && <span class="kind-count">{say("note.count", { count })}</span>}
      <button
        type="button"
        class="button quiet icon-only"
        aria-label={say("kinds.remove", { kind: title.trim() || say("kinds.unnamed") })}
        onClick={() => onRemove(key)}
      >
        <Icon name="x" />
      </button>
    </li>
  );
}

/** The rows, with the focus where the hand goes on: in a new name, or where the row was that went. */
function useRows(desk: Desk, own: OwnKinds) {
  const [rows, setRows] = useState(() => desk.kinds.peek().chosen.map((kind) => rowOf(desk, kind)));
  const list = useRef<HTMLUListElement>(null);
  const next = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (next.current === null) return;
    const row = list.current?.children[Math.min(next.current, rows.length - 1)];
    next.current = null;
    (row?.querySelector<HTMLElement>("input, button") ?? addButton(list.current))?.focus();
  }, [rows]);
  return {
    rows,
    list,
    add: (row: KindRow) => {
      if (rows.length >= own.most) return;
      next.current = rows.length;
      setRows([...rows, row]);
    },
    change: (key: string, title: string) => setRows(rows.map((row) => (row.key === key ? { ...row, title } : row))),
    remove: (key: string) => {
      next.current = rows.findIndex((row) => row.key === key);
      setRows(rows.filter((row) => row.key !== key));
    },
  };
}

function addButton(list: HTMLElement | null): HTMLElement | null {
  return list?.closest("form")?.querySelector<HTMLElement>("[data-own]") ?? null;
}
