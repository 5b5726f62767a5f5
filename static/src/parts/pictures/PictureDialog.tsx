import { useState } from "preact/hooks";

import { isNote } from "../../board/items";
import type { Note, Picture } from "../../board/items";
import { act } from "../acts";
import { useDesk } from "../desk";
import type { Desk } from "../desk";
import { Icon } from "../Icon";
import { isLeading, mayWrite } from "../may";
import { Modal } from "../Modal";
import { excerpt } from "../wording";
import { Description } from "./NewPicture";
import { useSource } from "./NotePicture";

/** A note's picture in full, with what it shows in words; whoever may change the note may say it. */
export function PictureDialog({ note: id }: { readonly note: string }) {
  const desk = useDesk();
  const { say, store } = desk;
  const note = store.items.value.get(id);
  const shown = isNote(note) ? note : undefined;
  const source = useSource(shown?.picture, "whole");
  if (!shown?.picture) return <Modal title={say("picture.title")}>{<p>{say("comments.gone")}</p>}</Modal>;
  const { width, height, description } = shown.picture;
  return (
    <Modal title={excerpt(shown.text, 60)} side>
      {source ? (
        <img class="picture-whole" src={source} alt={description ?? ""} width={width} height={height} />
      ) : (
        <p class="hint">{say("app.loading")}</p>
      )}
      {mayWrite(desk, { ...shown, ground: undefined }) ? (
        <Described key={id} note={shown} picture={shown.picture} />
      ) : (
        description && <p>{description}</p>
      )}
      <PictureTools note={shown} />
    </Modal>
  );
}

function Described({ note, picture }: { readonly note: Note; readonly picture: Picture }) {
  const desk = useDesk();
  const [text, setText] = useState(picture.description ?? "");
  return (
    <form
      class="dialog-form"
      onSubmit={(event) => {
        event.preventDefault();
        describe(desk, note, picture, text.trim());
      }}
    >
      <Description text={text} onText={setText} />
      <div class="dialog-buttons">
        <button type="submit" class="button main" disabled={text.trim() === (picture.description ?? "")}>
          {desk.say("app.save")}
        </button>
      </div>
    </form>
  );
}

/** Whoever leads lays it under its place, or takes it up again; whoever may change the note takes it off. */
function PictureTools({ note }: { readonly note: Note }) {
  const desk = useDesk();
  const { say, dialog } = desk;
  const ground = note.ground === true;
  return (
    <div class="dialog-buttons">
      {isLeading(desk) && (
        <button type="button" class="button" aria-pressed={ground} onClick={() => lay(desk, note, !ground)}>
          <Icon name={ground ? "lock" : "image"} />
          {say(ground ? "picture.ground.up" : "picture.ground.down")}
        </button>
      )}
      {mayWrite(desk, note) && !ground && (
        <button
          type="button"
          class="button"
          onClick={() => {
            dialog.value = null;
            act(desk, { type: "note.picture", note: note.id, picture: null }, "undo.write");
            desk.tell(say("picture.removed"));
          }}
        >
          <Icon name="trash-2" />
          {say("picture.remove")}
        </button>
      )}
    </div>
  );
}

function describe(desk: Desk, note: Note, { id, width, height }: Picture, text: string): void {
  const picture = text ? { id, width, height, description: text } : { id, width, height };
  act(desk, { type: "note.picture", note: note.id, picture }, "undo.write");
  desk.tell(desk.say("picture.described"));
}

function lay(desk: Desk, note: Note, ground: boolean): void {
  act(desk, { type: "note.ground", note: note.id, ground }, "undo.write");
  desk.tell(desk.say(ground ? "picture.ground.told" : "picture.ground.off"));
}
