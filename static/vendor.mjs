// Puts beside the build what it does not bundle: one sprite of the icons in use, and the API page's viewer.
import { copyFileSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const require = createRequire(import.meta.url);
const here = new URL(".", import.meta.url).pathname;
const dist = join(here, "dist");

/** Icons listed in icons.txt, and those that the methods name for their kinds of note. */
function iconNames() {
  const listed = readFileSync(join(here, "icons.txt"), "utf8").split("\n").filter(Boolean);
  const methods = join(here, "../facilitator/methods");
  const kinds = readdirSync(methods)
    .filter((name) => name.endsWith(".json"))
    .flatMap((name) => JSON.parse(readFileSync(join(methods, name), "utf8")).kinds);
  return [...new Set([...listed, ...kinds.map((kind) => kind.icon)])].toSorted();
}

/** One icon as a symbol; what the icon set says about strokes goes along. */
function symbol(name) {
  const svg = readFileSync(require.resolve(`lucide-static/icons/${name}.svg`), "utf8");
  const drawing = svg.replace(/^[\s\S]*?<svg[^>]*>/, "").replace("</svg>", "");
  const lines = `fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"`;
  return `<symbol id="${name}" viewBox="0 0 24 24" ${lines}>${drawing.replace(/\s+/g, " ").trim()}</symbol>`;
}

writeFileSync(
  join(dist, "icons.svg"),
  `<svg xmlns="http://www.w3.org/2000/svg">\n${iconNames().map(symbol).join("\n")}\n</svg>\n`,
);

mkdirSync(join(dist, "swagger"), { recursive: true });
for (const name of ["swagger-ui.css", "swagger-ui-bundle.js", "swagger-ui-standalone-preset.js"]) {
  copyFileSync(join(dirname(require.resolve("swagger-ui-dist/package.json")), name), join(dist, "swagger", name));
}
