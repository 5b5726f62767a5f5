import { useState } from "preact/hooks";

import { isCluster, isNote } from "../../board/items";
import type { Cluster } from "../../board/items";
import { clustersOf, mergeClusters, splitCluster } from "../acts";
import { useDesk } from "../desk";
import { Modal } from "../Modal";
import { excerpt } from "../wording";
import { DialogForm } from "./DialogForm";
import { TextField } from "./Field";

interface ClusterProps {
  readonly cluster: string;
}

/** Making one theme of several: the others go into this one, and it keeps or gets a name. */
export function ClusterMerge({ cluster: id }: ClusterProps) {
  const desk = useDesk();
  const { say } = desk;
  const cluster = useCluster(id);
  const [title, setTitle] = useState(cluster?.title ?? "");
  const [chosen, setChosen] = useState<readonly string[]>([]);
  if (!cluster) return null;
  const others = clustersOf(desk).filter((each) => each.id !== id);
  const there = chosen.filter((each) => others.some((other) => other.id === each));
  return (
    <Modal title={say("cluster.merge.title", { title: cluster.title })}>
      <DialogForm
        word={say("cluster.merge.do")}
        may={there.length > 0 && title.trim() !== ""}
        onDone={() => {
          mergeClusters(desk, cluster, there, title.trim());
          desk.tell(say("cluster.merged", { title: title.trim(), count: there.length + 1 }));
        }}
      >
        <Checks
          legend={say("cluster.merge.which")}
          choices={others.map((each) => ({
            id: each.id,
            text: `${each.title} · ${say("note.count", { count: each.notes.length })}`,
          }))}
          chosen={there}
          onChange={setChosen}
        />
        <TextField label={say("cluster.name")} value={title} onChange={setTitle} input={{ maxLength: 200 }} />
        <p class="hint">{say("cluster.merge.what")}</p>
      </DialogForm>
    </Modal>
  );
}

/** Taking some notes of a theme out, under a name of their own. */
export function ClusterSplit({ cluster: id }: ClusterProps) {
  const desk = useDesk();
  const { say } = desk;
  const cluster = useCluster(id);
  const [title, setTitle] = useState("");
  const [chosen, setChosen] = useState<readonly string[]>([]);
  if (!cluster) return null;
  const notes = cluster.notes.map((each) => desk.store.items.value.get(each)).filter(isNote);
  const there = chosen.filter((each) => cluster.notes.includes(each));
  return (
    <Modal title={say("cluster.split.title", { title: cluster.title })}>
      <DialogForm
        word={say("cluster.split.do")}
        may={there.length > 0 && there.length < notes.length && title.trim() !== ""}
        onDone={() => {
          splitCluster(desk, cluster, there, title.trim());
          desk.tell(say("cluster.was.split", { title: title.trim(), count: there.length }));
        }}
      >
        <TextField label={say("cluster.split.name")} value={title} onChange={setTitle} input={{ maxLength: 200 }} />
        <Checks legend={say("cluster.split.which")} choices={notes} chosen={there} onChange={setChosen} />
        {there.length === notes.length && <p class="hint">{say("cluster.split.all")}</p>}
      </DialogForm>
    </Modal>
  );
}

function useCluster(id: string): Cluster | undefined {
  const found = useDesk().store.items.value.get(id);
  return isCluster(found) ? found : undefined;
}

interface Choice {
  readonly id: string;
  readonly text: string;
  readonly lang?: string;
}

interface Chosen {
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

/** One of several that may be chosen. */
export function Check({ of: { id, text, lang }, chosen, onChange }: Chosen & { readonly of: Choice }) {
  return (
    <label class="choice">
      <input
        type="checkbox"
        checked={chosen.includes(id)}
        onChange={(event) =>
          onChange(event.currentTarget.checked ? [...chosen, id] : chosen.filter((each) => each !== id))
        }
      />
      <span lang={lang}>{excerpt(text, 90)}</span>
    </label>
  );
}

interface ChecksProps extends Chosen {
  readonly legend: string;
  readonly choices: readonly Choice[];
}

/** Some of these. */
export function Checks({ legend, choices, chosen, onChange }: ChecksProps) {
  return (
    <fieldset class="checks">
      <legend>{legend}</legend>
      {choices.map((each) => (
        <Check key={each.id} of={each} chosen={chosen} onChange={onChange} />
      ))}
    </fieldset>
  );
}
