import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { startServer } from "../lsp/server.ts";
import { createNodeHost } from "./node-host.ts";

// VS Code says by an argument (`--node-ipc`, `--stdio`, …) how it wants to talk.
startServer(createConnection(ProposedFeatures.all), createNodeHost());
