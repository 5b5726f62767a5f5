// The browser's own reducer, over a log from standard input: a list of lists of changes. Tells the items that are left.
import { text } from "node:stream/consumers";
import { rolldown } from "rolldown";

const bundle = await rolldown({ input: "static/src/board/reduce.ts" });
const { output } = await bundle.generate({ format: "esm" });
const { lay } = await import(`data:text/javascript,${encodeURIComponent(output[0].code)}`);

const items = new Map();
for (const changes of JSON.parse(await text(process.stdin))) lay(items, changes);
console.log(JSON.stringify([...items.values()]));
