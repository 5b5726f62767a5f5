import { useDesk } from "../desk";
import { Icon } from "../Icon";

/** That somebody leads. It is drawn beside a name and never part of one: what anybody types cannot look like it. */
export function LeadBadge({ brief = false }: { readonly brief?: boolean }) {
  const { say } = useDesk();
  return (
    <span class={brief ? "lead-badge brief" : "lead-badge"} title={brief ? say("people.facilitator") : undefined}>
      <Icon name="badge-check" />
      <span class={brief ? "unseen" : undefined}>{say("people.facilitator")}</span>
    </span>
  );
}
