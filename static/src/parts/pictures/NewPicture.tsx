import { useEffect, useId, useMemo, useState } from "preact/hooks";

import type { Spot } from "../../board/place";
import { atScale } from "../../board/scale";
import { DialogForm } from "../dialogs/DialogForm";
import { Field } from "../dialogs/Field";
import { PlaceFields } from "../dialogs/PlaceFields";
import { useDesk } from "../desk";
import { Icon } from "../Icon";
import { KindChoice } from "../KindChoice";
import { Modal } from "../Modal";
import { SilenceHint } from "../SilenceHint";
import { tooLong } from "../TextLimits";
import { picturesIn, prepared } from "./prepare";
import { bringPictures } from "./waiting";

const DESCRIPTION_POINTS = 1000;

interface NewPictureProps {
  /** From the clipboard, or dropped; without one it is chosen here. */
  readonly file?: File | undefined;
  readonly spot?: Spot | undefined;
}

/** A picture as a new note: chosen or taken with the camera, looked at, said what it is, and put in its place. */
export function NewPicture({ file: given, spot: start }: NewPictureProps) {
  const desk = useDesk();
  const { say, language } = desk;
  const [file, setFile] = useState(given);
  const [text, setText] = useState(say("picture.text"));
  const [description, setDescription] = useState("");
  const place = usePlace(start);
  const isReady = useReady(file);
  const may = isReady.bytes !== undefined && place.spot !== null && text.trim() !== "" && !tooLong(text);
  const done = async () => {
    const { bytes } = isReady;
    if (!bytes || !place.spot) return;
    const said = { text: text.trim(), description: description.trim() };
    await bringPictures(desk, [
      { bytes: await bytes.arrayBuffer(), type: bytes.type, kind: place.kind, ...said, spot: place.spot },
    ]);
  };
  return (
    <Modal title={say("picture.new")}>
      <DialogForm word={say("composer.add")} may={may} onDone={() => void done()}>
        <FileChoice file={file} isGiven={given !== undefined} onChoose={setFile} />
        {isReady.fault && (
          <p class="error" role="alert">
            {say(isReady.fault)}
          </p>
        )}
        <Field label={say("note.text")}>
          {(ids) => (
            <input
              {...ids}
              type="text"
              lang={language}
              value={text}
              onInput={(event) => setText(event.currentTarget.value)}
            />
          )}
        </Field>
        <Description text={description} onText={setDescription} />
        <KindChoice kinds={place.kinds} kind={place.kind} name="kind-picture" onChoose={place.setKind} />
        <PlaceFields kind={place.kind} spot={place.spot} onChoose={place.setSpot} />
        <SilenceHint />
      </DialogForm>
    </Modal>
  );
}

interface DescriptionProps {
  readonly text: string;
  readonly onText: (text: string) => void;
}

/** What the picture shows, for those who do not see it. */
export function Description({ text, onText }: DescriptionProps) {
  const { say, language } = useDesk();
  return (
    <Field label={say("picture.description")} hint={say("picture.description.hint")}>
      {(ids) => (
        <textarea
          {...ids}
          rows={2}
          lang={language}
          maxLength={DESCRIPTION_POINTS}
          value={text}
          onInput={(event) => onText(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

interface FileChoiceProps {
  readonly file: File | undefined;
  /** It was pasted or dropped: there is nothing to choose. */
  readonly isGiven: boolean;
  readonly onChoose: (file: File) => void;
}

/** A phone offers its camera here too. */
function FileChoice({ file, isGiven, onChoose }: FileChoiceProps) {
  const { say } = useDesk();
  const id = useId();
  const preview = useMemo(() => (file ? URL.createObjectURL(file) : null), [file]);
  useEffect(() => () => (preview ? URL.revokeObjectURL(preview) : undefined), [preview]);
  return (
    <div class="picture-choice">
      {preview && <img class="picture-preview" src={preview} alt="" />}
      {!isGiven && (
        <>
          <label class="button" for={id}>
            <Icon name="image" />
            {say(file ? "picture.other" : "picture.choose")}
          </label>
          <input
            id={id}
            class="unseen"
            type="file"
            accept="image/jpeg,image/png,image/webp,image/*"
            onChange={(event) => {
              const [found] = picturesIn(event.currentTarget.files);
              if (found) onChoose(found);
            }}
          />
        </>
      )}
    </div>
  );
}

/** The file made ready to be sent, or why it cannot be. */
function useReady(file: File | undefined): { readonly bytes?: Blob; readonly fault?: "picture.unread" } {
  const [ready, setReady] = useState<{ readonly bytes?: Blob; readonly fault?: "picture.unread" }>({});
  useEffect(() => {
    let isWanted = true;
    setReady({});
    if (file)
      void prepared(file).then((bytes) => isWanted && setReady(bytes ? { bytes } : { fault: "picture.unread" }));
    return () => {
      isWanted = false;
    };
  }, [file]);
  return ready;
}

/** Where it will lie: the place that was pointed at, or the first that takes notes of its kind. */
export function usePlace(start: Spot | undefined) {
  const desk = useDesk();
  const { areas } = desk.arrangement.value;
  const wishedKind = desk.kind.value;
  const [wished, setSpot] = useState<Spot | null>(start ?? null);
  const chosen = desk.kinds.value.chosen;
  const here = areas.find(({ id }) => id === wished?.zone);
  const kinds = here ? chosen.filter(({ key }) => here.accepts.includes(key)) : chosen;
  const kind = (kinds.find(({ key }) => key === wishedKind) ?? kinds[0])?.key ?? "";
  const first = areas.find(({ accepts }) => accepts.includes(kind));
  const taking = here?.accepts.includes(kind) ? wished : null;
  const middle = first?.sort === "plane" ? { x: atScale(3), y: atScale(3) } : {};
  const spot = taking ?? (first ? { zone: first.id, ...middle } : null);
  const setKind = (next: string) => {
    desk.kind.value = next;
  };
  return { kinds, kind, setKind, spot, setSpot };
}
