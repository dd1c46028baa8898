import { createReadStream, existsSync, statSync } from "node:fs";
import { createServer, request } from "node:http";
import { connect } from "node:net";
import path from "node:path";

/** Where the page finds the extension's files. */
const extensionPath = "/editor-test-extension";

const types = { ".js": "text/javascript", ".json": "application/json" };

/**
 * A front for a VS Code server that hands the page one more extension, over http: the way in which an editor without a
 * machine of its own, as vscode.dev, gets its extensions. VS Code runs such an extension in the browser's worker host.
 *
 * Installed on the server, the extension would be refused its own worker ("Creating workers from remote extensions is
 * currently not supported"), so that its language server could not start. From another origin, the page's content
 * security policy would be in the way. Hence a front: it answers for the extension's files, adds the extension to the
 * page's configuration, and passes everything else on.
 *
 * @param {{ authority: string, extension: string }} options `authority`: the server's host and port
 * @returns {Promise<{ authority: string, stop: () => void }>}
 */
export async function startWebFront({ authority, extension }) {
  const [host, port] = authority.split(":");
  const sockets = new Set();
  let own;
  const front = createServer((incoming, response) => {
    const { pathname } = new URL(incoming.url, `http://${own}`);
    if (pathname.startsWith(`${extensionPath}/`)) {
      sendFile(response, extension, decodeURIComponent(pathname.slice(extensionPath.length + 1)));
      return;
    }
    // The host stays the front's own: the workbench connects to whatever host it was asked for.
    const headers = { ...incoming.headers };
    const isPage = pathname === "/";
    if (isPage) headers["accept-encoding"] = "identity";
    const passed = request({ host, port, method: incoming.method, path: incoming.url, headers }, async (answer) => {
      if (!isPage) {
        response.writeHead(answer.statusCode, answer.headers);
        answer.pipe(response);
        return;
      }
      const page = addExtension((await answer.setEncoding("utf8").toArray()).join(""), own);
      const { "content-length": _, ...rest } = answer.headers;
      response.writeHead(answer.statusCode, rest).end(page);
    });
    passed.on("error", () => response.destroy());
    incoming.pipe(passed);
  });
  front.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });
  front.on("upgrade", (incoming, socket, head) => {
    const lines = [`${incoming.method} ${incoming.url} HTTP/1.1`];
    for (let at = 0; at < incoming.rawHeaders.length; at += 2) {
      lines.push(`${incoming.rawHeaders[at]}: ${incoming.rawHeaders[at + 1]}`);
    }
    const passed = connect(Number(port), host, () => {
      passed.write(`${lines.join("\r\n")}\r\n\r\n`);
      passed.write(head);
      socket.pipe(passed).pipe(socket);
    });
    for (const [one, other] of [
      [socket, passed],
      [passed, socket],
    ]) {
      one.on("error", () => other.destroy());
      one.on("close", () => other.destroy());
    }
  });
  await new Promise((resolve) => front.listen(0, "127.0.0.1", resolve));
  own = `127.0.0.1:${front.address().port}`;
  return {
    authority: own,
    stop() {
      front.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

function sendFile(response, folder, relative) {
  const file = path.join(folder, relative);
  const inside = file.startsWith(folder + path.sep);
  if (!inside || !existsSync(file) || !statSync(file).isFile()) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, { "content-type": types[path.extname(file)] ?? "application/octet-stream" });
  createReadStream(file).pipe(response);
}

/** Adds the extension to the configuration that the server writes into the page, as an attribute with JSON. */
function addExtension(page, authority) {
  const pattern = /(id="vscode-workbench-web-configuration" data-settings=")([^"]*)"/;
  if (!pattern.test(page)) throw new Error("the workbench's page has no configuration where it used to be");
  return page.replace(pattern, (_, start, attribute) => {
    const configuration = JSON.parse(attribute.replaceAll("&quot;", '"'));
    configuration.additionalBuiltinExtensions = [{ scheme: "http", authority, path: extensionPath }];
    return `${start}${JSON.stringify(configuration).replaceAll('"', "&quot;")}"`;
  });
}
