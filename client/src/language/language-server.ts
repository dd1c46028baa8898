import { type Disposable, type Event, EventEmitter, type LogOutputChannel, l10n, window } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import type { Platform } from "../platform.ts";
import { answerFileRequests } from "./answer-file-requests.ts";
import { createClientOptions } from "./client-options.ts";

/** The language server as the rest of the extension sees it. */
export interface LanguageServer extends Disposable {
  /** Starts it; does nothing when it runs already. Failure is shown to the person, never thrown. */
  start(): Promise<void>;
  /** Stops it and starts a new one. */
  restart(): Promise<void>;
  /** Sends a request; undefined when the server does not run, does not know the method, or fails. */
  request(method: string, params: unknown): Promise<unknown>;
  /** Fires when the server has become ready. */
  readonly onDidStart: Event<void>;
}

/** Makes the language server's life cycle; nothing is started and no code of the language client is evaluated yet. */
export function createLanguageServer(platform: Platform, log: LogOutputChannel): LanguageServer {
  const options = createClientOptions(log);
  const started = new EventEmitter<void>();
  let client: BaseLanguageClient | undefined;
  // Starts and stops one after the other, however fast the person asks.
  let last: Promise<void> = Promise.resolve();

  const inTurn = (action: () => Promise<void>): Promise<void> => {
    last = last.then(action).catch(report);
    return last;
  };

  const report = (error: unknown): void => {
    log.error(error instanceof Error ? error : String(error));
    const show = l10n.t("Show Output");
    const text = l10n.t("The language server of Incident Runbooks could not be started: no findings are shown.");
    void window.showErrorMessage(text, show).then((choice) => {
      if (choice === show) log.show();
    });
  };

  const startNow = async (): Promise<void> => {
    if (client?.isRunning() === true) return;
    if (client === undefined) {
      client = await platform.createClient(options);
      answerFileRequests(client);
    }
    await client.start();
    started.fire();
  };

  return {
    start: () => inTurn(startNow),
    restart: () =>
      inTurn(async () => {
        const old = client;
        client = undefined;
        await old?.dispose();
        await startNow();
        log.info("The language server was restarted.");
      }),
    async request(method, params) {
      if (client?.isRunning() !== true) return undefined;
      try {
        return await client.sendRequest<unknown>(method, params);
      } catch (error) {
        log.debug(`${method} failed`, error);
        return undefined;
      }
    },
    onDidStart: started.event,
    dispose() {
      started.dispose();
      void inTurn(async () => {
        await client?.dispose();
      });
    },
  };
}
