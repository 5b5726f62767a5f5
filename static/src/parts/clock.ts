import type { Desk } from "./desk";

/** A moment in the reader's time: the hour, the day unless it is today, and the year unless it is this one. */
export function clock({ language }: Pick<Desk, "language">, at: string): string {
  const when = new Date(at);
  const now = new Date();
  const isToday = when.toDateString() === now.toDateString();
  const day = isToday ? {} : ({ day: "numeric", month: "numeric" } as const);
  const year = when.getFullYear() === now.getFullYear() ? {} : ({ year: "numeric" } as const);
  return when.toLocaleString(language, { ...day, ...year, hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
}
