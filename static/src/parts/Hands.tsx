import { useLayoutEffect } from "preact/hooks";

import { useClipboard } from "./clipboard/useClipboard";
import { useFindKey } from "./find/useFindKey";
import { CommentNews } from "./comments/CommentNews";
import { FloorNews } from "./floor/FloorNews";
import { Looking } from "./floor/Looking";
import { FocusKeeper } from "./FocusKeeper";
import { stay } from "./go-to";
import { News } from "./News";
import { usePictures } from "./pictures/usePictures";
import { usePresentKey } from "./present/usePresentKey";
import { useChooseKeys } from "./several/useChooseKeys";
import { useKeyboard } from "./useKeyboard";
import { useUndoKeys } from "./useUndoKeys";
import { useWriteHere } from "./write-here";

/** All that is not drawn: what keys and the clipboard do, where the focus and the view go, and what is told aloud. */
export function Hands() {
  useUndoKeys();
  usePresentKey();
  useKeyboard();
  useWriteHere();
  useFindKey();
  useChooseKeys();
  useClipboard();
  usePictures();
  useLayoutEffect(() => stay, []);
  return (
    <>
      <News />
      <CommentNews />
      <FloorNews />
      <Looking />
      <FocusKeeper />
    </>
  );
}
