import { defineConfig } from "vitest/config";

export default defineConfig({
  root: "static/src",
  base: "/static/dist/",
  publicDir: false,
  cacheDir: "../../node_modules/.vite",
  build: {
    outDir: "../dist",
    emptyOutDir: true,
    target: ["safari15.4", "chrome109", "firefox128"], // the oldest that are named in docs/browsers.md
    manifest: "manifest.json", // not in .vite/: packaging loses folders that begin with a dot
    assetsInlineLimit: 0, // the content security policy allows fonts from this host alone, no data: addresses
    rolldownOptions: {
      input: {
        main: "static/src/main.tsx",
        site: "static/src/site.ts",
        waiting: "static/src/waiting.ts",
        following: "static/src/following.ts",
        parting: "static/src/parting.ts",
      },
    },
  },
  test: {
    root: "static/src",
    pool: "threads",
    maxWorkers: 1,
    testTimeout: 30_000, // a loaded machine is slow, not wrong: no test rests on how fast it is
    projects: [
      // All in one document, since to make one costs more than most of these tests do. So each leaves it as it was; and
      // who stops the clock stops drawing with it: jsdom draws by setInterval.
      {
        extends: true,
        test: {
          name: "drawn",
          include: ["**/*.test.tsx"],
          environment: "jsdom",
          isolate: false,
          setupFiles: ["patience-drawn.ts"],
        },
      },
      // Who needs a document here says so in the first line.
      { extends: true, test: { name: "thought", include: ["**/*.test.ts"], environment: "node" } },
    ],
  },
});
