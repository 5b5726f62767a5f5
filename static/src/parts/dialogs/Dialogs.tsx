import { useEffect } from "preact/hooks";

import { useDesk } from "../desk";
import { drawn } from "./drawn";

/** Whatever is open over the board: one at a time. */
export function Dialogs() {
  const { dialog, store } = useDesk();
  const open = dialog.value;
  const items = store.items.value;
  // What a dialog is about may be removed by somebody else: then it is closed for good, also if the thing returns.
  useEffect(() => {
    if (open && !document.querySelector("dialog[open]")) dialog.value = null;
  }, [open, items]);
  return open && drawn(open);
}
