// Writes dist/icons.svg: one sprite of the icons that the templates draw and that the methods name. Runs after the build.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const require = createRequire(import.meta.url);
const root = join(new URL(".", import.meta.url).pathname, "..");

/** Files below a folder that end as wanted, as text. */
function texts(folder, ending) {
  return readdirSync(join(root, folder), { recursive: true })
    .filter((name) => name.endsWith(ending))
    .map((name) => readFileSync(join(root, folder, name), "utf8"));
}

/** What has an icon in a method: its kinds, and those that people may name. */
function looksOf({ kinds, own_kinds: own }) {
  return [...kinds, ...(own?.looks ?? [])];
}

function names() {
  const drawn = texts("templates", ".html").flatMap((text) => [...text.matchAll(/\bicon\("([\w-]+)"\)/g)]);
  const kinds = texts("facilitator/methods", ".json").flatMap((text) => looksOf(JSON.parse(text)));
  const all = new Set([...drawn.map(([, name]) => name), ...kinds.map((kind) => kind.icon)]);
  return [...all].filter(Boolean).toSorted();
}

/** One icon as a symbol; what the icon set says about strokes goes along. */
function symbol(name) {
  const svg = readFileSync(require.resolve(`lucide-static/icons/${name}.svg`), "utf8");
  const drawing = svg.replace(/^[\s\S]*?<svg[^>]*>/, "").replace("</svg>", "");
  const strokes = `fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"`;
  return `<symbol id="${name}" viewBox="0 0 24 24" ${strokes}>${drawing.replace(/\s+/g, " ").trim()}</symbol>`;
}

const sprite = `<svg xmlns="http://www.w3.org/2000/svg">\n${names().map(symbol).join("\n")}\n</svg>\n`;
writeFileSync(join(root, "static/dist/icons.svg"), sprite);
