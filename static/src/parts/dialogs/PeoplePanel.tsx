import type { Person } from "../../board/boot";
import { useDesk } from "../desk";
import type { Desk } from "../desk";
import { isLeading } from "../may";
import { Modal } from "../Modal";
import { OwnView } from "../OwnView";
import { DeviceButton } from "../people/DeviceButton";
import { EverybodyPanel } from "../people/EverybodyPanel";
import { PersonLine } from "../people/PersonLine";
import { present } from "../people/present";
import { nameOf } from "../wording";

/** Who is here now and where they are; for those who lead, everybody of the workshop. */
export function PeoplePanel() {
  return isLeading(useDesk()) ? <EverybodyPanel /> : <PresentPanel />;
}

/** Who is here, as far as the board's promise about names lets it be told. */
function PresentPanel() {
  const desk = useDesk();
  const { say } = desk;
  const people = present(desk);
  return (
    <Modal title={say("people.title")} side>
      {people.length === 0 && <p>{say("people.none")}</p>}
      <ul class="people">
        {people.map((person) => (
          <li key={person.id}>
            <PersonLine person={person} facts={factsOf(desk, person)} />
          </li>
        ))}
      </ul>
      {desk.board.value?.authors !== "names" && <p class="hint">{say("people.hidden")}</p>}
      <DeviceButton />
      <OwnView />
    </Modal>
  );
}

function factsOf(desk: Desk, { id, organisation, role }: Person): string {
  const { say } = desk;
  const here = desk.store.here.value.get(id);
  const area = here?.zone === undefined ? undefined : desk.arrangement.value.area(here.zone);
  const facts = [
    organisation ?? "",
    role === "observer" ? say("people.observer") : "",
    area && id !== desk.boot.you ? say("people.at", { zone: nameOf(desk, area) }) : "",
    here?.writing !== undefined && id !== desk.boot.you ? say("people.writing") : "",
  ];
  return facts.filter(Boolean).join(" · ");
}
