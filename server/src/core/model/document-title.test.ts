import { expect, test } from "vitest";
import { namesPostmortem } from "./document-title.ts";

test.each([
  "Post-Mortem: disk full",
  "Incident report: disk full",
  "RCA: checkout errors",
  "Störungsbericht: Ausfall des Mailservers",
  "故障复盘：磁盘写满",
  "障害報告書",
])("%s is a postmortem's title", (title) => expect(namesPostmortem(title)).toBe(true));

test.each(["Postmortem template", "How to write a postmortem", "Incident response", "Disk full", "故障复盘模板"])(
  "%s is none",
  (title) => expect(namesPostmortem(title)).toBe(false),
);
