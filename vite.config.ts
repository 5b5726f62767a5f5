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
  // A loaded machine is slow, not wrong: no test rests on how fast it is.
  test: { environment: "jsdom", root: "static/src", pool: "threads", maxWorkers: 1, testTimeout: 30_000 },
});
