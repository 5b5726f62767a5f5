import { useEffect, useState } from "preact/hooks";

import type { Note, Picture } from "../../board/items";
import { useDesk } from "../desk";
import { excerpt } from "../wording";
import { sourceOf } from "./bytes";
import type { Size } from "./bytes";

/** An address of this page for the picture; null until it has come. */
export function useSource(picture: Picture | undefined, size: Size): string | null {
  const desk = useDesk();
  const [source, setSource] = useState<string | null>(null);
  const { away } = desk.store;
  useEffect(() => {
    let isWanted = true;
    setSource(null);
    if (picture) void sourceOf(desk, picture, size).then((found) => isWanted && setSource(found));
    return () => {
      isWanted = false;
    };
  }, [picture?.id, size, away.value]);
  return source;
}

interface NotePictureProps {
  readonly note: Note;
  /** Whether Tab comes here. */
  readonly reachable: boolean;
}

/** The picture on a note, small; it opens in full. Its frame is there before it has come, so nothing moves. */
export function NotePicture({ note, reachable }: NotePictureProps) {
  const { say, dialog } = useDesk();
  const { picture, ground } = note;
  const source = useSource(picture, ground ? "whole" : "small");
  if (!picture) return null;
  const { width, height, description = "" } = picture;
  return (
    <button
      type="button"
      class={ground ? "note-picture ground" : "note-picture"}
      tabIndex={reachable ? 0 : -1}
      aria-label={say("picture.open", { text: excerpt(description || note.text, 90) })}
      onClick={() => (dialog.value = { name: "picture", note: note.id })}
    >
      <img src={source ?? BLANK} alt="" width={width} height={height} draggable={false} />
    </button>
  );
}

/** What stands in the frame until the picture has come. */
const BLANK = "data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==";
