import type { Ballot } from "../board/items";
import { useDesk } from "./desk";
import { given } from "./voting";

/** *21 äänesti, 62 ääntä*, and a warning where so few voted that the sums tell who did. */
export function Turnout({ ballot }: { readonly ballot: Ballot }) {
  const { say } = useDesk();
  const voted = say("now.voted", { count: ballot.voters ?? 0 });
  return (
    <>
      {voted}, {say("now.votes", { count: given(ballot) })}
      {ballot.secret === false && <> · {say("vote.few")}</>}
    </>
  );
}
