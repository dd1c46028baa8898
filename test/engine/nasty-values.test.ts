import fc from "fast-check";
import { expect, it } from "vitest";
import { command, input, step } from "./plans.ts";
import { filesBelow, project, run } from "./run-helper.ts";

const FRAGMENTS = [
  ...[
    "$(touch pwned)",
    "`touch pwned`",
    "; touch pwned;",
    "&& touch pwned",
    "| touch pwned",
    "> pwned",
    "$(",
    "${HOME}",
    "$HOME",
  ],
  ...[
    "'",
    '"',
    "\\",
    "\n",
    "\r",
    "\t",
    " ",
    "*",
    "~",
    "!",
    "!!",
    "%PATH%",
    "${jndi:x}",
    "-rf",
    "--",
    "%s",
    "\u0001",
    "é",
    "🚒",
    "\u2028",
  ],
  ...["'; import os; os.system('touch pwned') #", "`+require('fs').writeFileSync('pwned','')+`", "EOF", "\u001b[31m"],
];

const PRINTERS: Readonly<Record<string, string>> = {
  sh: 'for name in VALUES; do eval "printf \'%s\\\\0\' \\"\\$$name\\""; done',
  bash: 'for name in VALUES; do printf "%s\\0" "${!name}"; done',
  python: "import os, sys\nfor name in 'VALUES'.split(): sys.stdout.buffer.write(os.environb[name.encode()] + b'\\0')",
  node: "for (const name of 'VALUES'.split(' ')) process.stdout.write(process.env[name] + '\\0')",
};

/** Values that would run, if any shell on their way ever read them. */
function nastyValues(count: number): string[] {
  const fragment = fc.oneof(fc.constantFrom(...FRAGMENTS), fc.string({ maxLength: 5 }));
  const value = fc.array(fragment, { minLength: 1, maxLength: 8 }).map((parts) => parts.join("").replaceAll("\0", ""));
  return fc.sample(
    value.filter((text) => text !== "" && !/[\uD800-\uDFFF]/u.test(text)),
    { numRuns: count, seed: 42 },
  );
}

it.each(Object.entries(PRINTERS))(
  "200 nasty values reach %s unchanged, and none is executed",
  async (language, printer) => {
    const values = nastyValues(200);
    const names = values.map((_, index) => `V_${index}`);
    const { file, root } = await project();
    const out = `${root}/values`;
    // The output that we show has its control characters stripped: the values are compared in a file.
    const script = printer.replace("VALUES", names.join(" "));
    const target =
      language === "python" ? `import sys; sys.stdout = open(${JSON.stringify(out)}, "w")\n${script}` : script;
    const redirected =
      language === "node"
        ? `process.stdout.write = (text) => require("fs").appendFileSync(${JSON.stringify(out)}, text);\n${script}`
        : language === "python"
          ? target
          : `{ ${script}; } > ${out}`;
    const ran = await run([step("one", [command(redirected, { language })])], {
      file,
      plan: { inputs: names.map((name) => input(name)) },
      inputs: Object.fromEntries(names.map((name, index) => [name, values[index] ?? ""])),
    });
    expect(ran).toMatchObject({ status: "done", stderr: "" });
    const files = await filesBelow(root);
    expect(files.get(out)?.split("\0").slice(0, -1)).toEqual(values);
    expect([...files.keys()].filter((path) => path.endsWith("pwned"))).toEqual([]);
  },
);

it("refuses a value with a NUL, which no environment can hold", async () => {
  const ran = await run([step("one", ['echo "$POD"'])], { plan: { inputs: [input("POD")] }, inputs: { POD: "a\0b" } });
  expect(ran).toMatchObject({ exitCode: 2 });
  expect(ran.message).toContain("NUL");
});
