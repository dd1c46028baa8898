import { expect, it } from "vitest";
import { parseOutputVariables } from "./output-variables.ts";

it("takes over values of one and of several lines", () => {
  expect(parseOutputVariables("POD=a=b\nTEXT<<END\n1\n2\nEND\n")).toEqual({
    values: { POD: "a=b", TEXT: "1\n2" },
    problems: [],
  });
});

it.each(["BASH_ENV", "LD_PRELOAD", "PATH", "Path", "ENV", "IFS", "PS4", "SHELLOPTS", "BASHOPTS", "PROMPT_COMMAND"])(
  "does not take over %s, by which a value would become code",
  (name) => {
    const { values, problems } = parseOutputVariables(`${name}=/tmp/x\nOK=1`);
    expect(values).toEqual({ OK: "1" });
    expect(problems[0]).toContain(`"${name}" is not taken over`);
  },
);
