import { describe, expect, it } from "vitest";
import type { Diagnostic, DocumentDiagnosticReport } from "vscode-languageserver-protocol";
import { type ClientOptions, startClient } from "./support/client.ts";

const NAME = "postmortems/outage.md";

/** A timeline that goes back in time, and nothing else to complain about. */
const TEXT = `# Outage of the gateway on 2025-01-31

## Summary

From 14:02 to 14:47 UTC messages could not be sent.

## Impact

3,000 users could not send messages for 45 minutes.

## Timeline

All times are UTC.

- 14:02 First failed request
- 14:12 Alert fires
- 14:06 Page acknowledged
- 14:47 Service restored

## Root cause analysis

A certificate had expired.

## Restoration

- 14:47 The certificate was renewed; a test message went through.

## Action items

- @ann renews certificates by a job, #12
`;

function items(report: DocumentDiagnosticReport): Diagnostic[] {
  if (report.kind !== "full") throw new Error(`${report.kind}, not full`);
  return report.items;
}

/** `PM014 16:2–16:7`, with lines and characters from 0. */
function places(report: DocumentDiagnosticReport): string[] {
  return items(report).map(
    ({ code, range: { start, end } }) => `${code} ${start.line}:${start.character}-${end.line}:${end.character}`,
  );
}

async function check(text: string, options?: ClientOptions, name = NAME): Promise<DocumentDiagnosticReport> {
  const client = await startClient(options);
  return client.pull(await client.open(name, text));
}

describe("pull diagnostics", () => {
  it("gives the whole of a finding", async () => {
    const client = await startClient();
    const uri = await client.open(NAME, TEXT);
    expect(items(await client.pull(uri))).toEqual([
      {
        range: { start: { line: 16, character: 2 }, end: { line: 16, character: 7 } },
        severity: 2,
        code: "PM014",
        codeDescription: {
          href: "https://github.com/incident-runbooks/incident-runbooks/blob/main/docs/rules/PM014.md",
        },
        source: "runbook",
        message: expect.stringMatching(/14:06.*14:12/),
        data: { code: "PM014", name: "timeline-goes-back", fix: "unsafe" },
        relatedInformation: [
          {
            location: { uri, range: { start: { line: 15, character: 2 }, end: { line: 15, character: 7 } } },
            message: expect.any(String),
          },
        ],
      },
    ]);
  });

  it("says unchanged while the findings are the same, and gives them again when they are not", async () => {
    const client = await startClient();
    const uri = await client.open(NAME, TEXT);
    const first = await client.pull(uri);
    expect(first.resultId).toMatch(/^\S+$/);
    expect(await client.pull(uri, first.resultId)).toEqual({ kind: "unchanged", resultId: first.resultId });
    await client.change(uri, 2, `${TEXT}\nMore.\n`);
    expect((await client.pull(uri, first.resultId)).kind).toBe("unchanged");
    await client.change(uri, 3, `\n${TEXT}`);
    expect(places(await client.pull(uri, first.resultId))).toEqual(["PM014 17:2-17:7"]);
  });

  it("follows incremental edits", async () => {
    const client = await startClient();
    const uri = await client.open(NAME, TEXT);
    await client.connection.sendNotification("textDocument/didChange", {
      textDocument: { uri, version: 2 },
      contentChanges: [
        { range: { start: { line: 16, character: 2 }, end: { line: 16, character: 7 } }, text: "14:16" },
        { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: "" },
      ],
    });
    expect(places(await client.pull(uri))).toEqual([]);
  });

  it.each([
    ["CRLF", TEXT.replaceAll("\n", "\r\n"), "PM014 16:2-16:7"],
    ["a byte order mark", `\uFEFF${TEXT}`, "PM014 16:2-16:7"],
    ["tabs", TEXT.replaceAll("- 14:", "-\t14:"), "PM014 16:2-16:7"],
    ["no last line break", TEXT.trimEnd(), "PM014 16:2-16:7"],
    ["emoji before it", TEXT.replace("- 14:06", "- 🔥🔥 14:06"), "PM014 16:7-16:12"],
  ])("counts UTF-16 units with %s", async (_name, text, place) => {
    expect(places(await check(text))).toEqual([place]);
  });

  it("leaves files alone that are neither", async () => {
    expect(places(await check(TEXT, {}, "README.md"))).toEqual([]);
    expect(places(await check("# Notes\n\nTODO\n", {}, "notes/x.md"))).toEqual([]);
    expect(places(await check("TODO", {}, "postmortems/x.txt"))).toEqual([]);
  });

  it("reads a file that is not open from the disk, and says nothing of one that is not there", async () => {
    const client = await startClient({ files: { [NAME]: TEXT } });
    expect(places(await client.pull(client.uri(NAME)))).toEqual(["PM014 16:2-16:7"]);
    expect(places(await client.pull(client.uri("postmortems/gone.md")))).toEqual([]);
  });

  it("knows the files beside it, and learns of a new one", async () => {
    const client = await startClient({ files: { "postmortems/there.md": "# There\n" } });
    const text = TEXT.replace("14:06", "14:16").replace("expired.", "expired: [there](there.md), [gone](gone.md).");
    const uri = await client.open(NAME, text);
    expect(items(await client.pull(uri)).map(({ code }) => code)).toEqual(["DOC022"]);
    client.write("postmortems/gone.md", "# Not gone\n");
    await client.connection.sendNotification("workspace/didChangeWatchedFiles", {
      changes: [{ uri: client.uri("postmortems/gone.md"), type: 1 }],
    });
    await client.until(() => client.asked.includes("workspace/diagnostic/refresh"));
    expect(places(await client.pull(uri))).toEqual([]);
  });
});

