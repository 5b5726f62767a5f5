import { useDesk } from "../../desk";
import { Icon } from "../../Icon";
import { GridPlot } from "./GridPlot";
import { NetworkPlot } from "./NetworkPlot";
import { PainPlot } from "./PainPlot";
import type { Plot } from "./plot";

/** What people would rather look at: each picture opens with the table of what it shows. */
export function Plots({ plots }: { readonly plots: readonly Plot[] }) {
  const { say } = useDesk();
  return (
    <section>
      <h3>{say("plots.title")}</h3>
      {plots.map((plot) => (
        <details class="plot behind" key={plot.key === "grid" ? plot.zone : plot.key}>
          <summary>
            <span>{say(`plots.${plot.key}`)}</span>
            <Icon name="chevron-down" />
          </summary>
          <Drawn plot={plot} />
        </details>
      ))}
    </section>
  );
}

function Drawn({ plot }: { readonly plot: Plot }) {
  if (plot.key === "pain_curve") return <PainPlot plot={plot} />;
  return plot.key === "grid" ? <GridPlot plot={plot} /> : <NetworkPlot plot={plot} />;
}
