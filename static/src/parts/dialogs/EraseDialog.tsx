import { useState } from "preact/hooks";

import { useDesk } from "../desk";
import type { Desk } from "../desk";
import { Modal } from "../Modal";
import { excerpt } from "../wording";

interface EraseDialogProps {
  /** The id of a note or of a comment. */
  readonly note: string;
  /** What it says now; a note that is gone is not among the items. */
  readonly text: string;
}

/** Wrong words: what follows is said once, and then it is done for good. */
export function EraseDialog({ note, text }: EraseDialogProps) {
  const desk = useDesk();
  const { say, dialog } = desk;
  const [state, setState] = useState<"asked" | "going" | "failed">("asked");
  const isComment = note.startsWith("comment:");
  const close = () => {
    dialog.value = null;
  };
  const erase = async () => {
    if (state === "going") return;
    setState("going");
    if (!(await isErased(desk, note))) return setState("failed");
    close();
    desk.tell(say(isComment ? "erase.done.comment" : "erase.done"));
  };
  return (
    <Modal title={say("erase.title")}>
      <p class="quoted">{excerpt(text, 120)}</p>
      <p>{say(isComment ? "erase.what.comment" : "erase.what")}</p>
      <p class="hint">{say("erase.beyond")}</p>
      {state === "failed" && (
        <p class="error" role="alert">
          {say("erase.failed")}
        </p>
      )}
      <div class="dialog-buttons">
        <button type="button" class="button danger" aria-disabled={state === "going"} onClick={() => void erase()}>
          {say("erase.do")}
        </button>
        <button type="button" class="button" onClick={close}>
          {say("app.cancel")}
        </button>
      </div>
    </Modal>
  );
}

async function isErased({ boot }: Desk, note: string): Promise<boolean> {
  const url = `/api/v1/boards/${encodeURIComponent(boot.document)}/notes/${note}/erase`;
  try {
    const response = await fetch(url, { method: "POST", headers: { Authorization: `Bearer ${boot.token}` } });
    return response.ok;
  } catch {
    return false; // no connection: said in the dialog, and the button tries again
  }
}
