import { rest } from "./after";
import { useDesk } from "./desk";
import { Icon } from "./Icon";
import { mayVote } from "./may";
import { whyNoVote } from "./voting";
import { excerpt } from "./wording";

interface VoteRowProps {
  /** The note or theme that gets the vote. */
  readonly target: string;
  readonly text: string;
  readonly reachable: boolean;
}

/** Giving and taking back one's votes while a ballot is open. */
export function VoteRow({ target, text, reachable }: VoteRowProps) {
  const desk = useDesk();
  const { say } = desk;
  const voting = desk.voting.value;
  const { open, mine } = voting;
  if (!open) return null;
  const own = mine.get(target) ?? [];
  const why = whyNoVote(voting, target);
  const tabIndex = reachable ? 0 : -1;
  const give = () => {
    rest.peek()?.castVote(desk, open, target);
    desk.tell(say("vote.given", { count: voting.left - 1 }));
  };
  const take = () => {
    const last = own.at(-1);
    if (!last) return;
    rest.peek()?.withdrawVote(desk, last);
    desk.tell(say("vote.taken", { count: voting.left + 1 }));
  };
  return (
    <div class="vote-row">
      {own.length > 0 && (
        <span class="own-votes">
          {own.map(({ id }) => (
            <i key={id} aria-hidden="true" />
          ))}
          <span class="unseen">{say("vote.mine", { count: own.length })}</span>
        </span>
      )}
      {mayVote(desk) && why === null && (
        <button
          type="button"
          class="vote-button"
          tabIndex={tabIndex}
          aria-label={say("vote.add.to", { text: excerpt(text) })}
          onClick={give}
        >
          <Icon name="plus" />
          {own.length === 0 && say("vote.add")}
        </button>
      )}
      {mayVote(desk) && own.length > 0 && (
        <button
          type="button"
          class="vote-button"
          tabIndex={tabIndex}
          aria-label={say("vote.take.from", { text: excerpt(text) })}
          onClick={take}
        >
          <Icon name="minus" />
        </button>
      )}
    </div>
  );
}
