/** How the tabs of one person in one browser hear of one another. */

/** What the tabs of one person tell one another: something was kept for this document, or the person has left. */
export type Rung = { readonly changed: string } | { readonly left: true };

/** How they tell it; not every browser has one. */
export type Bell = Pick<BroadcastChannel, "postMessage" | "addEventListener" | "close">;

/** The bell of this person's tabs. */
export function bellOf(person: string): BroadcastChannel | null {
  return typeof BroadcastChannel === "function" ? new BroadcastChannel(`facilitator/${person}`) : null;
}
