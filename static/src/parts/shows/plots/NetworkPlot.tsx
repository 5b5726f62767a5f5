import { useDesk } from "../../desk";
import { inWords, isBroken, linkKindOf, stateWords } from "../../wording";
import type { Network, NetworkRelation } from "./plot";
import { PlotNote } from "./PlotNote";

const SIDE = 320;
const MARK = 11;
const HEAD = 8;

interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Who is joined to whom, by numbers; the table says it in sentences. */
export function NetworkPlot({ plot }: { readonly plot: Network }) {
  const desk = useDesk();
  const { say } = desk;
  const spots = new Map(plot.notes.map(({ note }, i) => [note, around(i, plot.notes.length)]));
  const numbers = new Map(plot.notes.map(({ note }, i) => [note, i + 1]));
  const there = (id: string) => numbers.get(id) ?? 0;
  return (
    <figure>
      <svg viewBox={`${-SIDE / 2} ${-SIDE / 2} ${SIDE} ${SIDE}`} role="img" aria-label={say("plots.network")}>
        {plot.relations.map((relation) => (
          <Arrow key={relation.id} relation={relation} start={spots.get(relation.from)} end={spots.get(relation.to)} />
        ))}
        {plot.notes.map(({ note }) => {
          const { x, y } = spots.get(note) ?? { x: 0, y: 0 };
          return (
            <g key={note}>
              <circle class="plot-piece tint-neutral" cx={x} cy={y} r={MARK} />
              <text class="figures" x={x} y={y + 4} text-anchor="middle">
                {there(note)}
              </text>
            </g>
          );
        })}
      </svg>
      <figcaption class="soft">
        {plot.relations.some(({ state }) => isBroken(state ?? undefined)) && say("plots.broken")}{" "}
        {plot.left > 0 && say("plots.left", { count: plot.left })}
      </figcaption>
      <table>
        <caption class="unseen">{say("plots.network")}</caption>
        <thead>
          <tr>
            <th scope="col">{say("link.from")}</th>
            <th scope="col">{say("link.kind")}</th>
            <th scope="col">{say("link.to")}</th>
          </tr>
        </thead>
        <tbody>
          {plot.relations.map(({ id, from, to, kind, state }) => (
            <tr key={id}>
              <td>
                <PlotNote id={from} number={there(from)} />
              </td>
              <td>
                {inWords(desk, linkKindOf(desk, kind)?.sentence)} →{state && <b> {stateWords(desk, state)}</b>}
              </td>
              <td>
                <PlotNote id={to} number={there(to)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}

interface ArrowProps {
  readonly relation: NetworkRelation;
  readonly start: Spot | undefined;
  readonly end: Spot | undefined;
}

/** From mark to mark, with its head at the end, and a cross in the middle where it does not work. */
function Arrow({ relation, start, end }: ArrowProps) {
  if (!start || !end) return null;
  const far = Math.hypot(end.x - start.x, end.y - start.y);
  const [across, down] = [(end.x - start.x) / far, (end.y - start.y) / far];
  const tip = { x: end.x - across * (MARK + 1), y: end.y - down * (MARK + 1) };
  const back = { x: tip.x - across * HEAD, y: tip.y - down * HEAD };
  const [aside, along] = [(down * HEAD) / 2, (across * HEAD) / 2];
  const broken = isBroken(relation.state ?? undefined);
  const middle = { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 };
  return (
    <g class={broken ? "plot-arrow broken" : "plot-arrow"}>
      <line x1={start.x + across * MARK} y1={start.y + down * MARK} x2={back.x} y2={back.y} />
      <polygon points={`${tip.x},${tip.y} ${back.x - aside},${back.y + along} ${back.x + aside},${back.y - along}`} />
      {broken && (
        <>
          <circle cx={middle.x} cy={middle.y} r={9} />
          <text x={middle.x} y={middle.y + 6} text-anchor="middle">
            ×
          </text>
        </>
      )}
    </g>
  );
}

/** Evenly around, the first at the top. */
function around(at: number, count: number): Spot {
  const [turn, reach] = [(2 * Math.PI * at) / count, SIDE / 2 - MARK - 4];
  return { x: Math.sin(turn) * reach, y: -Math.cos(turn) * reach };
}
