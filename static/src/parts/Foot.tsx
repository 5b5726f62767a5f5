import type { ComponentChildren } from "preact";

import { Toolbar } from "./Toolbar";

/** The bars lie over the board, which keeps room under its last notes for them. */
export function Foot({ children }: { readonly children?: ComponentChildren }) {
  return (
    <div class="foot">
      <Toolbar />
      {children}
    </div>
  );
}
