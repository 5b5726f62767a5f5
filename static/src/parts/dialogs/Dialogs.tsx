import { useEffect } from "preact/hooks";

import { useDesk } from "../desk";
import { fetchDialogs, later } from "./later";

/** Whatever is open over the board: one at a time. */
export function Dialogs() {
  const { dialog, store } = useDesk();
  const open = dialog.value;
  const items = store.items.value;
  const drawn = later.value;
  useEffect(() => {
    if (open && drawn === null) void fetchDialogs();
  }, [open, drawn]);
  // What a dialog is about may be removed by somebody else: then it is closed for good, also if the thing returns.
  useEffect(() => {
    if (open && drawn && !document.querySelector("dialog[open]")) dialog.value = null;
  }, [open, drawn, items]);
  return open && drawn && drawn(open);
}
