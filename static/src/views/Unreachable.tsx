import { useDesk } from "../parts/desk";
import { Logo } from "../parts/Logo";
import { writtenIn } from "../parts/refused";

/** The seat has ended and trying again will not help; what was not saved can still be copied from here. */
export function Unreachable() {
  const { boot, store, say } = useDesk();
  const unsaved = store.pending.value.map(writtenIn).filter(Boolean);
  // A page that is only too old ends nobody's being here: what it could not send is there for the new one.
  const isKept =
    store.turnedAway.value?.code === "protocol.old" && store.mark.value.kept === store.pending.value.length;
  return (
    <main class="ended" tabIndex={-1}>
      <span class="logo">
        <Logo />
      </span>
      <p class="crumb">{boot.workshop.crumb}</p>
      <h1>{boot.board.title}</h1>
      <p role="alert">{store.turnedAway.value?.message || say("app.failed")}</p>
      {unsaved.length > 0 && (
        <section class="notice warn">
          <h2>{say(isKept ? "unsaved.kept" : "unsaved.title")}</h2>
          <ul>
            {unsaved.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </section>
      )}
      <p class="row">
        <button type="button" class="button main" onClick={() => location.reload()}>
          {say("app.again")}
        </button>
        {boot.urls.leave && (
          <a class="button" href={boot.urls.leave}>
            {say("app.back")}
          </a>
        )}
      </p>
    </main>
  );
}
