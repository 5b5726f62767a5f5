import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";

import { untilThere } from "../../board/until-there";
import type { Plot } from "./plots/plot";
import type { Showing } from "./useShowing";

type Plots = ComponentType<{ readonly plots: readonly Plot[] }>;

/** What draws pictures, in a file of its own that comes with the first of them; null until it is there. */
export function usePlots(showing: Showing | null): Plots | null {
  const [drawing, setDrawing] = useState<{ readonly Plots: Plots } | null>(null);
  const wanted = showing !== null && showing.plots.length > 0;
  useEffect(() => {
    if (wanted) void untilThere(() => import("./plots/Plots")).then(setDrawing);
  }, [wanted]);
  return drawing?.Plots ?? null;
}
