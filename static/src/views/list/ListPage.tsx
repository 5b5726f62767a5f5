import { useDesk } from "../../parts/desk";
import { Foot } from "../../parts/Foot";
import { useNarrow } from "../../parts/useNarrow";
import { ListView } from "./ListView";

export function ListPage() {
  const { several } = useDesk();
  const narrow = useNarrow();
  return (
    <>
      <ListView />
      {(!narrow || several.value) && <Foot />}
    </>
  );
}
