/** Whether a log is still the one that a wish was made on. */

/** The code of what was wished before the log went back in time or was begun anew. */
export const OTHER_PAST = "past.other";

/** The half of an epoch that stays while nothing is taken back: emptying a text for good changes the other half alone. */
const PAST_LENGTH = 16;

/** Null, or nothing: not known, and so not another. */
export function isOtherPast(epoch: string | null | undefined, now: string | null): boolean {
  return Boolean(epoch && now) && epoch?.slice(0, PAST_LENGTH) !== now?.slice(0, PAST_LENGTH);
}
