import { useLayoutEffect } from "preact/hooks";

import { useDesk } from "./desk";

/** Ctrl + Z and its like, anywhere but in a field, where they belong to the text. */
export function useUndoKeys(): void {
  const { store } = useDesk();
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent) => {
      const inText = (event.target as HTMLElement).closest("input, textarea, select, dialog");
      if (inText || !(event.ctrlKey || event.metaKey) || event.altKey) return;
      const key = event.key.toLowerCase();
      const back = key === "z" && !event.shiftKey;
      const again = key === "y" || (key === "z" && event.shiftKey);
      if (!back && !again) return;
      event.preventDefault();
      if (back) store.undo();
      else store.redo();
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, []);
}
