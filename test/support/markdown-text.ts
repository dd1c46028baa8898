import fc from "fast-check";

const FRAGMENTS = [
  ...["\n", "\n\n", "\r\n", "\r", "\t", "  ", " ", "\uFEFF", "🔥", "影響", "\\", "\u0000"],
  ...[
    "# ",
    "## Timeline\n\n",
    "## Impact ##\n",
    "Root cause\n==========\n\n",
    "### 14:02 - x\n",
    "## Action items\n\n",
  ],
  ...["- ", "1. ", "- [ ] ", "- [x] do (Alice)\n", "> ", "> [!NOTE]\n", "**Impact**: 5 users\n\n", "**Timeline:**\n\n"],
  ...["| Time (UTC) | Event |\n| --- | --- |\n", "| 14:02 | x |\n", "| --:-- |\n", "|", "\\|"],
  ...["```sh\n", "```\n", "~~~", "`x`", "---\n", "---\ntitle: [\n---\n", "+++\n", "<!-- x -->", "<div>\n", "<%= x %>"],
  ...["[a](b)", "![", "](", "[^1]: x\n", "[x]: y\n", "https://example.com/issues/1", "*", "_", "~~", "@alice", "#12"],
  ...[
    "2022-05-27",
    "12/03/2021 ",
    "25:10 ",
    "11:59 PM PST",
    "March 12th, ",
    "1.02 ",
    "1402 ",
    " UTC",
    "All times in CET.\n\n",
  ],
];

/** Strings made of Markdown's own pieces, with some noise between: what reaches the deep ends of a parser. */
export function markdownText(): fc.Arbitrary<string> {
  const piece = fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom(...FRAGMENTS) },
    fc.string({ maxLength: 6, unit: "binary" }),
  );
  return fc.oneof(
    { weight: 4, arbitrary: fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join("")) },
    fc.string({ unit: "binary" }),
  );
}
