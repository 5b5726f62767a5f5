import { useDesk } from "./desk";

const DOTS = 3;

/** Votes as dots up to three, then one dot and the number. */
export function VoteDots({ count }: { readonly count: number }) {
  const { say } = useDesk();
  return (
    <span class="dots">
      <span class="dots-drawn" aria-hidden="true">
        {Array.from({ length: count <= DOTS ? count : 1 }, (_, i) => (
          <i key={i} />
        ))}
        <b class="figures">{count}</b>
      </span>
      <span class="unseen">{say("note.votes", { count })}</span>
    </span>
  );
}
