import { fieldNamesOf } from "../schema/languages/languages.ts";

/** Canonical keys of a document's fields, with the names that real English documents give them, in lower case. */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  title: ["title"],
  date: [
    ...["date", "incident date", "date of incident", "date of the incident", "outage date", "date(s)", "dates"],
    ...["date reported", "event date"],
  ],
  severity: ["severity", "sev", "priority", "incident severity", "severity level"],
  status: ["status", "document status", "state", "incident status", "current status"],
  owner: [
    ...[
      "owner",
      "owners",
      "author",
      "authors",
      "owner_slack",
      "service owner",
      "incident commander",
      "incident lead",
      "lead",
    ],
    ...["written by", "team", "dri"],
  ],
  services: [
    ...["services", "service", "services affected", "affected services", "affected service", "service affected"],
    ...["impacted services", "components", "systems affected", "affected systems"],
  ],
  started: [
    ...["started", "start", "start time", "incident start", "began", "started at", "outage start", "time of incident"],
  ],
  detected: [
    ...[
      "detected",
      "first detected",
      "detected at",
      "detection time",
      "time detected",
      "discovered",
      "reported",
      "reported at",
    ],
  ],
  acknowledged: ["acknowledged", "incident declared", "declared", "acknowledged at"],
  mitigated: ["mitigated", "mitigated at", "repaired", "time mitigated"],
  resolved: [
    ...[
      "resolved",
      "resolved at",
      "end",
      "end time",
      "ended",
      "recovered",
      "restored",
      "incident end",
      "time resolved",
    ],
  ],
  duration: [
    ...[
      "duration",
      "incident duration",
      "outage duration",
      "total duration",
      "downtime",
      "total downtime",
      "time to repair/resolve",
    ],
  ],
  timeToDetect: ["time to detect", "time to detection", "ttd", "mttd"],
  timeToMitigate: ["time to repair", "time to mitigate", "time to mitigation", "ttm"],
  timeToResolve: ["time to resolve", "time to resolution", "time to recovery", "time to recover", "ttr", "mttr"],
  timeZone: ["time zone", "timezone", "tz"],
  alerts: ["alerts", "alert", "alert name", "alertname"],
  reviewed: [
    ...[
      "reviewed",
      "last reviewed",
      "last_reviewed_on",
      "last_reviewed",
      "last reviewed on",
      "last_verified_at",
      "last verified",
    ],
    ...["last updated", "last_updated", "lastreviewed"],
  ],
  reviewEvery: ["reviewevery", "review_in", "review every", "review_every", "review in", "review interval"],
  environment: ["environment", "environments"],
};

const CANONICAL: ReadonlyMap<string, string> = new Map(
  // English last: where two languages give one name to two keys, the English meaning counts.
  [
    ...Object.keys(KEYS).flatMap((key) => fieldNamesOf(key).map((name) => [name, key] as const)),
    ...Object.entries(KEYS).flatMap(([key, names]) =>
      [key.toLowerCase(), ...names].map((name) => [name, key] as const),
    ),
  ],
);

/**
 * The canonical key that a field's name means (`"First detected"` → `detected`); undefined for any other name. Case,
 * spaces, markup characters and a trailing colon do not matter.
 */
export function canonicalKey(name: string): string | undefined {
  const plain = name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\([^)]*\)/g, "")
    .replace(/[*`~?]/g, "")
    .replace(/[:\s]+$/, "")
    .replace(/^\s+/, "")
    .replace(/\s+/g, " ");
  // `detected_at` of a front matter is "detected at".
  return CANONICAL.get(plain) ?? CANONICAL.get(plain.replace(/_/g, " "));
}
