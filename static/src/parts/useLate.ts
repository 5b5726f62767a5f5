import { useEffect, useState } from "preact/hooks";

/** True only once `now` has held for a while: what passes in a moment is not worth a word. */
export function useLate(now: boolean, milliseconds: number): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!now) {
      setLate(false);
      return undefined;
    }
    const timer = setTimeout(() => setLate(true), milliseconds);
    return () => clearTimeout(timer);
  }, [now, milliseconds]);
  return now && late;
}
