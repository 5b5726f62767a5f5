import { rest } from "./after";
import { useDesk } from "./desk";

/** What a button says of its key: nothing while single keys are switched off, or what hears them is still on its way. */
export function useShortcut(key: string): { readonly "aria-keyshortcuts"?: string } {
  const { letters } = useDesk();
  return rest.value && letters.value ? { "aria-keyshortcuts": key } : {};
}
