/** Before a workshop opens: look now and then, quietly, and load the page anew only once there is something else on it. */

const EVERY_MS = 10_000;

/** Whether the door still says that people wait. An answer that tells nothing, such as none, changes nothing. */
export async function isWaiting(): Promise<boolean> {
  try {
    const answer = await fetch(location.href, { cache: "no-store" });
    if (answer.status === 429 || answer.status >= 500) return true;
    return !answer.redirected && (await answer.text()).includes('id="waiting"');
  } catch {
    return true;
  }
}

async function look(): Promise<void> {
  if (await isWaiting()) later();
  else location.reload();
}

/** A little apart, so that forty browsers do not all come in the same moment. */
function later(): void {
  setTimeout(() => void look(), EVERY_MS * (0.75 + Math.random() / 2));
}

if (!new URLSearchParams(location.search).has("still")) later();
