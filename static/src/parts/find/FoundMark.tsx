import { useDesk } from "../desk";
import { Icon } from "../Icon";

/** Says on the note that the search has gone to which of them it is. Whoever listens hears it from the search field. */
export function FoundMark({ note }: { readonly note: string }) {
  const { find } = useDesk();
  return (
    <span class="found-mark figures" aria-hidden="true">
      <Icon name="search" />
      {find.numbers.value.get(note)}/{find.found.value.length}
    </span>
  );
}
