import { useDesk } from "../desk";
import type { Desk } from "../desk";
import { Icon } from "../Icon";
import { Modal } from "../Modal";
import { OwnView } from "../OwnView";
import { Door } from "./Door";
import { useEverybody } from "./everybody";
import type { Everybody, Somebody } from "./everybody";
import { PersonLine } from "./PersonLine";
import { Removal } from "./Removal";
import { Spellings } from "./Spellings";
import { TrialButton } from "./TrialButton";

/** Everybody of the workshop for those who lead: where they are, who has to go, and what lets others in. */
export function EverybodyPanel() {
  const desk = useDesk();
  const { say } = desk;
  const { all, failed, again } = useEverybody(desk);
  return (
    <Modal title={say("people.all")} side>
      {failed && (
        <p class="notice warn" role="alert">
          {say("people.failed")}
        </p>
      )}
      {all && <Door all={all} again={again} />}
      {all === null ? !failed && <p class="soft">{say("app.loading")}</p> : <People all={all} again={again} />}
      {all && <Spellings all={all} again={again} />}
      <TrialButton />
      <OwnView />
    </Modal>
  );
}

interface Led {
  readonly all: Everybody;
  readonly again: () => Promise<void>;
}

function People({ all, again }: Led) {
  const desk = useDesk();
  const { say, boot } = desk;
  const compare = new Intl.Collator(boot.language, { numeric: true }).compare;
  const people = all.people.toSorted((a, b) => compare(a.name, b.name));
  if (!people.some(({ id }) => id !== boot.you)) return <p>{say("people.nobody")}</p>;
  return (
    <ul class="people led">
      {people.map((person) => (
        <li key={person.id}>
          <PersonLine person={person} facts={factsOf(desk, person, all)}>
            <State person={person} />
          </PersonLine>
          {person.id.startsWith("p:") && person.id !== boot.you && <Removal person={person} again={again} />}
        </li>
      ))}
    </ul>
  );
}

function State({ person }: { readonly person: Somebody }) {
  const { say } = useDesk();
  if (person.is_writing) {
    return (
      <span class="whereabouts writing">
        <Icon name="pencil" />
        {say("people.writing")}
      </span>
    );
  }
  return (
    <span class={person.board === null ? "whereabouts away" : "whereabouts"}>
      {say(person.board === null ? "people.away" : "people.present")}
    </span>
  );
}

function factsOf({ boot }: Desk, { organisation, group, board }: Somebody, { groups }: Everybody): string {
  const where = boot.boards.find(({ id }) => id === board)?.title ?? "";
  const placed = groups.length > 1 ? (groups.find(({ id }) => id === group)?.name ?? "") : "";
  return [organisation, placed, where].filter(Boolean).join(" · ");
}
