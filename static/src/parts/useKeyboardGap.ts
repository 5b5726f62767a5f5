import { useEffect, useState } from "preact/hooks";

/** How many pixels of the page the on-screen keyboard covers; 0 where the browser shrinks the page by itself. */
export function useKeyboardGap(): number {
  const [gap, setGap] = useState(0);
  useEffect(() => {
    const view = window.visualViewport;
    if (!view) return undefined;
    // While the page itself is enlarged the visible part says nothing of the keyboard.
    const measure = () =>
      setGap(view.scale > 1.05 ? 0 : Math.max(0, Math.round(innerHeight - view.height - view.offsetTop)));
    view.addEventListener("resize", measure);
    view.addEventListener("scroll", measure);
    return () => {
      view.removeEventListener("resize", measure);
      view.removeEventListener("scroll", measure);
    };
  }, []);
  return gap;
}
