import { useState } from "preact/hooks";

import { openBallot } from "../acts";
import type { BallotDraft } from "../acts";
import { ballotEnd, begin } from "../coming";
import { useDesk } from "../desk";
import { Turnout } from "../Turnout";
import { nameOf } from "../wording";
import { SelectField, TextField } from "./Field";

const MOST_VOTES = 20;

/** Opening a ballot, ending it, and the ones before. */
export function BallotControl() {
  const desk = useDesk();
  const { say, store, board } = desk;
  const { open, ended } = desk.voting.value;
  if (board.value?.ended && ended.length === 0) return null;
  return (
    <section class="control">
      <h3>{say("control.ballot")}</h3>
      {open && (
        <>
          <p>{say("control.ballot.open", { title: open.title })}</p>
          <div class="apart">
            <p class="hint">{say("control.ballot.end.what")}</p>
            <button type="button" class="button main" onClick={() => begin(desk, ballotEnd(desk, open))}>
              {say("control.ballot.end")}
            </button>
          </div>
        </>
      )}
      {!open && store.mode.value === "silent" && <p class="hint">{say("control.ballot.silent")}</p>}
      {!open && store.mode.value !== "silent" && !board.value?.ended && <BallotForm />}
      {ended.length > 0 && (
        <>
          <h4>{say("control.ballot.past")}</h4>
          <ul class="plain">
            {ended.map((ballot) => (
              <li key={ballot.id}>
                {ballot.title}
                <p class="hint">
                  <Turnout ballot={ballot} />
                  {ballot.brought && <> · {say("results.brought")}</>}
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function BallotForm() {
  const desk = useDesk();
  const { say, arrangement } = desk;
  const [draft, setDraft] = useState<BallotDraft>({
    title: say("control.ballot.title.first"),
    each: 3,
    per_note: 1,
    over: "notes",
    zones: [],
  });
  const set = (part: Partial<BallotDraft>) => setDraft({ ...draft, ...part });
  const { lanes, zones } = arrangement.value;
  const among =
    lanes.length > 0
      ? lanes.map(({ id, title }) => ({ id, title }))
      : zones.map((area) => ({ id: area.id, title: nameOf(desk, area) }));
  const where = draft.over === "clusters" ? "clusters" : (draft.zones[0] ?? "all");
  return (
    <form
      class="ballot-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (draft.title.trim()) openBallot(desk, { ...draft, title: draft.title.trim() });
      }}
    >
      <TextField
        label={say("control.ballot.title")}
        value={draft.title}
        onChange={(title) => set({ title })}
        input={{ maxLength: 200, required: true }}
      />
      <SelectField
        label={say("control.ballot.where")}
        value={where}
        onChange={(value) => set({ over: value === "clusters" ? "clusters" : "notes", zones: zonesFor(value) })}
      >
        <option value="all">{say("control.ballot.all")}</option>
        {among.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
        <option value="clusters">{say("control.ballot.clusters")}</option>
      </SelectField>
      <div class="field-pair">
        <Count label={say("control.ballot.each")} value={draft.each} onChange={(each) => set({ each })} />
        <Count
          label={say("control.ballot.per_note")}
          value={draft.per_note}
          onChange={(per_note) => set({ per_note })}
        />
      </div>
      <p class="hint">{say("control.ballot.begin.what")}</p>
      <button type="submit" class="button main">
        {say("control.ballot.begin")}
      </button>
    </form>
  );
}

function zonesFor(value: string): readonly string[] {
  return value === "all" || value === "clusters" ? [] : [value];
}

interface CountProps {
  readonly label: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
}

function Count({ label, value, onChange }: CountProps) {
  return (
    <TextField
      label={label}
      value={String(value)}
      onChange={(text) => onChange(Math.min(MOST_VOTES, Math.max(1, Math.round(Number(text)) || 1)))}
      input={{ type: "number", min: 1, max: MOST_VOTES }}
    />
  );
}
