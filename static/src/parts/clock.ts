import type { Desk } from "./desk";

/** A moment in the reader's time: the hour, and the day unless it is today. */
export function clock({ language }: Pick<Desk, "language">, at: string): string {
  const when = new Date(at);
  const isToday = when.toDateString() === new Date().toDateString();
  const day = isToday ? {} : ({ day: "numeric", month: "numeric" } as const);
  return when.toLocaleString(language, { ...day, hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
}
