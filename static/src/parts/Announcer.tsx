import { useDesk } from "./desk";

/** What assistive technology hears: one polite voice and one that interrupts. The rest of the board is silent. */
export function Announcer() {
  const told = useDesk().told.value;
  return (
    <>
      <p class="unseen" role="status">
        {told && !told.urgent ? told.text : ""}
      </p>
      <p class="unseen" role="alert">
        {told?.urgent ? told.text : ""}
      </p>
    </>
  );
}