describe("configuration", () => {
  it("holds for the documents below it, and is asked for again when it changes", async () => {
    const client = await startClient({ files: { ".runbookrc.yaml": "rules:\n  PM014: error\n" } });
    const uri = await client.open(NAME, TEXT);
    expect(items(await client.pull(uri))[0]?.severity).toBe(1);
    client.write(".runbookrc.yaml", "rules:\n  timeline-goes-back: off\n");
    await client.connection.sendNotification("workspace/didChangeWatchedFiles", {
      changes: [{ uri: client.uri(".runbookrc.yaml"), type: 2 }],
    });
    await client.until(() => client.asked.includes("workspace/diagnostic/refresh"));
    expect(places(await client.pull(uri))).toEqual([]);
  });

  it("is read again when it is saved in an editor that watches no files", async () => {
    const client = await startClient({ files: { ".runbookrc.yaml": "" } });
    const uri = await client.open(NAME, TEXT);
    expect(places(await client.pull(uri))).toHaveLength(1);
    const text = "rules:\n  PM014: off\n";
    const configuration = await client.open(".runbookrc.yaml", text);
    client.write(".runbookrc.yaml", text);
    await client.connection.sendNotification("textDocument/didSave", { textDocument: { uri: configuration } });
    await client.until(() => client.asked.includes("workspace/diagnostic/refresh"));
    expect(places(await client.pull(uri))).toEqual([]);
  });

  it("chooses a preset, which changes what is missing", async () => {
    const files = { ".runbookrc.yaml": "extends: ./team.runbookrc.yaml\n", "team.runbookrc.yaml": "" };
    const client = await startClient({ files });
    const uri = await client.open(NAME, TEXT.replace("14:06", "14:16"));
    expect(items(await client.pull(uri)).map(({ code }) => code)).not.toContain("DOC003");
    client.write("team.runbookrc.yaml", "extends: google-sre\n");
    await client.connection.sendNotification("workspace/didChangeWatchedFiles", {
      changes: [{ uri: client.uri("team.runbookrc.yaml"), type: 2 }],
    });
    await client.until(() => client.asked.includes("workspace/diagnostic/refresh"));
    expect(items(await client.pull(uri))).toContainEqual(
      expect.objectContaining({ code: "DOC003", message: expect.stringContaining("Detection, Lessons learned") }),
    );
  });

  it("makes links of the team's tickets", async () => {
    const tickets = 'tickets: [{pattern: "CHG\\\\d+", url: "https://x.example/{ticket}"}]\n';
    const client = await startClient({ files: { ".runbookrc.yaml": tickets } });
    const uri = await client.open(NAME, TEXT.replace("#12", "CHG12"));
    const links = await client.connection.sendRequest("textDocument/documentLink", { textDocument: { uri } });
    expect(links).toMatchObject([{ range: { start: { line: 29 } }, target: "https://x.example/CHG12" }]);
  });

  it("has findings of its own, as it stands in the editor", async () => {
    const report = await check("rules:\n  PM014: loud\n", {}, ".runbookrc.yaml");
    expect(items(report)).toMatchObject([
      { code: "CF001", severity: 1, range: { start: { line: 1 } }, message: expect.stringContaining("loud") },
    ]);
  });

  it("shows what is wrong in it also when nobody has it open, and takes that back", async () => {
    const client = await startClient({ files: { ".runbookrc.yaml": "rules:\n  PM014: loud\n" } });
    const uri = await client.open(NAME, TEXT);
    await client.pull(uri);
    const shown = await client.until(() => client.published[0]);
    expect(shown.uri).toBe(client.uri(".runbookrc.yaml"));
    expect(shown.diagnostics).toMatchObject([{ code: "CF001", range: { start: { line: 1 } } }]);
    await client.open(".runbookrc.yaml", "rules:\n  PM014: loud\n");
    const cleared = await client.until(() => client.published[1]);
    expect(cleared).toEqual({ uri: client.uri(".runbookrc.yaml"), diagnostics: [] });
  });
});

