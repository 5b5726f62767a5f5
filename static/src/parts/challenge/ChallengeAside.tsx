import { Aside } from "../Aside";
import { useDesk } from "../desk";
import { ChallengeText } from "./ChallengeText";

/** The challenge beside the board. */
export function ChallengeAside() {
  const { reading, say } = useDesk();
  return (
    <Aside open={reading} title={say("challenge.title")} opener=".challenge-button:not(.shows-button)">
      <ChallengeText />
    </Aside>
  );
}
