/** Notes on the clipboard: as text for other programs, a line a note, and as notes for this one. */

import type { Fields, Note, Picture } from "../../board/items";
import { tooLong } from "../TextLimits";

/** What only this product understands. */
export const NOTES = "application/x-facilitator-notes";

export interface Copied {
  readonly kind: string;
  readonly text: string;
  readonly lang: string | undefined;
  readonly fields: Fields | undefined;
  readonly picture?: Picture | undefined;
}

export function copyOf({ kind, text, lang, fields, picture }: Note): Copied {
  return { kind, text, lang, fields, picture };
}

export function asText(notes: readonly Note[]): string {
  return notes.map(({ text }) => text.replace(/\s*\n\s*/g, " ")).join("\n");
}

/** Pictures stay on their board: another one does not have them. */
export function pack(notes: readonly Note[]): string {
  return JSON.stringify(notes.map((note) => ({ ...copyOf(note), picture: undefined })));
}

/** Whatever another page may have put there: only what could be notes comes out. */
export function unpack(packed: string): readonly Copied[] {
  try {
    const found: unknown = JSON.parse(packed);
    return Array.isArray(found) ? found.flatMap(read) : [];
  } catch {
    return [];
  }
}

function read(one: unknown): readonly Copied[] {
  if (typeof one !== "object" || one === null) return [];
  const { kind, text, lang, fields } = one as Fields;
  if (typeof kind !== "string" || typeof text !== "string" || !text.trim() || tooLong(text)) return [];
  const known = typeof fields === "object" && fields !== null ? (fields as Fields) : undefined;
  return [{ kind, text, lang: typeof lang === "string" ? lang : undefined, fields: known }];
}
