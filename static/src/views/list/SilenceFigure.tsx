import { useDesk } from "../../parts/desk";
import { silenceFigure } from "../../parts/silence";

/** The one figure of silence, under one's own notes. */
export function SilenceFigure() {
  const desk = useDesk();
  if (desk.store.mode.value !== "silent") return null;
  return <p class="soft figures">{silenceFigure(desk)}.</p>;
}
