import { type FrontMatter, isRecord } from "../syntax/front-matter.ts";
import type { Outline } from "./outline.ts";
import type { RunbookModel } from "./procedure.ts";

/** `KubePodCrashLooping`, `etcdMembersDown`: how alerts of Prometheus are named. */
const ONE_WORD = /^[A-Za-z][A-Za-z0-9]*$/;
const HUMP = /[a-z0-9][A-Z]/g;

const ALERT_KEYS = ["alert", "alerts", "alertname", "alert_name", "alertName"];

/** Tells whether a runbook answers an alert: by its file's CamelCase name, an alert named in front matter, or its title. */
export function readProfile(
  path: string,
  outline: Outline,
  frontMatter: FrontMatter | undefined,
): RunbookModel["profile"] {
  const name = (path.split("/").at(-1) ?? "").replace(/(?:\.runbook)?\.(?:md|markdown|mdx|qmd)(?:\.erb)?$/i, "");
  if (isAlertName(name, 1)) return "alert";
  const data = frontMatter?.data ?? {};
  const own = data["runbook"];
  const places = isRecord(own) ? [data, own] : [data];
  if (places.some((place) => ALERT_KEYS.some((key) => isNamed(place[key])))) return "alert";
  const title = outline.title?.title.trim() ?? "";
  return isAlertName(title.replace(/^alert(?:name)?\s*[:–-]\s*/i, ""), 2) ? "alert" : "procedure";
}

function isNamed(value: unknown): boolean {
  return (typeof value === "string" && value.trim() !== "") || (Array.isArray(value) && value.length > 0);
}

/** `humps`: how many inner capitals it takes. A title such as `GitHub` or `RabbitMQ` has one, and is a product. */
function isAlertName(text: string, humps: number): boolean {
  return ONE_WORD.test(text) && (text.match(HUMP)?.length ?? 0) >= humps;
}
