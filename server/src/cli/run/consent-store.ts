import { randomBytes } from "node:crypto";
import { chmod, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, isAbsolute, join } from "node:path";
import * as z from "zod";
import type { ConsentStore } from "../../engine/contract.ts";
import type { Environment } from "../../engine/dependencies.ts";

const storeSchema = z.object({ version: z.literal(1), agreed: z.record(z.string(), z.string()) });

type Agreed = Readonly<Record<string, string>>;

/** Enough for every version of every runbook that one person runs; the oldest are asked for again. */
const MOST = 2_000;

/** Where this user's consents are kept, never in a workspace: XDG's state folder, on Windows the local application data. */
export function consentFile(env: Environment, platform: NodeJS.Platform): string {
  const home = env.HOME ?? homedir();
  const state =
    platform === "win32"
      ? (env.LOCALAPPDATA ?? join(home, "AppData", "Local"))
      : env.XDG_STATE_HOME && isAbsolute(env.XDG_STATE_HOME)
        ? env.XDG_STATE_HOME
        : join(home, ".local", "state");
  return join(state, "incident-runbooks", "consents.json");
}

/**
 * The consents in a file of hashes and the times they were given. A file that is missing, broken or of a later version
 * counts as empty: then the person is asked again. When it can't be written, `warn` says so and the run goes on.
 */
export function createConsentStore(file: string, now: () => number, warn: (message: string) => void): ConsentStore {
  return {
    has: async (planHash) => Object.hasOwn(await readAgreed(file), planHash),
    async add(planHash) {
      const agreed = Object.entries({ ...(await readAgreed(file)), [planHash]: new Date(now()).toISOString() });
      const kept = Object.fromEntries(agreed.sort(([, a], [, b]) => b.localeCompare(a)).slice(0, MOST));
      try {
        await replaceFile(file, `${JSON.stringify({ version: 1, agreed: kept }, undefined, 2)}\n`);
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        warn(`Your consent could not be remembered (${reason}): you will be asked again.`);
      }
    },
  };
}

async function readAgreed(file: string): Promise<Agreed> {
  try {
    return storeSchema.parse(JSON.parse(await readFile(file, "utf8"))).agreed;
  } catch {
    // Nobody agreed to anything yet, as far as can be known: asking once more does no harm.
    return {};
  }
}

async function replaceFile(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const temporary = `${file}.${randomBytes(6).toString("hex")}`;
  try {
    await writeFile(temporary, text, { mode: 0o600, flag: "wx" });
    await chmod(temporary, 0o600);
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
