import type { MethodKind } from "../board/method";
import { useDesk } from "./desk";
import { Icon } from "./Icon";
import { inWords } from "./wording";

interface KindChoiceProps {
  readonly kinds: readonly MethodKind[];
  readonly kind: string;
  readonly name: string;
  readonly onChoose: (kind: string) => void;
}

/** Which kind of note, where a place takes several; with one kind there is nothing to choose. */
export function KindChoice({ kinds, kind, name, onChoose }: KindChoiceProps) {
  const desk = useDesk();
  if (kinds.length < 2) return null;
  return (
    <fieldset class="kinds">
      <legend class="unseen">{desk.say("note.kind")}</legend>
      {kinds.map(({ key, icon, title, tint }) => (
        <label key={key} class={`kind tint-${tint}`}>
          <input type="radio" name={name} value={key} checked={key === kind} onChange={() => onChoose(key)} />
          <Icon name={icon} />
          <span>{inWords(desk, title)}</span>
        </label>
      ))}
    </fieldset>
  );
}
