// The same notes and arrows in Excalidraw's component, for comparison. It is built for `make bench` alone.

import "@excalidraw/excalidraw/index.css";

import { convertToExcalidrawElements, Excalidraw } from "@excalidraw/excalidraw";
import { createElement } from "react";
import { createRoot } from "react-dom/client";

const LOCAL_FONT = 2; // nothing is fetched for it

const { notes, links } = await (await fetch("board.json")).json();
const boxes = notes.map(({ x, y, width, height, text }, i) => ({
  type: "rectangle",
  id: `note-${i}`,
  x,
  y,
  width,
  height,
  backgroundColor: "#e7f0fa",
  fillStyle: "solid",
  label: { text, fontSize: 13, fontFamily: LOCAL_FONT },
}));
const arrows = links.map(([from, to]) => {
  const [a, b] = [notes[from], notes[to]];
  return {
    type: "arrow",
    x: a.x + a.width / 2,
    y: a.y + a.height / 2,
    width: b.x - a.x,
    height: b.y - a.y,
    start: { id: `note-${from}` },
    end: { id: `note-${to}` },
  };
});

createRoot(document.getElementById("board")).render(
  createElement(Excalidraw, {
    initialData: {
      elements: convertToExcalidrawElements([...boxes, ...arrows], { regenerateIds: false }),
      appState: { zenModeEnabled: true, scrollX: 0, scrollY: 0, zoom: { value: 1 } },
    },
    onChange: (elements) => {
      window.drawn = elements.length;
    },
  }),
);
