import type { Mode } from "../../board/items";
import { setMode } from "../acts";
import { begin, reveal } from "../coming";
import { useDesk } from "../desk";
import { Icon } from "../Icon";
import { isAddable } from "../may";
import { Modal } from "../Modal";
import { silenceFigure } from "../silence";
import { addWord } from "../wording";
import { BallotControl } from "./BallotControl";
import { EvidenceControl } from "./EvidenceControl";
import { FloorControl } from "./FloorControl";
import { KindsControl } from "./KindsControl";
import { RightsControl } from "./RightsControl";
import { VariantControl } from "./VariantControl";

const MODES = ["open", "silent", "vote", "look"] as const;

/** Leading the board: how people work, showing what was written, ballots, and the way to closing the workshop. */
export function ControlPanel() {
  const { say, boot, board, dialog } = useDesk();
  const page = boot.urls.workshop;
  const ended = board.value?.ended === true;
  const closing = ended ? undefined : (boot.urls.close ?? page);
  return (
    <Modal title={say("control.title")} side>
      {ended ? (
        <p class="hint">{say("control.ended")}</p>
      ) : (
        <>
          <Reveal />
          <FloorControl />
          <ModeControl />
        </>
      )}
      <BallotControl />
      <RightsControl />
      <ShapeControl />
      <KindsControl />
      <VariantControl />
      <EvidenceControl />
      <section class="control">
        <h3>{say("acts.title")}</h3>
        <p class="hint">{say("control.acts.what")}</p>
        <button type="button" class="button small" onClick={() => (dialog.value = { name: "acts" })}>
          {say("control.acts")}
        </button>
      </section>
      <section class="control">
        <h3>{say("control.workshop")}</h3>
        {page && (
          <p>
            <a href={page}>{say("control.workshop.page")}</a>
          </p>
        )}
        {closing && (
          <div class="apart">
            <p class="hint">{say("control.workshop.close.what")}</p>
            <a class="button danger" href={closing}>
              {say("control.workshop.close")}
            </a>
          </div>
        )}
      </section>
    </Modal>
  );
}

/** Ending the silence shows what was written in it, which cannot be taken back: it waits a while (`Coming`). */
function Reveal() {
  const desk = useDesk();
  const { say, store } = desk;
  if (store.mode.value !== "silent") return null;
  const { notes } = store.silence.value;
  return (
    <section class="control reveal">
      <h3>{say("control.reveal")}</h3>
      <p class="hint">
        {notes === 0 ? say("control.reveal.none") : say("control.reveal.what", { figure: silenceFigure(desk) })}
      </p>
      <button type="button" class="button main" onClick={() => begin(desk, reveal(desk))}>
        {say("control.reveal")}
      </button>
    </section>
  );
}

function ModeControl() {
  const desk = useDesk();
  const { say, store } = desk;
  const now = store.mode.value;
  const shows = now === "silent";
  return (
    <section class="control">
      <h3>{say("control.mode")}</h3>
      <ul class="modes">
        {MODES.map((mode) => (
          <li key={mode} class={mode === now ? "mode current" : "mode"}>
            <p>
              <b>{say(`mode.${mode}`)}</b>
              {mode === now && (
                <span class="mode-now">
                  <Icon name="check" />
                  {say("mode.now")}
                </span>
              )}
            </p>
            <p class="hint">{say(`mode.${mode}.what`)}</p>
            {mode !== now && <ModeButton mode={mode} shows={shows} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function ModeButton({ mode, shows }: { readonly mode: Mode; readonly shows: boolean }) {
  const desk = useDesk();
  const { say } = desk;
  const word = say("mode.choose");
  return (
    <>
      {shows && <p class="hint">{say("control.reveal.also")}</p>}
      <button
        type="button"
        class="button small"
        aria-label={`${word}: ${say(`mode.${mode}`)}`}
        onClick={() => (shows ? begin(desk, reveal(desk, mode)) : setMode(desk, mode))}
      >
        {word}
      </button>
    </>
  );
}

function ShapeControl() {
  const desk = useDesk();
  const { say, dialog } = desk;
  const axes = (["phase", "lane", undefined] as const).filter((axis) => isAddable(desk, axis));
  if (axes.length === 0) return null;
  return (
    <section class="control">
      <h3>{say("control.shape")}</h3>
      <p class="hint">{say("control.shape.what")}</p>
      <p class="row">
        {axes.map((axis) => (
          <button
            key={axis ?? "zone"}
            type="button"
            class="button small"
            onClick={() => {
              dialog.value = { name: "zoneAdd", axis };
            }}
          >
            <Icon name="plus" />
            {addWord(desk, axis)}
          </button>
        ))}
      </p>
    </section>
  );
}
