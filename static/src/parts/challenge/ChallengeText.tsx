import { useDesk } from "../desk";
import { Icon } from "../Icon";

/** Title, day and text of the project's challenge, and the way to its page to print. */
export function ChallengeText() {
  const { boot, say } = useDesk();
  const { challenge, urls } = boot;
  if (!challenge) return null;
  return (
    <>
      <h3>{challenge.title}</h3>
      {challenge.written && <p class="soft">{say("challenge.written", { day: challenge.written })}</p>}
      <p class="challenge-text">{challenge.text}</p>
      {urls["challenge"] && (
        <p>
          <a class="button" href={urls["challenge"]} target="_blank" rel="noopener">
            <Icon name="file-text" />
            {say("challenge.print")}
          </a>
        </p>
      )}
    </>
  );
}
