import type { BaseLanguageClient, LanguageClientOptions } from "vscode-languageclient";
import type { Engine } from "./checklist/engine.ts";

/** What differs between the desktop and the browser; everything else is shared. */
export interface Platform {
  /** Makes the client, not yet started. Asynchronous, so that the language client's code is evaluated only when it is used. */
  createClient(options: LanguageClientOptions): Promise<BaseLanguageClient>;
  /** Gives the engine that runs checklists; undefined where no process can be started. */
  readonly loadEngine: (() => Engine) | undefined;
}
