import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, dateOrderOf, findDates, isoDate, matchDate } from "./dates.ts";

/** The first date of a text as ISO, as if the document were about May 2021. */
function read(text: string): string | undefined {
  const dates = findDates(text);
  return dates[0] && isoDate(dates[0], dateOrderOf(dates), "2021-05-15");
}

describe("findDates", () => {
  it.each([
    ["2021-03-31", "2021-03-31"],
    ["2021/03/31", "2021-03-31"],
    ["12 March 2021", "2021-03-12"],
    ["12th of March, 2021", "2021-03-12"],
    ["March 12th, 2021", "2021-03-12"],
    ["Sep 29 2017 08:59", "2017-09-29"],
    ["Sept. 3, 2021", "2021-09-03"],
    ["Oct 30 12:45", "2021-10-30"],
    ["September 11-19, 2025", "2025-09-11"],
    ["2026年4月2日", "2026-04-02"],
    ["31.03.2021", "2021-03-31"],
    ["4/21/23", "2023-04-21"],
  ])("reads %s", (text, iso) => {
    expect(read(text)).toBe(iso);
  });

  it.each([
    "1.27.10",
    "10.0.0.1",
    "2021-13-01",
    "2021-02-30",
    "20202-01-16",
    "11/03/202",
    "24/7",
    "#2021-03-31",
    "May we go",
  ])("gives no day for %s", (text) => {
    expect(read(text)).toBeUndefined();
  });

  it("says what looks like a date and is none", () => {
    expect(findDates("20202-01-16 and 2021-02-30").map((date) => date.valid)).toEqual([false, false]);
  });

  it("reads a date in a file's name", () => {
    expect(read("2021-10-31-employee.md")).toBe("2021-10-31");
  });

  it("gives dates inside the text, in its order, for any text", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(..."0123456789-/. ", "Jan", "March", "年", "st", ",") }),
        (text) => {
          let last = 0;
          for (const { start, end } of findDates(text)) {
            expect(start >= last && end > start && end <= text.length).toBe(true);
            last = end;
          }
        },
      ),
    );
  });
});

describe("the order of day and month", () => {
  it("is told by any number above 12", () => {
    expect(dateOrderOf(findDates("04-03-2026 and 23-03-2026"))).toBe("day-first");
    expect(dateOrderOf(findDates("10/14/2022 and 11/03/2022"))).toBe("month-first");
  });
  it("is unknown when nothing tells it, or when the dates contradict each other", () => {
    expect(dateOrderOf(findDates("04-03-2026"))).toBeUndefined();
    expect(dateOrderOf(findDates("14/10/2022 and 10/14/2022"))).toBeUndefined();
    expect(read("04-03-2026")).toBeUndefined();
  });
  it("is told by a date near it that is certain", () => {
    expect(dateOrderOf(findDates("04-03-2026"), "2026-03-01")).toBe("day-first");
    expect(dateOrderOf(findDates("04-03-2026"), "2026-04-10")).toBe("month-first");
  });
});

describe("dates without a year", () => {
  it("get the year that brings them closest", () => {
    const date = matchDate("Dec 31", 0);
    expect(date && isoDate(date, undefined, "2022-01-03")).toBe("2021-12-31");
    expect(date && isoDate(date)).toBeUndefined();
  });
});

it("addDays goes over the ends of months and years", () => {
  expect(addDays("2020-02-28", 1)).toBe("2020-02-29");
  expect(addDays("2021-12-31", 1)).toBe("2022-01-01");
});
