import { useDesk } from "../desk";
import { Modal } from "../Modal";
import { ChallengeText } from "./ChallengeText";

/** The challenge over the board, where a screen has no room beside it. */
export function ChallengePanel() {
  const { say } = useDesk();
  return (
    <Modal title={say("challenge.title")} side>
      <ChallengeText />
    </Modal>
  );
}
