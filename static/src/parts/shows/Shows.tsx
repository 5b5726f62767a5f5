import type { ComponentChildren } from "preact";

import { useDesk } from "../desk";
import { goToNote } from "../go-to";
import { Icon } from "../Icon";
import { nameOf } from "../wording";
import { notesBehind } from "./behind";
import { headline } from "./headline";
import { usePlots } from "./usePlots";
import { useShowing } from "./useShowing";

/** What the map shows, and which of the method's questions it cannot answer yet. */
export function Shows() {
  const desk = useDesk();
  const { say, language } = desk;
  const { showing, failed, again } = useShowing(desk);
  const Plots = usePlots(showing);
  const open = showing?.questions.filter(({ answered }) => !answered) ?? [];
  const answered = showing?.questions.filter((question) => question.answered) ?? [];
  return (
    <div class="shows">
      {failed !== null && (
        <p class="error" role="alert">
          {failed || say("people.failed")}{" "}
          <button type="button" class="button small" onClick={again}>
            {say("app.again")}
          </button>
        </p>
      )}
      {showing?.insights.length === 0 && <p class="soft">{say(answered.length > 0 ? "shows.calm" : "shows.none")}</p>}
      {showing && showing.insights.length > 0 && (
        <ul class="told">
          {numbered(showing.insights).map(([id, { text, notes }]) => (
            <li key={id}>
              <Finding text={text[language] ?? ""} ids={notes} />
            </li>
          ))}
        </ul>
      )}
      {showing && showing.plots.length > 0 && Plots && <Plots plots={showing.plots} />}
      {open.length > 0 && (
        <section>
          <h3>{say("shows.open")}</h3>
          <ul class="open-questions">
            {open.map(({ key, text }) => (
              <li key={key}>{text[language]}</li>
            ))}
          </ul>
        </section>
      )}
      {answered.length > 0 && (
        <section>
          <h3>
            {say("shows.answered")}{" "}
            <span class="soft figures">
              {answered.length}/{answered.length + open.length}
            </span>
          </h3>
          <ul class="told">
            {answered.map(({ key, text, by }) => (
              <li key={key}>
                <Behind ids={by}>{text[language]}</Behind>
              </li>
            ))}
          </ul>
        </section>
      )}
      {showing && <p class="hint">{say("shows.what")}</p>}
    </div>
  );
}

/** What it says stands out from what that is made of. */
function Finding({ text, ids }: { readonly text: string; readonly ids: readonly string[] }) {
  const [head, rest] = headline(text);
  return (
    <Behind ids={ids}>
      <b>{head}</b>
      {rest}
    </Behind>
  );
}

/** A sentence that opens onto the notes that it rests on. */
function Behind({ ids, children }: { readonly ids: readonly string[]; readonly children: ComponentChildren }) {
  const desk = useDesk();
  const notes = notesBehind(desk.store.items.value, ids);
  if (notes.length === 0) return <p class="behind">{children}</p>;
  return (
    <details class="behind">
      <summary>
        <span>
          {children} <span class="soft">{desk.say("note.count", { count: notes.length })}</span>
        </span>
        <Icon name="chevron-down" />
      </summary>
      <ul>
        {notes.map((note) => (
          <li key={note.id}>
            <button
              type="button"
              class="result-text"
              onClick={() => {
                desk.dialog.value = null;
                goToNote(desk, note);
              }}
            >
              {note.text}
              <span class="soft">{nameOf(desk, desk.arrangement.value.areaOf(note))}</span>
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Each with a name that stays its own while others come and go: there may be one insight for each ballot. */
function numbered<T extends { readonly key: string }>(all: readonly T[]): (readonly [string, T])[] {
  const seen = new Map<string, number>();
  return all.map((each) => {
    const before = seen.get(each.key) ?? 0;
    seen.set(each.key, before + 1);
    return [`${each.key}/${before}`, each] as const;
  });
}
