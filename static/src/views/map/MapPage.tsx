import { Foot } from "../../parts/Foot";
import { MapView } from "./MapView";
import { ZoomControls } from "./ZoomControls";

export function MapPage() {
  return (
    <>
      <MapView />
      <Foot>
        <ZoomControls />
      </Foot>
    </>
  );
}
