import { useDesk } from "../desk";
import { Modal } from "../Modal";
import { Shows } from "./Shows";

/** What the map shows, over the board where a screen has no room beside it. */
export function ShowsPanel() {
  const { say } = useDesk();
  return (
    <Modal title={say("shows.title")} side>
      <Shows />
    </Modal>
  );
}
