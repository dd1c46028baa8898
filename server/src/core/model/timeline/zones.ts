import { FixedOffsetZone, IANAZone } from "luxon";
import type { Range } from "../../syntax/range.ts";

/** A time zone as written. */
export interface WrittenZone extends Range {
  readonly name: string;
}

/** Minutes east of UTC of the abbreviations that mean one thing. `CST`, `IST` and `BST` mean several: they are named, but have no offset. */
const FIXED: Readonly<Record<string, number>> = {
  ...{ UTC: 0, GMT: 0, Z: 0, WET: 0, WEST: 60, CET: 60, CEST: 120, EET: 120, EEST: 180, MSK: 180 },
  ...{ PST: -480, PDT: -420, MST: -420, MDT: -360, CDT: -300, EST: -300, EDT: -240, AKST: -540, HST: -600 },
  ...{ JST: 540, KST: 540, SGT: 480, HKT: 480, AEST: 600, AEDT: 660, NZST: 720, NZDT: 780 },
  ...{ MEZ: 60, MESZ: 120, EAT: 180, SAST: 120, TRT: 180, PKT: 300, ICT: 420, WIB: 420, PHT: 480 },
  ...{ BRT: -180, ART: -180, UYT: -180, CLT: -240, PET: -300, COT: -300 },
};

/** Abbreviations and names that change with daylight saving. */
const REGIONS: Readonly<Record<string, string>> = {
  ...{ PT: "America/Los_Angeles", MT: "America/Denver", CT: "America/Chicago", ET: "America/New_York" },
  ...{ pacific: "America/Los_Angeles", mountain: "America/Denver", eastern: "America/New_York" },
  ...{ "central european": "Europe/Berlin" },
};

/** Cities whose clock is named in other languages: "heure de Paris", "hora de Madrid", "北京时间". */
const PLACES: Readonly<Record<string, string>> = {
  ...{ paris: "Europe/Paris", berlin: "Europe/Berlin", madrid: "Europe/Madrid", london: "Europe/London" },
  ...{
    brasília: "America/Sao_Paulo",
    brasilia: "America/Sao_Paulo",
    lisboa: "Europe/Lisbon",
    bogotá: "America/Bogota",
  },
  ...{ "buenos aires": "America/Argentina/Buenos_Aires", 北京时间: "Asia/Shanghai", 日本時間: "Asia/Tokyo" },
};
const PLACE =
  /(?:heure de|hora de|horário de|hora do) (?:Paris|Madrid|Brasília|Brasilia|Lisboa|Bogotá|Buenos Aires)|(?:Paris|Berlin|Madrid|London) time|Berliner Zeit|北京时间|日本時間/y;

const ABBREVIATIONS = [...Object.keys(FIXED), "PT", "MT", "CT", "ET", "CST", "IST", "BST"].filter(
  (name) => name !== "Z",
);
const ZONE = new RegExp(
  [
    "(?:UTC|GMT)\\s?[+−-]\\s?\\d{1,2}(?::?\\d{2})?",
    "(?:Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific|US|UC|Etc)/[A-Z][A-Za-z_/+-]*\\d*",
    "(?:US )?(?:Central European|Pacific|Mountain|Central|Eastern)(?: (?:Standard|Daylight|Summer))? Time",
    `(?:${ABBREVIATIONS.join("|")})`,
    "[+−-](?:0\\d|1[0-4]):?[0-5]\\d",
  ].join("|"),
  "y",
);
const ZULU = /Z/y;

/** Reads the zone that begins exactly at `at`. `Z` counts only right behind a time, where the caller allows it. */
export function matchZone(text: string, at: number, zulu = false): WrittenZone | undefined {
  if (/[A-Za-z]/.test(text[at - 1] ?? " ") && text[at - 1] !== "m" && text[at - 1] !== "M") return undefined;
  for (const pattern of zulu ? [ZULU, ZONE, PLACE] : [ZONE, PLACE]) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match && !/[A-Za-z0-9_]/.test(text[at + match[0].length] ?? " ")) {
      return { name: match[0] === "Z" ? "UTC" : match[0], start: at, end: at + match[0].length };
    }
  }
  return undefined;
}

/** The first zone of a text that stands as a word of its own; offsets alone (`+02:00`) do not count. */
export function findZone(text: string, from = 0, to = text.length): WrittenZone | undefined {
  const starts = /[A-Z][A-Za-z]*|\b(?:heure|hora|horário) d[eo] |北京时间|日本時間/g;
  starts.lastIndex = from;
  for (let match = starts.exec(text); match && match.index < to; match = starts.exec(text)) {
    const zone = matchZone(text, match.index);
    if (zone && zone.end <= to) return zone;
  }
  return undefined;
}

/**
 * Minutes east of UTC of a zone as written, at a date (ISO) where it changes with daylight saving; undefined when the
 * name is unknown or means several zones.
 */
export function zoneOffset(name: string, date: string | undefined): number | undefined {
  const fixed = FIXED[name.toUpperCase()];
  if (fixed !== undefined) return fixed;
  const signed = /^(?:UTC|GMT)?\s?([+−-])\s?(\d{1,2})(?::?(\d{2}))?$/.exec(name);
  if (signed) {
    const minutes = Number(signed[2]) * 60 + Number(signed[3] ?? 0);
    return FixedOffsetZone.instance(signed[1] === "+" ? minutes : -minutes).offset(0);
  }
  const words = name
    .toLowerCase()
    .replace(/^us /, "")
    .replace(/(?: (?:standard|daylight|summer))? time$/, "");
  const place = Object.keys(PLACES).find((each) => name.toLowerCase().includes(each));
  const region =
    REGIONS[name] ??
    REGIONS[words] ??
    (place === undefined ? undefined : PLACES[place]) ??
    (name.includes("/") ? name : undefined);
  if (region === undefined || !IANAZone.isValidZone(region)) return undefined;
  const noon = Date.parse(`${date ?? "2024-01-15"}T12:00:00Z`);
  return IANAZone.create(region).offset(noon);
}
