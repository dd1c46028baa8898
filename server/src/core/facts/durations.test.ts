import { describe, expect, it, test } from "vitest";
import { claimedDurations } from "./claimed-duration.ts";
import { formatMinutes, isoMinutes, shortMinutes } from "./format-minutes.ts";

test.each([
  ["45 minutes", 45, 0.5],
  ["4 hours 42 minutes", 282, 0.5],
  ["1h30m", 90, 0.5],
  ["1 day, 2 hours", 1560, 30],
  ["2 hours and 5 minutes", 125, 0.5],
  ["1.5 hours", 90, 3],
  ["9日間", 12_960, 720],
  ["24時間30分", 1470, 0.5],
])("%s are %d minutes, give or take %d", (text, minutes, slack) => {
  expect(claimedDurations(text).map((each) => [each.minutes, each.slack])).toEqual([[minutes, slack]]);
});

describe("claimedDurations", () => {
  it("tells what is only about", () => {
    for (const text of ["~2 hours", "約25分", "more than 2 hours", "24時間以上", "about 40 min"]) {
      expect(
        claimedDurations(text).map(({ approximate }) => approximate),
        text,
      ).toEqual([true]);
    }
  });
  it("takes no date, version or clock time for one", () => {
    for (const text of ["2025-01-31", "3月31日", "14:02", "v1.2", "5 monkeys", "12 seats"])
      expect(claimedDurations(text)).toEqual([]);
  });
});

test("durations are written with two units, short, and in ISO 8601", () => {
  expect([0, 0.5, 39, 65, 120, 1441, 1500, 4000].map(formatMinutes)).toEqual([
    "0 min",
    "30 s",
    "39 min",
    "1 h 5 min",
    "2 h",
    "1 d",
    "1 d 1 h",
    "2 d 19 h",
  ]);
  expect([39, 65, 1500].map(shortMinutes)).toEqual(["39m", "1h 5m", "1d 1h"]);
  expect([0, 0.5, 39, 65, 1440, 4000].map(isoMinutes)).toEqual([
    "PT0S",
    "PT30S",
    "PT39M",
    "PT1H5M",
    "P1D",
    "P2DT18H40M",
  ]);
});
