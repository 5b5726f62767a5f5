import { useLayoutEffect } from "preact/hooks";

import { useDesk } from "../desk";

/** P shows the place that has the focus enlarged; a letter alone, so it can be turned off with the others. */
export function usePresentKey(): void {
  const { dialog, letters } = useDesk();
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement;
      const isElsewhere = target.closest("input, textarea, select, dialog") !== null;
      const isShortcut = event.ctrlKey || event.metaKey || event.altKey;
      if (event.key.toLowerCase() !== "p" || isElsewhere || isShortcut || !letters.peek()) return;
      event.preventDefault();
      const zone = target.closest("[data-zone]")?.getAttribute("data-zone");
      dialog.value = zone ? { name: "present", zone } : { name: "present" };
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, []);
}
