import path from "node:path";
import { parseArgs } from "node:util";
import { repository } from "./places.mjs";
import { SetupError } from "./setup-error.mjs";

/** What `--help` prints. */
export const usage = `Runs the extension's tests in a real VS Code.

  node test/editor/run.mjs [options]

  --suite NAME      host, interface, restricted, web or vsix; may be given several times (default: all)
  --extension DIR   the extension under development (default: the repository)
  --samples DIR     the workspace to copy (default: the repository's samples)
  --vsix FILE       the package for the suite vsix (default: one is made of the extension)
  --no-install      fail when something is missing, instead of installing it
  --install-only    install what is missing, and run nothing
  --help            this text
`;

/**
 * Reads the command line.
 *
 * @param {string[]} args
 * @param {string[]} suites the names that exist
 * @throws {SetupError} on an unknown option or suite
 */
export function readOptions(args, suites) {
  const { values } = parse(args);
  const unknown = values.suite?.find((name) => !suites.includes(name));
  if (unknown !== undefined) throw misuse(`there is no suite "${unknown}", only ${suites.join(", ")}`);
  const absolute = (value) => value && path.resolve(value);
  return {
    help: values.help === true,
    install: values["no-install"] !== true,
    installOnly: values["install-only"] === true,
    suites: suites.filter((name) => values.suite?.includes(name) ?? true),
    extension: absolute(values.extension) ?? repository,
    samples: absolute(values.samples) ?? path.join(repository, "samples"),
    vsix: absolute(values.vsix),
  };
}

function parse(args) {
  try {
    return parseArgs({
      args,
      options: {
        suite: { type: "string", multiple: true },
        extension: { type: "string" },
        samples: { type: "string" },
        vsix: { type: "string" },
        "no-install": { type: "boolean" },
        "install-only": { type: "boolean" },
        help: { type: "boolean", short: "h" },
      },
    });
  } catch (error) {
    throw misuse(error.message);
  }
}

function misuse(why) {
  return new SetupError({ what: "wrong command line", why, mend: "node test/editor/run.mjs --help" });
}
