import { useDesk } from "../desk";
import { Icon } from "../Icon";

/** That somebody leads. It is drawn beside a name and never part of one: what anybody types cannot look like it. */
export function LeadBadge() {
  const { say } = useDesk();
  return (
    <span class="lead-badge">
      <Icon name="badge-check" />
      {say("people.facilitator")}
    </span>
  );
}
