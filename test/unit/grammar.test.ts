import { beforeAll, describe, expect, it } from "vitest";
import type { IGrammar } from "vscode-textmate";
import { loadMarkdownGrammar, type Token, tokenise } from "./grammar-tokens.ts";

let grammar: IGrammar;

beforeAll(async () => {
  grammar = await loadMarkdownGrammar();
});

/** What our grammar colours: `text → scope`, without the suffix `.runbook`. */
function marks(markdown: string): string[] {
  const own = ({ scopes }: Token): string | undefined =>
    scopes.findLast((scope) => scope.endsWith(".runbook") && !scope.startsWith("meta."));
  return tokenise(grammar, markdown)
    .flat()
    .flatMap((token) => {
      const scope = own(token);
      return scope === undefined ? [] : [`${token.text} → ${scope.replace(/\.runbook$/, "")}`];
    });
}

describe("times and dates", () => {
  it.each([
    ["- 14:02 the alert fired", ["14:02 → constant.numeric.time"]],
    ["| 9:05 UTC | rolled back |", ["9:05 UTC → constant.numeric.time"]],
    ["at 2:10 pm and 23:59:59", ["2:10 pm → constant.numeric.time", "23:59:59 → constant.numeric.time"]],
    ["14:02 +02:00 paged", ["14:02 +02:00 → constant.numeric.time"]],
    ["### 14:02 first page", ["14:02 → constant.numeric.time"]],
    ["**14:02** paged", ["14:02 → constant.numeric.time"]],
    ["On 2024-03-12 we", ["2024-03-12 → constant.numeric.date"]],
    ["2024-03-12T14:02:03.5Z", ["2024-03-12T14:02:03.5Z → constant.numeric.date"]],
    ["2024-03-12 14:02 UTC up", ["2024-03-12 14:02 UTC → constant.numeric.date"]],
  ])("%s", (markdown, expected) => {
    expect(marks(markdown)).toEqual(expected);
  });

  it.each([
    "localhost:8080 and 10.0.0.1:53",
    "a ratio of 3:1, version 1:10:99",
    "see 2024-13-45 and a/2024-03-12/b",
    "in `14:02` code",
    "    14:02 indented code",
    "[text](https://example.com/2024-03-12)",
  ])("leaves alone: %s", (markdown) => {
    expect(marks(markdown)).toEqual([]);
  });
});

describe("severities", () => {
  it.each([
    ["**Severity**: SEV-1", ["SEV-1 → keyword.other.severity"]],
    ["a sev2, later P1.", ["sev2 → keyword.other.severity", "P1 → keyword.other.severity"]],
  ])("%s", (markdown, expected) => {
    expect(marks(markdown)).toEqual(expected);
  });

  it.each(["S3 buckets", "several P99 values", "OP1 and P1.5"])("leaves alone: %s", (markdown) => {
    expect(marks(markdown)).toEqual([]);
  });
});

describe("placeholders", () => {
  it.each([
    ["Ask <your-team> or <VERSION>", ["<your-team>", "<VERSION>"]],
    ["On [insert date], {{ service }} broke", ["[insert date]", "{{ service }}"]],
  ])("%s", (markdown, expected) => {
    expect(marks(markdown)).toEqual(expected.map((text) => `${text} → variable.parameter.placeholder`));
  });

  it("marks TODO and TBD", () => {
    expect(marks("- TBD: owner")).toEqual(["TBD → keyword.codetag.notation.placeholder"]);
  });

  it.each(["<div>", "<br>", "<https://example.com>", "[insert](docs.md)", "a TODOS list"])(
    "leaves alone: %s",
    (markdown) => {
      expect(marks(markdown)).toEqual([]);
    },
  );
});

describe("suppression comments", () => {
  it("marks the directive, the rules and the reason", () => {
    expect(marks("<!-- runbook-disable-next-line DOC011 vague-impact -- drafted by hand -->")).toEqual([
      "runbook-disable-next-line → keyword.control.suppression",
      "DOC011 → constant.other.rule",
      "vague-impact → constant.other.rule",
      "-- → punctuation.separator.reason",
      "drafted by hand → string.unquoted.reason",
    ]);
  });

  it("leaves other comments alone, times in them too", () => {
    expect(marks("<!-- note of 14:02 -->")).toEqual([]);
  });

  it("knows one at the end of a table row", () => {
    expect(marks("| a | b | <!-- runbook-disable-file -->")).toContain(
      "runbook-disable-file → keyword.control.suppression",
    );
  });
});

describe("step attributes", () => {
  const step = [
    "- [ ] Restart <pod-name> at 14:02",
    "",
    '  ```bash { name=restart confirm="type" timeout=30s }',
    '  kubectl delete pod "$POD" # 14:02',
    "  ```",
    "",
    "Then wait until 14:10.",
  ].join("\n");

  it("marks keys and values, and nothing inside the command", () => {
    expect(marks(step)).toMatchInlineSnapshot(`
      [
        "<pod-name> → variable.parameter.placeholder",
        "14:02 → constant.numeric.time",
        "{ → punctuation.definition.attributes.begin",
        "name → entity.other.attribute-name",
        "= → punctuation.separator.key-value",
        "restart → string.unquoted",
        "confirm → entity.other.attribute-name",
        "= → punctuation.separator.key-value",
        ""type" → string.quoted.double",
        "timeout → entity.other.attribute-name",
        "= → punctuation.separator.key-value",
        "30s → string.unquoted",
        "} → punctuation.definition.attributes.end",
        "14:10 → constant.numeric.time",
      ]
    `);
  });

  it("keeps the command's own colours and ends with the fence", () => {
    const [command = [], fence = []] = tokenise(grammar, step).slice(3);
    expect(command.some(({ scopes }) => scopes.includes("meta.embedded.block.shellscript"))).toBe(true);
    expect(command.some(({ scopes }) => scopes.some((scope) => scope.endsWith(".shell")))).toBe(true);
    expect(fence.some(({ scopes }) => scopes.includes("punctuation.definition.markdown"))).toBe(true);
  });

  it("reads JSON", () => {
    expect(marks('```sh {"name":"a","timeout":"1m"}\nls\n```\n14:02')).toMatchInlineSnapshot(`
      [
        "{ → punctuation.definition.attributes.begin",
        "name → entity.other.attribute-name",
        ": → punctuation.separator.key-value",
        ""a" → string.quoted.double",
        "timeout → entity.other.attribute-name",
        ": → punctuation.separator.key-value",
        ""1m" → string.quoted.double",
        "} → punctuation.definition.attributes.end",
        "14:02 → constant.numeric.time",
      ]
    `);
  });

  it.each(["```bash\nls 14:02\n```", "```yaml { a=b }\na: 14:02\n```", "~~~\n14:02 <pod-name>\n~~~"])(
    "leaves alone: %j",
    (markdown) => {
      expect(marks(markdown)).toEqual([]);
    },
  );
});
