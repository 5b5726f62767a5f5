import { setBoard } from "../acts";
import { useDesk } from "../desk";
import { inWords } from "../wording";

/** What the board shows, where its method knows several: how it is now, or how it should be. */
export function VariantControl() {
  const desk = useDesk();
  const { say, board, boot } = desk;
  const variants = boot.method.variants ?? [];
  const now = board.value?.variant ?? null;
  if (variants.length === 0) return null;
  const all = [
    ...variants.map(({ key, title }) => [key, inWords(desk, title)] as const),
    [null, say("control.variant.none")] as const,
  ];
  return (
    <section class="control">
      <fieldset class="checks">
        <legend>{say("control.variant")}</legend>
        {all.map(([key, title]) => (
          <label class="choice" key={key}>
            <input
              type="radio"
              name="variant"
              checked={now === key}
              onChange={() => setBoard(desk, { variant: key })}
            />
            <span>{title}</span>
          </label>
        ))}
      </fieldset>
    </section>
  );
}
