const AGAIN_AFTER_MS = 2_000;

/** What a function fetches, however often it must be asked: without a network it is tried again until there is one. */
export async function untilThere<T>(fetched: () => Promise<T>, onFailure: () => void = () => undefined): Promise<T> {
  for (;;) {
    try {
      return await fetched();
    } catch {
      onFailure();
      await new Promise((done) => setTimeout(done, AGAIN_AFTER_MS));
    }
  }
}
