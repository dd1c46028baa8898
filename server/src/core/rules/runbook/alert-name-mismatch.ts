import type { RunbookDocument } from "../../model/document.ts";
import { isRecord } from "../../syntax/front-matter.ts";
import { defineRule } from "../rule.ts";

/** `KubePodCrashLooping`: one word with an inner capital. */
const ALERT = /^[A-Za-z][A-Za-z0-9]*[a-z0-9][A-Z][A-Za-z0-9]*$/;
const EXTENSION = /(?:\.runbook)?\.(?:md|markdown|mdx|qmd)(?:\.erb)?$/i;
const TITLE_PREFIX = /^alert(?:name)?\s*[:–-]\s*/i;
const ALERT_KEYS = ["alert", "alerts", "alertname", "alert_name", "alertName"];

/** RB004. */
export const alertNameMismatch = defineRule({
  docs: {
    what: "Reports a runbook whose file is named after one alert and whose title names another: `PrometheusRemoteWriteBehind.md` with the title `PrometheusRemoteStorageFailures`. Upper and lower case, blanks and punctuation do not count, nor do titles that are sentences. Names that the front matter lists below `alerts` are fine.",
    why: "Alerts link to their runbook by the file's name. Who follows the link and reads another alert's name does not know whether this is the right page.",
    examples: [
      {
        title: "The alert was renamed",
        path: "runbooks/GatewayDown.md",
        bad: `# GatewayUnreachable

## Meaning

No gateway answers.
`,
        fixed: `# GatewayDown

## Meaning

No gateway answers.
`,
      },
      {
        title: "A sentence is no alert's name",
        path: "runbooks/GatewayDown.md",
        good: `# No gateway answers

## Meaning

Nobody can log in.
`,
      },
    ],
  },
  code: "RB004",
  name: "alert-name-mismatch",
  group: "runbook",
  kinds: ["runbook"],
  status: "preview",
  since: "0.1.0",
  severity: "warning",
  fix: "unsafe",
  *check({ document }) {
    const title = document.outline.title;
    const file = (document.path.split("/").at(-1) ?? "").replace(EXTENSION, "");
    const name = title?.title.replace(TITLE_PREFIX, "").trim() ?? "";
    if (title === undefined || !ALERT.test(file) || !ALERT.test(name) || isSame(file, name)) return;
    if (declaredAlerts(document).some((alert) => isSame(alert, file) || isSame(alert, name))) return;
    const at = document.syntax.text.slice(title.heading.start, title.heading.end).indexOf(name);
    const range =
      at < 0 ? title.heading : { start: title.heading.start + at, end: title.heading.start + at + name.length };
    yield {
      range,
      message: `The file is named after the alert ${file}, its title says ${name}. Rename one of them, or list both below \`alerts\` in the front matter.`,
      fixes: at < 0 ? [] : [{ title: `Call it "${file}"`, safety: "unsafe", edits: [{ range, newText: file }] }],
    };
  },
});

function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

function declaredAlerts({ frontMatter }: RunbookDocument): readonly string[] {
  const data = frontMatter?.data ?? {};
  const own = data["runbook"];
  return (isRecord(own) ? [data, own] : [data]).flatMap((place) =>
    ALERT_KEYS.flatMap((key) => {
      const value = place[key];
      return Array.isArray(value) ? value.map(String) : typeof value === "string" ? value.split(/[\s,]+/) : [];
    }),
  );
}
