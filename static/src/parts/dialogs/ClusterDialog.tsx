import { useState } from "preact/hooks";

import { isCluster, isNote } from "../../board/items";
import type { Cluster } from "../../board/items";
import { addCluster, clustersOf, removeCluster, setCluster } from "../acts";
import { useDesk } from "../desk";
import { mayChange } from "../may";
import { Modal } from "../Modal";
import { nameOf } from "../wording";
import { Check } from "./ClusterParts";
import { DialogForm } from "./DialogForm";
import { SelectField, TextField } from "./Field";

/** Gathering notes under a theme: a new one, or one that is there. */
export function ClusterDialog({ notes }: { readonly notes: readonly string[] }) {
  const desk = useDesk();
  const { say } = desk;
  const clusters = clustersOf(desk);
  const [into, setInto] = useState("");
  const [title, setTitle] = useState("");
  const [chosen, setChosen] = useState<readonly string[]>(notes);
  const cluster = clusters.find(({ id }) => id === into);
  const may = chosen.length > 0 && (cluster !== undefined || title.trim() !== "");
  const done = () => {
    if (cluster) setCluster(desk, cluster, cluster.title, [...new Set([...cluster.notes, ...chosen])]);
    else addCluster(desk, title.trim(), chosen);
  };
  return (
    <Modal title={say("cluster.title")}>
      <DialogForm word={say("cluster.do")} may={may} onDone={done}>
        {clusters.length > 0 && (
          <SelectField label={say("cluster.existing")} value={into} onChange={setInto}>
            <option value="">{say("cluster.new")}</option>
            {clusters.map((each) => (
              <option key={each.id} value={each.id}>
                {each.title}
              </option>
            ))}
          </SelectField>
        )}
        {!cluster && (
          <TextField label={say("cluster.name")} value={title} onChange={setTitle} input={{ maxLength: 200 }} />
        )}
        <NoteChecks chosen={chosen} onChange={setChosen} />
      </DialogForm>
    </Modal>
  );
}

/** Renaming a theme, choosing its notes, or letting it go. The notes themselves stay where they are. */
export function ClusterEdit({ cluster: id }: { readonly cluster: string }) {
  const desk = useDesk();
  const { say } = desk;
  const found = desk.store.items.value.get(id);
  const cluster = isCluster(found) ? found : undefined;
  const [title, setTitle] = useState(cluster?.title ?? "");
  const [chosen, setChosen] = useState<readonly string[]>(cluster?.notes ?? []);
  if (!cluster) return null;
  return (
    <Modal title={say("cluster.edit")}>
      <DialogForm
        word={say("app.save")}
        may={title.trim() !== ""}
        onDone={() => setCluster(desk, cluster, title.trim(), chosen)}
      >
        <TextField label={say("cluster.name")} value={title} onChange={setTitle} input={{ maxLength: 200 }} />
        <Parts cluster={cluster} />
        <NoteChecks chosen={chosen} onChange={setChosen} />
        <button
          type="button"
          class="button danger apart"
          onClick={() => {
            desk.dialog.value = null;
            removeCluster(desk, cluster);
          }}
        >
          {say("app.remove")}
        </button>
      </DialogForm>
    </Modal>
  );
}

/** What makes one theme of several, and two of one. */
function Parts({ cluster: { id, notes } }: { readonly cluster: Cluster }) {
  const desk = useDesk();
  const { say, dialog } = desk;
  const hasOthers = clustersOf(desk).some((other) => other.id !== id);
  const there = notes.filter((note) => desk.store.items.value.has(note));
  if (!hasOthers && there.length < 2) return null;
  return (
    <div class="row">
      {hasOthers && (
        <button type="button" class="button" onClick={() => (dialog.value = { name: "clusterMerge", cluster: id })}>
          {say("cluster.merge")}
        </button>
      )}
      {there.length > 1 && (
        <button type="button" class="button" onClick={() => (dialog.value = { name: "clusterSplit", cluster: id })}>
          {say("cluster.split")}
        </button>
      )}
    </div>
  );
}

interface NoteChecksProps {
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

function NoteChecks({ chosen, onChange }: NoteChecksProps) {
  const desk = useDesk();
  const areas = desk.arrangement.value.areas.filter(({ notes }) => notes.length > 0);
  return (
    <fieldset class="checks">
      <legend>{desk.say("cluster.notes")}</legend>
      {areas.map((area) => (
        <div key={area.id} class="checks-group">
          <p class="hint">{nameOf(desk, area)}</p>
          {area.notes
            .filter((note) => isNote(note) && mayChange(desk, note))
            .map((note) => (
              <Check key={note.id} of={note} chosen={chosen} onChange={onChange} />
            ))}
        </div>
      ))}
    </fieldset>
  );
}
