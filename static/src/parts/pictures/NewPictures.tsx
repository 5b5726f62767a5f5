import { useEffect, useMemo, useState } from "preact/hooks";

import type { Spot } from "../../board/place";
import { onPlane } from "../../board/scale";
import { DialogForm } from "../dialogs/DialogForm";
import { TextField } from "../dialogs/Field";
import { PlaceFields } from "../dialogs/PlaceFields";
import { useDesk } from "../desk";
import { KindChoice } from "../KindChoice";
import { Modal } from "../Modal";
import { SilenceHint } from "../SilenceHint";
import { tooLong } from "../TextLimits";
import { Description, NewPicture, usePlace } from "./NewPicture";
import { prepared } from "./prepare";
import { bringPictures } from "./waiting";

/** Between two on a plane, so that none covers another. */
const ASIDE = 350;

interface NewPicturesProps {
  readonly files: readonly File[];
  readonly spot?: Spot | undefined;
}

interface Said {
  readonly nth: number;
  readonly text: string;
  readonly description: string;
}

/** What was pasted or dropped, or nothing yet: one picture has the form of one. */
export function NewPictures({ files, spot }: NewPicturesProps) {
  return files.length > 1 ? <Several files={files} spot={spot} /> : <NewPicture file={files[0]} spot={spot} />;
}

/** Each becomes a note of its own, all of one kind and in one place. */
function Several({ files, spot: start }: NewPicturesProps) {
  const desk = useDesk();
  const { say } = desk;
  const count = files.length;
  const [said, setSaid] = useState<readonly Said[]>(() =>
    files.map((_file, at) => ({ nth: at + 1, text: `${say("picture.text")} ${at + 1}`, description: "" })),
  );
  const place = usePlace(start);
  const ready = useAllReady(files);
  const { spot } = place;
  const isSaid = said.every(({ text }) => text.trim() !== "" && !tooLong(text));
  const may = ready.length === count && ready.some((bytes) => bytes !== null) && spot !== null && isSaid;
  const change = (nth: number, part: Partial<Said>) =>
    setSaid(said.map((each, at) => (at === nth ? { ...each, ...part } : each)));
  const done = async () => {
    const taken = ready.flatMap((bytes, at) => {
      const words = said[at];
      return bytes && words && spot ? [{ bytes, words, spot: aside(spot, at) }] : [];
    });
    const wanted = taken.map(async ({ bytes, words, spot: there }) => ({
      bytes: await bytes.arrayBuffer(),
      type: bytes.type,
      kind: place.kind,
      text: words.text.trim(),
      description: words.description.trim(),
      spot: there,
    }));
    await bringPictures(desk, await Promise.all(wanted));
  };
  return (
    <Modal title={say("picture.many", { count })}>
      <DialogForm word={say("picture.many.add")} may={may} onDone={() => void done()}>
        {said.map((words, at) => (
          <fieldset key={words.nth} class="picture-one">
            <legend>{say("picture.nth", { nth: words.nth, count })}</legend>
            <Preview file={files[at]} />
            {ready[at] === null && (
              <p class="error" role="alert">
                {say("picture.unread")}
              </p>
            )}
            <TextField label={say("note.text")} value={words.text} onChange={(text) => change(at, { text })} />
            <Description text={words.description} onText={(description) => change(at, { description })} />
          </fieldset>
        ))}
        <KindChoice kinds={place.kinds} kind={place.kind} name="kind-pictures" onChoose={place.setKind} />
        <PlaceFields kind={place.kind} spot={spot} onChoose={place.setSpot} />
        <SilenceHint />
      </DialogForm>
    </Modal>
  );
}

function Preview({ file }: { readonly file: File | undefined }) {
  const source = useMemo(() => (file ? URL.createObjectURL(file) : null), [file]);
  useEffect(() => () => (source ? URL.revokeObjectURL(source) : undefined), [source]);
  return source ? <img class="picture-preview" src={source} alt="" /> : null;
}

/** One after the other, as far as they are: large ones would fill a telephone's memory together. Null: cannot be read. */
function useAllReady(files: readonly File[]): readonly (Blob | null)[] {
  const [ready, setReady] = useState<readonly (Blob | null)[]>([]);
  useEffect(() => {
    let isWanted = true;
    void (async () => {
      for (const file of files) {
        const bytes = await prepared(file);
        if (!isWanted) return;
        setReady((before) => [...before, bytes]);
      }
    })();
    return () => {
      isWanted = false;
    };
  }, []);
  return ready;
}

/** Where the nth lies: after those before it, on a plane beside them. */
function aside(spot: Spot, nth: number): Spot {
  const { index, x, y } = spot;
  if (x !== undefined && y !== undefined) return { ...spot, x: onPlane(x + nth * ASIDE), y: onPlane(y - nth * ASIDE) };
  return index === undefined ? spot : { ...spot, index: index + nth };
}
