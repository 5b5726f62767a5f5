import { useState } from "preact/hooks";

import { isCluster } from "../../board/items";
import type { Ballot } from "../../board/items";
import { resultsOf } from "../../board/results";
import type { Result } from "../../board/results";
import { useDesk } from "../desk";
import { goToNote } from "../go-to";
import { Modal } from "../Modal";
import { Turnout } from "../Turnout";
import { nameOf } from "../wording";
import { SelectField } from "./Field";

/** After a ballot: its notes or themes in order of votes, those with as many side by side in rank. */
export function ResultsPanel() {
  const desk = useDesk();
  const { say } = desk;
  const ended = desk.voting.value.ended.toReversed();
  const [chosen, setChosen] = useState<string | null>(null);
  const ballot = ended.find(({ id }) => id === chosen) ?? ended[0];
  return (
    <Modal title={say("results.title")} side>
      {ended.length > 1 && ballot && (
        <SelectField label={say("results.ballot")} value={ballot.id} onChange={setChosen}>
          {ended.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </SelectField>
      )}
      {ballot ? <Results ballot={ballot} /> : <p>{say("results.none")}</p>}
    </Modal>
  );
}

function Results({ ballot }: { readonly ballot: Ballot }) {
  const desk = useDesk();
  const { say, store, arrangement } = desk;
  const reading = arrangement.value.areas.flatMap(({ notes }) => notes.map(({ id }) => id));
  const results = resultsOf(ballot, store.items.value, reading);
  return (
    <section aria-label={ballot.title}>
      <h3>{ballot.title}</h3>
      <p class="hint">
        <Turnout ballot={ballot} />
        {ballot.brought && <> · {say("results.brought")}</>}
      </p>
      {results.length === 0 && <p>{say("results.novotes")}</p>}
      <ol class="results">
        {results.map((result) => (
          <Place key={result.item.id} result={result} />
        ))}
      </ol>
    </section>
  );
}

function Place({ result: { item, votes, rank, isTied } }: { readonly result: Result }) {
  const desk = useDesk();
  const { say, arrangement } = desk;
  return (
    <li>
      <span class="rank figures">
        <span aria-hidden="true">{rank}.</span>
        <span class="unseen">{say(isTied ? "results.tied" : "results.rank", { rank })}</span>
      </span>
      {isCluster(item) ? (
        <span class="result-text">
          {item.title}
          <span class="soft">{say("note.count", { count: item.notes.length })}</span>
        </span>
      ) : (
        <button
          type="button"
          class="result-text"
          onClick={() => {
            desk.dialog.value = null;
            goToNote(desk, item);
          }}
        >
          {item.text}
          <span class="soft">{nameOf(desk, arrangement.value.areaOf(item))}</span>
        </button>
      )}
      <b class="figures">
        {say("note.votes", { count: votes })}
        {isTied && <span class="soft tied">{say("results.shared")}</span>}
      </b>
    </li>
  );
}
