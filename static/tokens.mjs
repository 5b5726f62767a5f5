// Writes css/suomifi.css: the Suomi.fi design tokens as CSS custom properties. Runs before the build.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";

const source = createRequire(import.meta.url).resolve("suomifi-design-tokens/dist/tokens.scss");
const properties = [...readFileSync(source, "utf8").matchAll(/\$(fi-[\w-]+):\s*([^;]+);/g)].map(
  ([, name, value]) => `  --${name}: ${value};`,
);
if (properties.length < 60) throw new Error(`only ${properties.length} tokens in ${source}`);
writeFileSync(new URL("./css/suomifi.css", import.meta.url), `:root {\n${properties.join("\n")}\n}\n`);
