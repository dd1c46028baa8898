import { describe, expect, it } from "vitest";
import { readDocument } from "../model/read-document.ts";
import { applyPreset, changeStructure } from "./change-structure.ts";
import { PRESETS } from "./presets/presets.ts";
import { DEFAULT_STRUCTURE, type Structure } from "./structure.ts";
import { severityLevel } from "./taxonomies/severities.ts";

const read = (text: string, structure: Structure, path = "postmortems/x.md") => readDocument({ text, path, structure });

/** `notice: Customer notice` for each section that is found. */
function sections(text: string, structure: Structure): string[] {
  return read(text, structure).outline.sections.map(({ id, title }) => `${id}: ${title}`);
}

function postmortem(structure: Structure, id: string) {
  return structure.postmortemSections.find((spec) => spec.id === id);
}

describe("sections", () => {
  const notice = {
    id: "notice",
    title: "Customer notice",
    aliases: ["Status page", "2. What we told"],
    after: "impact",
  };

  it("of a team's own are found by title and aliases, and stand where they were put", () => {
    const structure = changeStructure(DEFAULT_STRUCTURE, {
      sections: { postmortem: [{ ...notice, level: "required" }] },
    });
    const text = "# T\n\n## customer notice\n\n## What we told\n\n## Status page:\n\n## Timeline\n";
    expect(sections(text, structure)).toEqual([
      "undefined: T",
      "notice: customer notice",
      "notice: What we told",
      "notice: Status page:",
      "timeline: Timeline",
    ]);
    const order = structure.postmortemSections.map(({ id }) => id);
    expect(order.indexOf("notice")).toBe(order.indexOf("impact") + 1);
    expect(postmortem(structure, "notice")?.level).toBe("required");
  });

  it("take a name from the shipped section that had it", () => {
    const before = DEFAULT_STRUCTURE.postmortemSections.find(({ aliases }) => aliases.includes("status page"));
    expect(before?.id).toBe("communication");
    const structure = changeStructure(DEFAULT_STRUCTURE, { sections: { postmortem: [notice] } });
    expect(postmortem(structure, "communication")?.aliases).not.toContain("status page");
  });

  it("that are shipped keep their old title as another name", () => {
    const structure = changeStructure(DEFAULT_STRUCTURE, {
      sections: { postmortem: [{ id: "restoration", title: "How we came back", level: "optional" }] },
    });
    expect(sections("## How we came back\n\n## Restoration\n", structure)).toEqual([
      "restoration: How we came back",
      "restoration: Restoration",
    ]);
    expect(postmortem(structure, "restoration")?.level).toBe("optional");
    expect(postmortem(DEFAULT_STRUCTURE, "restoration")?.level).toBe("required");
  });

  it("of runbooks have one level for alerts and procedures", () => {
    const structure = changeStructure(DEFAULT_STRUCTURE, {
      sections: {
        runbook: [
          { id: "rollback", level: "required" },
          { id: "mitigation", title: "What to do" },
        ],
      },
    });
    const spec = (id: string) => structure.runbookSections.find((each) => each.id === id);
    expect(spec("rollback")?.level).toEqual({ alert: "required", procedure: "required" });
    expect(spec("mitigation")).toMatchObject({ title: "What to do", procedureTitle: undefined, runnable: true });
    expect(spec("mitigation")?.aliases).toEqual(expect.arrayContaining(["mitigation", "steps"]));
  });
});

it("categories of a team's own are found first, and replace those of their id", () => {
  const own = (id: string, label: string, aliases: string[] = []) => ({
    ...{ id, label, aliases, group: "Ours", definition: "What we call so.", typical: [] },
  });
  const { taxonomies } = changeStructure(DEFAULT_STRUCTURE, {
    taxonomies: { impact: [own("freight", "Freight stopped", ["trucks"]), own("users", "Drivers")] },
  });
  expect(taxonomies.impact.find("trucks")?.id).toBe("freight");
  expect(taxonomies.impact.find("Drivers")?.id).toBe("users");
  expect(taxonomies.impact.find("customers affected")).toBeUndefined();
  expect(taxonomies.rootCause).toBe(DEFAULT_STRUCTURE.taxonomies.rootCause);
  const text = "# T\n\n## Impact\n\n- **Trucks**: 40 of them stood still.\n";
  const structure = { ...DEFAULT_STRUCTURE, taxonomies };
  expect(read(text, structure)).toMatchObject({ impact: [{ category: "freight" }] });
});

it("a scale of severities replaces the shipped one", () => {
  const { severities } = changeStructure(DEFAULT_STRUCTURE, { severities: { sev1: ["Red"], sev2: ["P 0", "Amber"] } });
  const level = (text: string) => severityLevel(text, severities);
  expect([level("red"), level("P0 - mail"), level("amber"), level("SEV-3")]).toEqual([
    "sev1",
    "sev2",
    "sev2",
    undefined,
  ]);
  expect(severities.map(({ label }) => label)).toEqual(["Red", "P 0"]);
});

it("tickets in the team's own form are found in actions", () => {
  const structure = changeStructure(DEFAULT_STRUCTURE, {
    tickets: ["T\\d{4,}", { pattern: "chg/\\w+", url: "https://x.example/{ticket}" }],
  });
  const text = "# T\n\n## Action items\n\n- @kim adds an alert (T12345)\n- @ann does it, chg/abc\n- @bo waits\n";
  const document = read(text, structure);
  expect(document.kind === "postmortem" && document.actions.map(({ ticket }) => ticket)).toEqual([
    "T12345",
    "chg/abc",
    undefined,
  ]);
});

describe("presets", () => {
  it.each(PRESETS)("$name names no section twice", ({ postmortem, runbook }) => {
    for (const levels of [postmortem, runbook?.alert, runbook?.procedure]) {
      const ids = [...(levels?.required ?? []), ...(levels?.suggested ?? [])];
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  it("the default changes nothing", () => {
    const [first] = PRESETS;
    expect(first && applyPreset(DEFAULT_STRUCTURE, first)).toEqual(DEFAULT_STRUCTURE);
  });

  it("leave a team's own sections as they are", () => {
    const own = changeStructure(DEFAULT_STRUCTURE, {
      sections: { postmortem: [{ id: "notice", title: "N", level: "required" }] },
    });
    const [, google] = PRESETS;
    const structure = google ? applyPreset(own, google) : own;
    expect(postmortem(structure, "notice")?.level).toBe("required");
    expect(postmortem(structure, "detection")?.level).toBe("required");
    expect(sections("## Resolution\n\n## Root causes\n", structure)).toEqual([
      "restoration: Resolution",
      "root-cause: Root causes",
    ]);
  });
});
