import type { Memento } from "vscode";
import type { ConsentStore } from "../../../server/src/engine/contract.ts";

const KEY = "runbook.consents";
/** Enough for years of runbooks; the oldest go first and are simply asked for again. */
const LIMIT = 2_000;

/**
 * Remembers what was agreed to in VS Code's global state: outside every workspace, so that no repository can bring its
 * own consent along. Only hashes are kept.
 */
export function createConsentStore(state: Memento): ConsentStore {
  const read = (): readonly string[] => state.get<readonly string[]>(KEY, []);
  return {
    has: async (planHash) => read().includes(planHash),
    add: async (planHash) => {
      const others = read().filter((hash) => hash !== planHash);
      await state.update(KEY, [...others, planHash].slice(-LIMIT));
    },
  };
}
