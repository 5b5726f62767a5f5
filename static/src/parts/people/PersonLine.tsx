import type { ComponentChildren } from "preact";

import type { Person } from "../../board/boot";
import { Avatar } from "../Avatar";
import { useDesk } from "../desk";
import { LeadBadge } from "./LeadBadge";

interface PersonLineProps {
  readonly person: Person;
  readonly facts: string;
  readonly children?: ComponentChildren;
}

/** One person: a name that cannot reach out of its place, and beside it what the product itself says of them. */
export function PersonLine({ person, facts, children }: PersonLineProps) {
  const { boot, say } = useDesk();
  return (
    <div class="person">
      <Avatar person={person} />
      <div>
        <p class="person-name">
          <bdi>
            <b>{person.name}</b>
          </bdi>
          {person.id === boot.you && <span class="soft"> ({say("people.you")})</span>}
          {person.role === "facilitator" && <LeadBadge />}
        </p>
        {facts && <p class="soft">{facts}</p>}
      </div>
      {children}
    </div>
  );
}
