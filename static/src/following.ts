/** On the page beside the boards: look now and then where the room is, and change only the line that says so. */

const EVERY_MS = 8_000;

/** Take over what the page says now. An answer that tells nothing, such as none, changes nothing. */
export async function follow(page: Document = document): Promise<"same" | "gone on" | "over"> {
  const room = page.getElementById("room");
  try {
    const answer = await fetch(location.href, { cache: "no-store" });
    if (!room || !answer.ok || answer.redirected) return "same";
    const there = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("room");
    if (!there) return "over";
    if (there.dataset["mark"] === room.dataset["mark"]) return "same";
    const hadFocus = room.contains(page.activeElement);
    room.dataset["mark"] = there.dataset["mark"];
    room.replaceChildren(...there.childNodes);
    if (hadFocus) room.querySelector("a")?.focus();
    return "gone on";
  } catch {
    return "same";
  }
}

async function look(): Promise<void> {
  clearTimeout(next);
  if (document.visibilityState !== "hidden" && (await follow()) === "over") location.reload();
  else later();
}

let next: ReturnType<typeof setTimeout> | undefined;

/** A little apart, so that forty browsers do not all come in the same moment. */
function later(): void {
  clearTimeout(next);
  next = setTimeout(() => void look(), EVERY_MS * (0.75 + Math.random() / 2));
}

later();
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible") void look();
});
