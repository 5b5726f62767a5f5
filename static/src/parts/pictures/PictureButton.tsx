import type { Spot } from "../../board/place";
import { useDesk } from "../desk";
import { Icon } from "../Icon";
import { mayBring, openNewPicture } from "./usePictures";

/** The way to a picture where one writes: a file, or a telephone's camera. */
export function PictureButton({ spot }: { readonly spot?: Spot }) {
  const desk = useDesk();
  const word = desk.say("picture.new");
  return (
    <button
      type="button"
      class="button small icon-only picture-button"
      aria-label={word}
      title={word}
      onClick={() => openNewPicture(desk, [], spot)}
    >
      <Icon name="image" />
    </button>
  );
}

/** The same where there is room for its word. In the menu no place is meant yet. */
export function PictureOpener({ spot, look = "" }: { readonly spot?: Spot; readonly look?: string }) {
  const desk = useDesk();
  if (!mayBring(desk)) return null;
  return (
    <button type="button" class={`button ${look}`} onClick={() => openNewPicture(desk, [], spot)}>
      <Icon name="image" />
      {desk.say("picture.new")}
    </button>
  );
}
