import { useDesk } from "../../desk";
import { inWords } from "../../wording";
import type { Grid, GridAxis } from "./plot";
import { PlotNote } from "./PlotNote";

const STEPS = [1, 2, 3, 4, 5];
const SIDE = 56;
const EDGE = 20;
const MOST = 4;

/** Fifth by fifth, which notes lie together: by their numbers, which the table tells. */
export function GridPlot({ plot }: { readonly plot: Grid }) {
  const desk = useDesk();
  const { say } = desk;
  const { x, y, notes } = plot;
  const axis = ({ title, low, high }: GridAxis) =>
    `${inWords(desk, title)} (${inWords(desk, low)} … ${inWords(desk, high)})`;
  const lying = (across: number, up: number) =>
    notes.flatMap((each, i) => (each.x === across && each.y === up ? [i + 1] : []));
  return (
    <figure>
      <svg viewBox={`0 0 ${EDGE + 5 * SIDE} ${EDGE + 5 * SIDE}`} role="img" aria-label={say("plots.grid")}>
        {STEPS.flatMap((across) =>
          STEPS.map((up) => {
            const here = lying(across, up);
            const [left, top] = [EDGE + (across - 1) * SIDE, (5 - up) * SIDE];
            return (
              <g key={`${across}/${up}`}>
                <rect
                  class={here.length > 0 ? "plot-piece tint-step" : "plot-cell"}
                  x={left + 1}
                  y={top + 1}
                  width={SIDE - 2}
                  height={SIDE - 2}
                  rx={4}
                />
                {inCell(here).map((line, i, all) => (
                  <text
                    key={line}
                    class="figures"
                    x={left + SIDE / 2}
                    y={top + SIDE / 2 + 4 + (i - (all.length - 1) / 2) * 16}
                    text-anchor="middle"
                  >
                    {line}
                  </text>
                ))}
              </g>
            );
          }),
        )}
        {STEPS.map((step) => (
          <g key={step} class="plot-soft figures">
            <text x={EDGE + (step - 0.5) * SIDE} y={5 * SIDE + 15} text-anchor="middle">
              {step}
            </text>
            <text x={EDGE / 2} y={(5.5 - step) * SIDE + 4} text-anchor="middle">
              {step}
            </text>
          </g>
        ))}
      </svg>
      <figcaption class="soft">
        ↑ {axis(y)}
        <br />→ {axis(x)}
      </figcaption>
      <Told plot={plot} />
    </figure>
  );
}

/** The same as rows. */
function Told({ plot: { x, y, notes } }: { readonly plot: Grid }) {
  const desk = useDesk();
  const { say } = desk;
  return (
    <table>
      <caption class="unseen">{say("plots.grid")}</caption>
      <thead>
        <tr>
          <th scope="col">{say("plots.note")}</th>
          <th scope="col">{inWords(desk, y.title)}</th>
          <th scope="col">{inWords(desk, x.title)}</th>
        </tr>
      </thead>
      <tbody>
        {notes.map((each, i) => (
          <tr key={each.note}>
            <td>
              <PlotNote id={each.note} number={i + 1} />
            </td>
            <td class="figures">{each.y}</td>
            <td class="figures">{each.x}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** *1 4* and below it *7 +2*: two numbers to a line. */
function inCell(numbers: readonly number[]): readonly string[] {
  const shown = numbers.length > MOST ? numbers.slice(0, MOST - 1) : numbers;
  const told = [...shown.map(String), ...(numbers.length > MOST ? [`+${numbers.length - shown.length}`] : [])];
  return [told.slice(0, 2), told.slice(2)].filter((line) => line.length > 0).map((line) => line.join("  "));
}
