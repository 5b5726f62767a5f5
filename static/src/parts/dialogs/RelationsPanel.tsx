import { useDesk } from "../desk";
import { Modal } from "../Modal";
import { Relations } from "../Relations";

/** Arrows as sentences, themes and removed notes, beside the map; the List view has them at its end. */
export function RelationsPanel() {
  const { say } = useDesk();
  return (
    <Modal title={say("tool.more")} side>
      <Relations level={3} />
    </Modal>
  );
}
