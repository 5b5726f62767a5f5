/** What the board says, in one language at a time: the others are never loaded. What only later files say comes with them. */

import type { Language } from "../board/items";
import type { Key as FirstKey, Words } from "./fi";
import type { LaterKey, LaterWords } from "./later/fi";

export type { Words } from "./fi";

export type Key = FirstKey | LaterKey;

export type Values = Readonly<Record<string, string | number>>;

/** `say("note.count", { count: 2 })`: the wording with the values in it; `count` chooses between one and other. */
export type Say = (key: Key, values?: Values) => string;

const LOAD: Readonly<Record<Language, () => Promise<Words>>> = {
  fi: () => import("./fi").then((file) => file.fi),
  sv: () => import("./sv").then((file) => file.sv),
  en: () => import("./en").then((file) => file.en),
};

const LATER: Readonly<Record<Language, () => Promise<LaterWords>>> = {
  fi: () => import("./later/fi").then((file) => file.fi),
  sv: () => import("./later/sv").then((file) => file.sv),
  en: () => import("./later/en").then((file) => file.en),
};

/** What was learnt since; a key that is not there yet says nothing. */
let learnt: Partial<LaterWords> = {};

/** Load what only later files say, for every speaker there is. */
export async function learn(language: Language): Promise<void> {
  learnt = await LATER[language]();
}

/** Load a language's words once, and hand back the function that speaks them. */
export async function speak(language: Language): Promise<Say> {
  return speaker(language, await LOAD[language]());
}

export function speaker(language: Language, words: Words): Say {
  const plural = new Intl.PluralRules(language);
  return (key, values = {}) => {
    const found = words[key as FirstKey] ?? learnt[key as LaterKey] ?? "";
    const wording =
      typeof found === "string" ? found : plural.select(Number(values.count)) === "one" ? found.one : found.other;
    return wording.replace(/%\((\w+)\)s/g, (_, name: string) => String(values[name] ?? ""));
  };
}
