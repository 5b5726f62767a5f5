import { useDesk } from "../../parts/desk";
import { Icon } from "../../parts/Icon";
import { fit, LEAST, MOST, setZoom, zoomBy } from "./zoom";

/** Larger, smaller, all of it, as it is; and which arrows are drawn. */
export function ZoomControls() {
  const desk = useDesk();
  const { say, zoom, arrows, boot, dialog } = desk;
  const percent = Math.round(zoom.value * 100);
  return (
    <div class="zoom" role="group" aria-label={say("zoom.label")}>
      {boot.method.links.length > 0 && (
        <button
          type="button"
          class="tool"
          aria-pressed={arrows.value}
          onClick={() => {
            arrows.value = !arrows.value;
          }}
        >
          <Icon name="spline" />
          <span>{say("tool.arrows")}</span>
        </button>
      )}
      <button type="button" class="tool" onClick={() => (dialog.value = { name: "relations" })}>
        <Icon name="list" />
        <span>{say("tool.more")}</span>
      </button>
      <span class="rule" aria-hidden="true" />
      <button
        type="button"
        class="tool icon-only"
        aria-label={say("zoom.out")}
        disabled={zoom.value <= LEAST}
        onClick={() => zoomBy(desk, -1)}
      >
        <Icon name="minus" />
      </button>
      <button type="button" class="tool figures" onClick={() => setZoom(desk, 1)}>
        {percent === 100 ? say("zoom.whole") : `${percent} %`}
      </button>
      <button
        type="button"
        class="tool icon-only"
        aria-label={say("zoom.in")}
        disabled={zoom.value >= MOST}
        onClick={() => zoomBy(desk, 1)}
      >
        <Icon name="plus" />
      </button>
      <button type="button" class="tool" onClick={() => fit(desk)}>
        <Icon name="maximize" />
        <span>{say("zoom.fit")}</span>
      </button>
    </div>
  );
}
