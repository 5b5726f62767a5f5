/** Names in one text: *PRH; Verohallinto*, *PRH · Verohallinto*, or one a line. */

import type { FieldType } from "../../board/method";

export const MOST_NAMES = 20;
/** A comma may belong to a name, these hardly do. The same as the engine's. */
const BETWEEN = /\s*[·;\n]\s*|\s+\/\s+/;

/** What a text names, each once. */
export function partsOf(text: string): readonly string[] {
  const parts = text.split(BETWEEN).map((part) => part.trim().replace(/\s+/g, " "));
  return [...new Set(parts.filter((part) => part !== ""))];
}

/** Names as one text, which reads as the same names. */
export function together(names: unknown): string {
  return (Array.isArray(names) ? names : []).join("; ");
}

/** The type of each of the names that a field holds, where these are parties that may be suggested. */
export const PARTIES: Partial<Record<FieldType, "organisation" | "stakeholder">> = {
  organisation: "organisation",
  organisations: "organisation",
  stakeholder: "stakeholder",
  stakeholders: "stakeholder",
};

export function holdsNames({ type }: { readonly type: FieldType }): boolean {
  return type === "organisations" || type === "stakeholders";
}
