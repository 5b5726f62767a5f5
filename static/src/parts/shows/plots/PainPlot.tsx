import { useDesk } from "../../desk";
import { excerpt, inWords } from "../../wording";
import type { Pain, PainCurve } from "./plot";
import { PlotNote } from "./PlotNote";

const WIDE = 320;
const ROW = 46;
const BAR = 20;
const FIGURE = 44;
const READABLE = 16;
const LETTERS = 44;

/** Phase by phase how much it hurts, each pain point a piece of the bar; below it of what each is made. */
export function PainPlot({ plot }: { readonly plot: PainCurve }) {
  const desk = useDesk();
  const { say } = desk;
  const most = Math.max(1, ...plot.phases.map(({ pains }) => sum(pains)));
  const numbers = new Map(plot.phases.flatMap(({ pains }) => pains).map(({ note }, i) => [note, i + 1]));
  const made = say(plot.voted ? "plots.pain.voted" : "plots.pain.unvoted");
  return (
    <figure>
      <svg viewBox={`0 0 ${WIDE} ${plot.phases.length * ROW}`} role="img" aria-label={say("plots.pain_curve")}>
        {plot.phases.map(({ id, title, pains }, row) => (
          <g key={id} transform={`translate(0 ${row * ROW})`}>
            <text y={14}>{excerpt(inWords(desk, title), LETTERS)}</text>
            {pains.map(({ note, weight }, i) => (
              <Piece
                key={note}
                number={numbers.get(note) ?? 0}
                x={length(sum(pains.slice(0, i)), most)}
                wide={length(weight, most)}
              />
            ))}
            <text class="figures strong" x={length(sum(pains), most) + 6} y={20 + BAR / 2 + 4}>
              {sum(pains)}
            </text>
          </g>
        ))}
      </svg>
      <figcaption class="soft">{say("plots.ungraded", { made })}</figcaption>
      <table>
        <caption class="unseen">{say("plots.pain_curve")}</caption>
        <thead>
          <tr>
            <th scope="col">{say("plots.pain")}</th>
            <th scope="col">{made}</th>
          </tr>
        </thead>
        {plot.phases
          .filter(({ pains }) => pains.length > 0)
          .map(({ id, title, pains }) => (
            <tbody key={id}>
              <tr>
                <th scope="rowgroup">{inWords(desk, title)}</th>
                <td class="figures strong">{sum(pains)}</td>
              </tr>
              {pains.map((pain) => (
                <tr key={pain.note}>
                  <td>
                    <PlotNote id={pain.note} number={numbers.get(pain.note) ?? 0} />
                  </td>
                  <td class="figures">{apart(pain, plot.voted)}</td>
                </tr>
              ))}
            </tbody>
          ))}
      </table>
    </figure>
  );
}

interface PieceProps {
  readonly number: number;
  readonly x: number;
  readonly wide: number;
}

function Piece({ number, x, wide }: PieceProps) {
  if (wide === 0) return null;
  return (
    <>
      <rect class="plot-piece tint-pain" x={x} y={20} width={wide} height={BAR} />
      {wide >= READABLE && (
        <text class="figures" x={x + wide / 2} y={20 + BAR / 2 + 4} text-anchor="middle">
          {number}
        </text>
      )}
    </>
  );
}

/** *3 × 4 × ? = 36*. */
function apart({ votes, severity, frequency, weight }: Pain, voted: boolean): string {
  const grades = [severity ?? "?", frequency ?? "?"];
  return `${(voted ? [votes, ...grades] : grades).join(" × ")} = ${weight}`;
}

function sum(pains: readonly Pain[]): number {
  return pains.reduce((all, { weight }) => all + weight, 0);
}

function length(weight: number, most: number): number {
  return (weight / most) * (WIDE - FIGURE);
}
