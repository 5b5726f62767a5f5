import { useEffect, useRef, useState } from "preact/hooks";

/** Whether the page fills the screen, and a switch; null where a browser cannot. `onLeft`: it was left by Esc. */
export function useFullScreen(onLeft: () => void): readonly [boolean, (() => void) | null] {
  const [full, setFull] = useState(false);
  const byUs = useRef(false);
  const left = useRef(onLeft);
  left.current = onLeft;
  useEffect(() => {
    const change = () => {
      const is = document.fullscreenElement !== null;
      setFull(is);
      if (!is && !byUs.current) left.current();
      byUs.current = false;
    };
    document.addEventListener("fullscreenchange", change);
    return () => {
      document.removeEventListener("fullscreenchange", change);
      if (document.fullscreenElement) void document.exitFullscreen();
    };
  }, []);
  const toggle = () => {
    byUs.current = full;
    const done = full ? document.exitFullscreen() : document.documentElement.requestFullscreen();
    done.catch(() => undefined); // refused by the browser: the window is filled all the same
  };
  return [full, document.fullscreenEnabled ? toggle : null];
}
