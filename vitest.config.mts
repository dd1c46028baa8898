import { defineConfig } from "vitest/config";

/** One project a test level, so that each can be run by itself: `npx vitest run --project unit`. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: [
            "server/src/**/*.test.ts",
            "test/unit/**/*.test.ts",
            "test/rules/**/*.test.ts",
            "test/recall/**/*.test.ts",
          ],
        },
      },
      { test: { name: "engine", include: ["test/engine/**/*.test.ts"], testTimeout: 60_000 } },
      { test: { name: "corpus", include: ["test/corpus/**/*.test.ts"], testTimeout: 300_000, hookTimeout: 300_000 } },
      {
        test: {
          name: "protocol",
          include: ["test/lsp/**/*.test.ts"],
          globalSetup: ["test/lsp/support/build-server.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: "command",
          include: ["test/cli/**/*.test.ts"],
          globalSetup: ["test/cli/support/build-cli.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      { test: { name: "package", include: ["test/package/**/*.test.ts"], testTimeout: 180_000, hookTimeout: 180_000 } },
      {
        test: {
          name: "parity",
          include: ["test/parity/**/*.test.ts"],
          globalSetup: ["test/cli/support/build-cli.ts"],
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
