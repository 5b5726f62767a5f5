import { useState } from "preact/hooks";

import { ask } from "../ask";
import { useDesk } from "../desk";
import { SelectField } from "../dialogs/Field";
import { workshopUrl } from "./everybody";
import type { Everybody } from "./everybody";

interface SpellingsProps {
  readonly all: Everybody;
  readonly again: () => Promise<void>;
}

/** Two ways of writing one organisation become one. */
export function Spellings({ all, again }: SpellingsProps) {
  const { boot, say, tell } = useDesk();
  const spelled = [...new Set(all.people.filter(({ id }) => id.startsWith("p:")).map((each) => each.organisation))]
    .filter(Boolean)
    .toSorted(new Intl.Collator(boot.language).compare);
  const [chosen, setChosen] = useState<{ readonly dropped?: string; readonly kept?: string }>({});
  const [refused, setRefused] = useState("");
  if (spelled.length < 2) return null;
  const dropped = spelled.find((each) => each === chosen.dropped) ?? spelled[0] ?? "";
  const kept = spelled.find((each) => each === chosen.kept) ?? spelled[1] ?? "";
  const merge = async () => {
    const answer = await ask<unknown>(boot, "POST", workshopUrl(boot, "organisations/merge"), { dropped, kept });
    setRefused("got" in answer ? "" : answer.message || say("people.failed"));
    if ("got" in answer) tell(say("spell.done", { kept }));
    await again();
  };
  return (
    <details class="control">
      <summary>{say("spell.title")}</summary>
      <form
        class="dialog-form"
        onSubmit={(event) => {
          event.preventDefault();
          void merge();
        }}
      >
        {(["dropped", "kept"] as const).map((which) => (
          <SelectField
            key={which}
            label={say(`spell.${which}`)}
            value={which === "kept" ? kept : dropped}
            onChange={(value) => setChosen({ ...chosen, [which]: value })}
          >
            {spelled.map((each) => (
              <option key={each}>{each}</option>
            ))}
          </SelectField>
        ))}
        <p class="hint">{say("spell.what")}</p>
        {refused && (
          <p class="error" role="alert">
            {refused}
          </p>
        )}
        <button type="submit" class="button small">
          {say("spell.do")}
        </button>
      </form>
    </details>
  );
}