describe("the setting runbook.validate", () => {
  it("off: nothing", async () => {
    expect(places(await check(TEXT, { settings: () => ({ validate: "off" }) }))).toEqual([]);
  });

  it("onSave: the findings of the last saved text, until the next save", async () => {
    const client = await startClient({ settings: () => ({ validate: "onSave" }) });
    const uri = await client.open(NAME, TEXT);
    expect(places(await client.pull(uri))).toEqual(["PM014 16:2-16:7"]);
    await client.change(uri, 2, TEXT.replace("14:06", "14:16"));
    expect(places(await client.pull(uri))).toEqual(["PM014 16:2-16:7"]);
    await client.connection.sendNotification("textDocument/didSave", { textDocument: { uri } });
    await client.until(() => client.asked.includes("workspace/diagnostic/refresh"));
    expect(places(await client.pull(uri))).toEqual([]);
  });

  it("a value that is none: as if it were not set, and the log says so", async () => {
    const client = await startClient({ settings: () => ({ validate: "sometimes" }) });
    expect(places(await client.pull(await client.open(NAME, TEXT)))).toHaveLength(1);
    await client.until(() => client.logged.some((line) => line.includes('"sometimes"') && line.includes('"onSave"')));
  });

  it("is asked for again when settings change", async () => {
    let validate = "off";
    const client = await startClient({ settings: () => ({ validate }) });
    const uri = await client.open(NAME, TEXT);
    expect(places(await client.pull(uri))).toEqual([]);
    validate = "onType";
    await client.connection.sendNotification("workspace/didChangeConfiguration", { settings: null });
    await client.until(() => client.asked.includes("workspace/diagnostic/refresh"));
    expect(places(await client.pull(uri))).toHaveLength(1);
  });
});

describe("push diagnostics, for clients that can't pull", () => {
  it("publishes with the version, after opening and after edits, and clears on closing", async () => {
    const client = await startClient({ capabilities: {} });
    const uri = await client.open(NAME, TEXT, 7);
    const first = await client.until(() => client.published[0]);
    expect(first).toMatchObject({ uri, version: 7, diagnostics: [{ code: "PM014", source: "runbook" }] });
    await client.change(uri, 8, TEXT.replace("14:06", "14:16"));
    expect(await client.until(() => client.published[1])).toEqual({ uri, version: 8, diagnostics: [] });
    await client.connection.sendNotification("textDocument/didClose", { textDocument: { uri } });
    expect(await client.until(() => client.published[2])).toEqual({ uri, diagnostics: [] });
  });

  it("publishes again when a configuration is saved", async () => {
    const client = await startClient({ capabilities: {}, files: { ".runbookrc.yaml": "" } });
    const uri = await client.open(NAME, TEXT);
    await client.until(() => client.published.find((params) => params.uri === uri));
    const text = "rules:\n  PM014: off\n";
    const configuration = await client.open(".runbookrc.yaml", text);
    client.write(".runbookrc.yaml", text);
    await client.connection.sendNotification("textDocument/didSave", { textDocument: { uri: configuration } });
    await client.until(() => client.published.some((params) => params.uri === uri && params.diagnostics.length === 0));
  });

  it("takes settings from the handshake and from notifications", async () => {
    const initializationOptions = { runbook: { validate: "off" } };
    const client = await startClient({ capabilities: {}, initializationOptions });
    const uri = await client.open(NAME, TEXT);
    expect(await client.until(() => client.published[0])).toMatchObject({ uri, diagnostics: [] });
    await client.connection.sendNotification("workspace/didChangeConfiguration", {
      settings: { runbook: { validate: "onType" } },
    });
    await client.until(() => client.published.some(({ diagnostics }) => diagnostics.length === 1));
  });
});
