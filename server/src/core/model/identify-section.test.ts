import { describe, expect, it } from "vitest";
import { DEFAULT_STRUCTURE } from "../schema/structure.ts";
import { createIdentifier } from "./identify-section.ts";

const identify = createIdentifier(DEFAULT_STRUCTURE.postmortemSections);

describe("createIdentifier", () => {
  it.each([
    ["Zeitlicher Ablauf", "timeline"],
    ["Massnahmen", "actions"],
    ["Ursache der Störung", "root-cause"],
    ["Chronologie (heure de Paris)", "timeline"],
    ["Là où nous avons eu de la chance", "got-lucky"],
    ["2) Impacto", "impact"],
    ["Causa raíz", "root-cause"],
    ["Licoes aprendidas", "lessons"],
    ["三、影响范围", "impact"],
    ["时间线", "timeline"],
    ["再発防止策", "actions"],
  ])("knows %s of another language", (title, id) => expect(identify(title)).toBe(id));

  it.each([
    ["What we'll change (action items)", "actions"],
    ["🕒 Cronología (Timeline)", "timeline"],
    ["影響（Impact）", "impact"],
    ["根因 Root Cause", "root-cause"],
    ["Response / mitigation", "restoration"],
    ["Cause/Resolution", "root-cause"],
    ["Impact summary", "impact"],
  ])("takes the name that it knows of the two in %s", (title, id) => expect(identify(title)).toBe(id));

  it.each(["Source: https://example.org/root-cause-analysis", "Das Wetter", "Storage/Ursache der anderen"])(
    "finds no section in %s",
    (title) => expect(identify(title)).toBeUndefined(),
  );
});
