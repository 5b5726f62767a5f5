import { useDesk } from "../parts/desk";
import { Logo } from "../parts/Logo";
import { Refusals } from "../parts/Refusals";

/** The workshop has ended: what was made can be read and downloaded, and what did not arrive any more is still its author's. */
export function Closed() {
  const { boot, say } = useDesk();
  const page = boot.urls.record ?? boot.urls.leave ?? boot.urls.read;
  return (
    <main class="ended" tabIndex={-1}>
      <span class="logo">
        <Logo />
      </span>
      <p class="crumb">{boot.workshop.crumb}</p>
      <h1>{say("closed.title")}</h1>
      <p>{say("closed.text")}</p>
      <Refusals all />
      {page && (
        <a class="button main" href={page}>
          {say("closed.record")}
        </a>
      )}
    </main>
  );
}
