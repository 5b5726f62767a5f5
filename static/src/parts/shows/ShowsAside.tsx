import { Aside } from "../Aside";
import { useDesk } from "../desk";
import { Shows } from "./Shows";

/** What the map shows, beside the board. */
export function ShowsAside() {
  const { showing, say } = useDesk();
  return (
    <Aside open={showing} title={say("shows.title")} opener=".shows-button">
      <Shows />
    </Aside>
  );
}
