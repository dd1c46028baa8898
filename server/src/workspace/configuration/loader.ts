import { type Configuration, DEFAULT_CONFIGURATION } from "../../core/schema/configuration.ts";
import type { EffectiveConfiguration } from "../checker.ts";
import type { Workspace } from "../workspace.ts";
import { compileDocumentGlobs, type KindByGlob } from "./document-globs.ts";
import { configurationFinding } from "./finding.ts";
import type { ConfigurationParser } from "./parser.ts";

/** A configuration, ready to use. */
export interface LoadedConfiguration extends EffectiveConfiguration {
  readonly kindOf: KindByGlob;
}

/** Gives the configuration of a file by its URI; undefined gives the defaults. Reads each file once. */
export interface ConfigurationLoader {
  load(uri: string | undefined): Promise<LoadedConfiguration>;
  forget(): void;
}

/** Makes a loader. A file that is there but cannot be read is a problem at its start, and the defaults hold. */
export function createConfigurationLoader(workspace: Workspace, parse: ConfigurationParser): ConfigurationLoader {
  const loaded = new Map<string, Promise<LoadedConfiguration>>();
  const defaults = prepare(DEFAULT_CONFIGURATION, undefined, []);

  const read = async (uri: string): Promise<LoadedConfiguration> => {
    const text = await workspace.read(uri);
    if (text === undefined) {
      const message =
        "The configuration file cannot be read: make sure that it exists, that you may read it, and that it is an ordinary file or a link to one of the same kind.";
      return prepare(DEFAULT_CONFIGURATION, uri, [configurationFinding("CF001", message, { start: 0, end: 0 })]);
    }
    const { configuration, findings } = parse(text);
    return prepare(configuration, uri, findings);
  };

  return {
    load(uri) {
      if (uri === undefined) return Promise.resolve(defaults);
      let configuration = loaded.get(uri);
      if (configuration === undefined) {
        configuration = read(uri);
        loaded.set(uri, configuration);
      }
      return configuration;
    },
    forget: () => loaded.clear(),
  };
}

function prepare(
  configuration: Configuration,
  source: string | undefined,
  problems: EffectiveConfiguration["problems"],
): LoadedConfiguration {
  return { configuration, source, problems, kindOf: compileDocumentGlobs(configuration) };
}
