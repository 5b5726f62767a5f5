import { useEffect, useState } from "preact/hooks";

import { NARROW } from "./desk";

/** Whether the screen is a phone's, also after it was turned or the window was made larger. */
export function useNarrow(): boolean {
  const [narrow, setNarrow] = useState(() => matchMedia(NARROW).matches);
  useEffect(() => {
    const query = matchMedia(NARROW);
    const change = () => setNarrow(query.matches);
    query.addEventListener("change", change);
    return () => query.removeEventListener("change", change);
  }, []);
  return narrow;
}
