import type { Connection } from "vscode-languageserver";
import type { ClientFeatures } from "./client-features.ts";
import { SETTINGS_SECTION } from "./protocol.ts";

/** When documents are checked. */
export type ValidateMode = "onType" | "onSave" | "off";

/** What belongs to the editor. What belongs to the documents stands in `.runbookrc.yaml`. */
export interface EditorSettings {
  readonly validate: ValidateMode;
  /** Whether elapsed times are shown behind the times of a timeline. */
  readonly inlayHints: boolean;
}

/** The settings of documents, remembered until they change. */
export interface Settings {
  of(uri: string): Promise<EditorSettings>;
  /** Forgets what is known; `pushed` is what `didChangeConfiguration` brought, for clients that can't be asked. */
  changed(pushed: unknown): void;
}

const DEFAULTS: EditorSettings = { validate: "onType", inlayHints: true };

/** Asks the client where it can be asked. A value that is none of ours counts as the default, and the log says so. */
export function createSettings(connection: Connection, features: ClientFeatures, initial: unknown): Settings {
  const known = new Map<string, Promise<EditorSettings>>();
  let given: unknown = sectionOf(initial) ?? initial;

  const read = (value: unknown): EditorSettings => {
    const inlayHints = property(value, "inlayHints") !== false;
    const validate = property(value, "validate");
    if (validate === "onType" || validate === "onSave" || validate === "off") return { validate, inlayHints };
    if (validate !== undefined && validate !== null) {
      connection.console.warn(
        `Setting runbook.validate is ${JSON.stringify(validate)}, but must be "onType", "onSave" or "off". Documents are checked while you type.`,
      );
    }
    return { ...DEFAULTS, inlayHints };
  };

  const ask = async (uri: string): Promise<EditorSettings> => {
    try {
      return read(await connection.workspace.getConfiguration({ scopeUri: uri, section: SETTINGS_SECTION }));
    } catch (error) {
      connection.console.warn(`The editor did not give its settings: ${String(error)}. The defaults hold.`);
      return DEFAULTS;
    }
  };

  return {
    of(uri) {
      const settings = known.get(uri) ?? (features.configuration ? ask(uri) : Promise.resolve(read(given)));
      known.set(uri, settings);
      return settings;
    },
    changed(pushed) {
      known.clear();
      given = sectionOf(pushed) ?? given;
    },
  };
}

/** Clients push `{ runbook: { … } }`. */
function sectionOf(settings: unknown): unknown {
  return property(settings, SETTINGS_SECTION);
}

function property(value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  return new Map<string, unknown>(Object.entries(value)).get(name);
}
