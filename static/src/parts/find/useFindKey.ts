import { useLayoutEffect } from "preact/hooks";

import { useDesk } from "../desk";
import { isTyping } from "../typing";

/** The key / opens the search field. Ctrl + F is the browser's, and stays so. */
export function useFindKey(): void {
  const { find, letters } = useDesk();
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== "/" || isTyping(event) || !letters.peek()) return;
      event.preventDefault();
      if (find.text.peek() === null) find.text.value = "";
      else document.querySelector<HTMLElement>(".find input")?.focus();
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, []);
}
