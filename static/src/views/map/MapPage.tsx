import { useDesk } from "../../parts/desk";
import { Foot } from "../../parts/Foot";
import { useLayout } from "./layouts";
import { MapView } from "./MapView";
import { ZoomControls } from "./ZoomControls";

export function MapPage() {
  const { boot, say } = useDesk();
  const isThere = useLayout(boot.method.layout);
  return (
    <>
      {isThere ? <MapView /> : <p class="loading">{say("app.loading")}</p>}
      <Foot>
        <ZoomControls />
      </Foot>
    </>
  );
}
