import type { Strip } from "../../board/place";
import { useDesk } from "../../parts/desk";
import { Hyphenated } from "../../parts/Hyphenated";
import { domId } from "../../parts/dom-id";
import { Icon } from "../../parts/Icon";
import { mayShapeZone } from "../../parts/may";
import { EditButton } from "../../parts/shape/EditButton";
import { ZoneNamer } from "../../parts/shape/ZoneNamer";
import { useNarrow } from "../../parts/useNarrow";
import { inWords, kindsIn } from "../../parts/wording";

interface HeadProps {
  readonly strip: Strip;
  readonly folded: boolean;
}

/** The head of a phase: its name and how many notes it holds; it stays in view while its notes scroll. */
export function PhaseHead({ strip, column, folded }: HeadProps & { readonly column: number }) {
  const { language } = useDesk();
  return (
    <div
      class={folded ? "phase-head folded" : "phase-head"}
      data-strip={strip.id}
      style={{ gridColumn: column + 2, gridRow: 1 }}
    >
      <h3 id={domId(strip.id)} title={folded ? strip.title : undefined}>
        <Hyphenated text={strip.title} lang={language} />
      </h3>
      <Count count={strip.count} />
      <StripButtons strip={strip} folded={folded} />
      {strip.hint && !folded && <p class="unseen">{strip.hint}</p>}
    </div>
  );
}

/** The label of a lane: its name, its kind's icon, and what belongs in it. */
export function LaneLabel({ strip, row, folded }: HeadProps & { readonly row: number }) {
  const desk = useDesk();
  const kinds = kindsIn(desk, { accepts: strip.zone.takes ?? [] });
  const only = kinds.length === 1 ? kinds[0] : undefined;
  const { line } = strip.zone;
  return (
    <div
      class={["lane-label", folded && "folded", line && "lined"].filter(Boolean).join(" ")}
      data-strip={strip.id}
      style={{ gridColumn: 1, gridRow: row + 2 }}
    >
      {line && !folded && <p class="lane-line">{inWords(desk, line)}</p>}
      <p class={only ? `lane-name tint-${only.tint}` : "lane-name"}>
        {only && <Icon name={only.icon} />}
        <b>
          <Hyphenated text={strip.title} lang={desk.language} />
        </b>
      </p>
      {strip.hint && !folded && <p class="lane-hint">{strip.hint}</p>}
      <StripButtons strip={strip} folded={folded} />
    </div>
  );
}

export function Count({ count }: { readonly count: number }) {
  const { say } = useDesk();
  return (
    <span class="count figures">
      <span aria-hidden="true">{count}</span>
      <span class="unseen">{say("note.count", { count })}</span>
    </span>
  );
}

function StripButtons({ strip, folded }: HeadProps) {
  const desk = useDesk();
  const { say, shaping, folded: all } = desk;
  // A narrow head has room for one button: who may name the strip folds it beside its name.
  const one = useNarrow() && mayShapeZone(desk, strip.zone) && !folded;
  const toggle = () => {
    const others = all.value.filter((id) => id !== strip.id);
    all.value = folded ? others : [...others, strip.id];
    shaping.value = null;
  };
  return (
    <>
      <span class="strip-heads">
        {!one && (
          <button
            type="button"
            class="head-button"
            aria-expanded={!folded}
            aria-label={say(folded ? "zone.unfold" : "zone.fold", { zone: strip.title })}
            onClick={toggle}
          >
            <Icon name={folded ? "chevron-right" : "chevron-down"} />
          </button>
        )}
        {!folded && <EditButton zone={strip.zone} title={strip.title} />}
      </span>
      {!folded && <ZoneNamer zone={strip.id} onFold={one ? toggle : undefined} />}
    </>
  );
}
