import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from "vscode-languageserver/browser";
import { startServer } from "../lsp/server.ts";
import { createChecker } from "../workspace/checker.ts";
import { localDate } from "../workspace/local-date.ts";

// Inside a web worker the global object is the port to the client; files are asked for through it.
const port = globalThis;
startServer(createConnection(ProposedFeatures.all, new BrowserMessageReader(port), new BrowserMessageWriter(port)), {
  files: undefined,
  today: () => localDate(new Date()),
  createChecker,
});
