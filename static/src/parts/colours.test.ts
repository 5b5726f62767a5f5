import { readFileSync } from "node:fs";
import { join } from "node:path";

import { describe, expect, it } from "vitest";

type Colours = Readonly<Record<string, string>>;

const css = readFileSync(join(import.meta.dirname, "../../css/colours.css"), "utf8");
const [light = "", dark = ""] = css.split("@media (prefers-color-scheme: dark)");
const themes: readonly (readonly [string, Colours])[] = [
  ["light", read(light)],
  ["dark", { ...read(light), ...read(dark) }],
];
const TINTS = ["step", "channel", "org", "pain", "idea", "people", "data", "neutral"];
const GROUNDS = ["panel", "ground", "raised", "accent-pale", "accent-faint"];

describe.each(themes)("the colours of the %s theme", (_theme, colours) => {
  it.each(TINTS)("let every text be read on a note of tint %s", (tint) => {
    const texts = ["ink", "ink-soft", "brand-text", "alert", `label-${tint}`];

    expect(texts.filter((text) => contrast(colours, text, `tint-${tint}`) < 4.5)).toEqual([]);
  });

  it.each(TINTS)("set the edge of tint %s apart from the note and from what is around it", (tint) => {
    const around = ["panel", "ground", "accent-faint", `tint-${tint}`];

    expect(around.filter((ground) => contrast(colours, `edge-${tint}`, ground) < 3)).toEqual([]);
    expect(contrast(colours, "accent", `tint-${tint}`)).toBeGreaterThanOrEqual(3);
  });

  it.each(["ink", "ink-soft", "brand-text", "accent-text", "ok", "alert", "warn"])(
    "let %s be read on every ground",
    (text) => {
      expect(GROUNDS.filter((ground) => contrast(colours, text, ground) < 4.5)).toEqual([]);
    },
  );

  it("let buttons, notices and the focus ring be seen", () => {
    const pairs: readonly (readonly [string, string, number])[] = [
      ["on-brand", "brand", 4.5],
      ["on-brand", "brand-strong", 4.5],
      ["accent", "panel", 3],
      ["accent", "ground", 3],
      ["line-strong", "panel", 3],
      ...["ok", "alert", "warn"].flatMap((name): [string, string, number][] => [
        [name, `${name}-pale`, 4.5],
        ["ink", `${name}-pale`, 4.5],
        [`${name}-edge`, `${name}-pale`, 3],
      ]),
    ];

    expect(pairs.filter(([text, ground, least]) => contrast(colours, text, ground) < least)).toEqual([]);
  });
});

function read(text: string): Colours {
  const found = [...text.matchAll(/--([\w-]+):\s*(?:var\([^,]+,\s*)?(hsl\([^)]*\))/g)];
  return Object.fromEntries(found.map(([, name = "", value = ""]) => [name, value]));
}

/** WCAG 2.2, *contrast ratio*. */
function contrast(colours: Colours, one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(colours, one), luminance(colours, other)].toSorted((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

function luminance(colours: Colours, name: string): number {
  const [, h = 0, s = 0, l = 0] = (/hsl\(([\d.]+) ([\d.]+)% ([\d.]+)%/.exec(colours[name] ?? "") ?? []).map(Number);
  const spread = (s / 100) * Math.min(l / 100, 1 - l / 100);
  const channel = (n: number) => {
    const k = (n + h / 30) % 12;
    const value = l / 100 - spread * Math.max(-1, Math.min(k - 3, 9 - k, 1));
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(0) + 0.7152 * channel(8) + 0.0722 * channel(4);
}
