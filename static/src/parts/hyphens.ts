/**
 * Where long Finnish and Swedish words may be broken: patterns from a library, since no browser can be relied on for them.
 *
 * Only the drawing knows of it. The text in the page, and so what is copied, searched or read aloud, stays as it was written.
 */

import { signal } from "@preact/signals";

type Hyphenate = (text: string, options: { readonly hyphenChar: string; readonly minWordLength: number }) => string;
type Patterns = { readonly hyphenateSync: Hyphenate };

const LOAD: Readonly<Record<string, () => Promise<Patterns | { readonly default: Patterns }>>> = {
  fi: () => import("hyphen/fi"),
  sv: () => import("hyphen/sv"),
};

/** Shorter words fit into the narrowest note. */
const LONG = 13;
/** Cannot be in a text: the engine takes control characters out. */
const BREAK = "\u001F";

const ENDS_ROOMY = /\p{L}{3}$/u;
const BEGINS_ROOMY = /^\p{L}{4}/u;

const loaded = signal<Readonly<Record<string, Hyphenate>>>({});
const asked = new Set<string>();

/** The text in pieces between which it may be broken; in one piece while the patterns are not here yet. */
export function pieces(text: string, language: string | undefined): readonly string[] {
  if (language === undefined || !(language in LOAD) || !hasLongWord(text)) return [text];
  const hyphenate = loaded.value[language];
  if (hyphenate) return withoutCrumbs(hyphenate(text, { hyphenChar: BREAK, minWordLength: LONG }).split(BREAK));
  void load(language);
  return [text];
}

/** Nobody leaves two letters of a word alone on a line: three at least stay before a break, and four go with it. */
function withoutCrumbs(parts: readonly string[]): readonly string[] {
  const kept: string[] = [];
  let before = "";
  for (const [i, part] of parts.entries()) {
    const after = parts.slice(i).join("");
    if (i > 0 && ENDS_ROOMY.test(before) && BEGINS_ROOMY.test(after)) kept.push(part);
    else kept.push((kept.pop() ?? "") + part);
    before += part;
  }
  return kept;
}

function hasLongWord(text: string): boolean {
  return text.split(/[^\p{L}]+/u).some((word) => word.length >= LONG);
}

async function load(language: string): Promise<void> {
  const patterns = LOAD[language];
  if (!patterns || asked.has(language)) return;
  asked.add(language);
  try {
    const found = await patterns();
    const { hyphenateSync } = "default" in found ? found.default : found;
    loaded.value = { ...loaded.value, [language]: hyphenateSync };
  } catch {
    asked.delete(language); // no connection just now: asked for again with the next long word
  }
}
