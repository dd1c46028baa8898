/** Canonical keys of a document's fields, with the names that real documents give them, in lower case. */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  title: ["title", "タイトル", "标题"],
  date: [
    ...["date", "incident date", "date of incident", "date of the incident", "outage date", "date(s)", "dates"],
    ...["date reported", "event date", "日付", "日期", "発生日", "事件日期"],
  ],
  severity: [
    "severity",
    "sev",
    "priority",
    "incident severity",
    "severity level",
    "重大度",
    "深刻度",
    "严重程度",
    "级别",
  ],
  status: ["status", "document status", "state", "incident status", "ステータス", "状态", "状態"],
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
    ...["written by", "team", "dri", "作成者", "担当", "担当者", "作者", "负责人", "責任者"],
  ],
  services: [
    ...["services", "service", "services affected", "affected services", "affected service", "service affected"],
    ...[
      "impacted services",
      "components",
      "systems affected",
      "affected systems",
      "影響サービス",
      "影響を受けたコンポーネント",
      "影響を受けたサービス",
    ],
  ],
  started: [
    ...["started", "start", "start time", "incident start", "began", "started at", "outage start", "time of incident"],
    ...["発生日時", "発生日時 (jst)", "発生", "発生時刻", "开始时间", "发生时间"],
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
    ...["検知日時", "検知", "検知時刻", "发现时间"],
  ],
  acknowledged: ["acknowledged", "incident declared", "declared", "acknowledged at", "対応開始", "対応開始日時"],
  mitigated: ["mitigated", "mitigated at", "repaired", "time mitigated", "緩和", "緩和日時", "缓解时间"],
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
    ...["復旧日時", "復旧", "解決日時", "结束时间", "恢复时间"],
  ],
  duration: [
    ...["duration", "incident duration", "outage duration", "total duration", "downtime", "time to repair/resolve"],
    ...["影響時間", "影響期間", "継続時間", "持续时间", "影响时长"],
  ],
  timeToDetect: ["time to detect", "time to detection", "ttd", "mttd", "検知までの時間"],
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
  Object.entries(KEYS).flatMap(([key, names]) => [
    [key.toLowerCase(), key] as const,
    ...names.map((name) => [name, key] as const),
  ]),
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
  return CANONICAL.get(plain);
}
