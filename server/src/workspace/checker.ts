import { URI, Utils } from "vscode-uri";
import type { IncidentDocument } from "../core/model/document.ts";
import type { DocumentKind } from "../core/model/document-kind.ts";
import { readDocument } from "../core/model/read-document.ts";
import type { Finding } from "../core/rules/rule.ts";
import { lint } from "../core/rules/runner.ts";
import type { Configuration } from "../core/schema/configuration.ts";
import { createCodeOwnersReader } from "./codeowners.ts";
import { CONFIGURABLE_RULES } from "./configuration/configurable-rules.ts";
import type { Origin } from "./configuration/layer.ts";
import { createConfigurationLoader } from "./configuration/loader.ts";
import { createConfigurationParser } from "./configuration/parser.ts";
import { lookUpTargets, withoutFragment } from "./link-targets.ts";
import { createProjectFinder, documentPath, isConfigurationFile, type Project, pathBelow } from "./project.ts";
import type { RunFactsSource } from "./run-facts-source.ts";
import type { Workspace } from "./workspace.ts";

/** The configuration of a file and where it came from. */
export interface EffectiveConfiguration {
  readonly configuration: Configuration;
  /** Where the values that are no defaults were written; the names are those of `MergedConfiguration`. */
  readonly origins: ReadonlyMap<string, Origin>;
  /** URI of the configuration file; undefined when there is none. */
  readonly source: string | undefined;
  /** Findings in the configuration file itself; shown at that file, and a usage error (exit 2) on the command line. */
  readonly problems: readonly Finding[];
}

/** A checked file. */
export interface Checked {
  /** Undefined for a configuration file. */
  readonly document: IncidentDocument | undefined;
  readonly effective: EffectiveConfiguration;
  readonly findings: readonly Finding[];
}

/** The one computation behind all doors: editor, browser and command line call `check` and nothing else. */
export interface Checker {
  /** Checks the text as that file's content: the open buffer in an editor, the file's bytes on the command line. */
  check(uri: string, text: string): Promise<Checked>;
  /** The configuration that `check` would apply to a file, without reading the file. */
  configurationOf(uri: string): Promise<EffectiveConfiguration>;
  /** Forgets configurations, project roots, owners and records of runs: after any change of files on disk. */
  forget(): void;
}

/** What a checker needs from outside. */
export interface CheckerHost {
  readonly workspace: Workspace;
  /** Today in the user's zone, ISO `YYYY-MM-DD`. */
  readonly today: () => string;
  /**
   * Folders that a person opened or stands in, as URIs. Where no `.git` and no configuration marks a project, they tell how
   * far the neighbourhood of a document is known: links are followed inside of them.
   */
  readonly folders: readonly string[];
  /** One configuration for every file instead of the nearest one: its URI, or `none` for the defaults. */
  readonly configuration?: "none" | { readonly uri: string };
  /** What records of runs tell; left out where there are none to read, as in a browser. */
  readonly runs?: RunFactsSource | undefined;
}

/** What is known of a document before it is read. */
interface DocumentContext {
  readonly project: Project;
  readonly path: string;
  readonly effective: EffectiveConfiguration;
  readonly configured: DocumentKind | undefined;
}

/** Composes project, configuration, model and rules. Projects and configurations are remembered until `forget`. */
export function createChecker(host: CheckerHost): Checker {
  const { workspace } = host;
  const parseConfiguration = createConfigurationParser(CONFIGURABLE_RULES);
  const projects = createProjectFinder(workspace);
  const codeOwners = createCodeOwnersReader(workspace);
  const configurations = createConfigurationLoader(workspace, parseConfiguration);

  const contextOf = async (uri: string): Promise<DocumentContext> => {
    const project = await projects.find(Utils.dirname(URI.parse(uri)).toString());
    const chosen = host.configuration;
    const source = chosen === undefined ? project.configuration : chosen === "none" ? undefined : chosen.uri;
    const loaded = await configurations.load(source);
    // Globs count from the folder of the configuration that was found; those of one that was named, from the project's root.
    const own = source === undefined ? undefined : Utils.dirname(URI.parse(source)).toString();
    const base = source === project.configuration ? own : (project.root ?? own);
    const path = documentPath(uri, project.root);
    const below = (base === undefined ? undefined : pathBelow(uri, base)) ?? path;
    return { project, path, effective: loaded.effectiveFor(below), configured: loaded.kindOf(below) };
  };

  /** The text is checked as given: in an editor it is the unsaved one, and applies to documents when saved. */
  const checkConfiguration = async (uri: string, text: string): Promise<Checked> => {
    const loaded = await configurations.loadText(uri, text);
    return { document: undefined, effective: loaded.effectiveFor(""), findings: loaded.problems };
  };

  const checkDocument = async (uri: string, text: string): Promise<Checked> => {
    const { project, path, effective, configured } = await contextOf(uri);
    const { structure } = effective.configuration;
    const document = readDocument({ text, path, configured, structure });
    if (document.kind === "other") return { document, effective, findings: [] };
    const known = project.root ?? host.folders.find((folder) => pathBelow(uri, folder) !== undefined);
    const targets = await lookUpTargets(document.links, uri, known, workspace);
    const owned = await ownersIn(project, effective.configuration);
    const runs = document.kind === "runbook" ? await host.runs?.of(uri, project.root) : undefined;
    const surroundings = {
      exists: (target: string) => targets.get(withoutFragment(target)),
      today: host.today(),
      codeowners: owned?.ownersOf(project.root === undefined ? path : (pathBelow(uri, project.root) ?? path)),
      runs,
    };
    const { owners } = effective.configuration;
    // CODEOWNERS adds to a list of owners; on its own it forbids nobody.
    const configuration =
      owners === undefined || owned === undefined
        ? effective.configuration
        : { ...effective.configuration, owners: [...owners, ...owned.everyone] };
    return { document, effective, findings: lint(document, configuration, surroundings) };
  };

  const ownersIn = async ({ root }: Project, { codeowners }: Configuration) =>
    codeowners && root !== undefined ? codeOwners.read(root) : undefined;

  return {
    check: async (uri, text) => (isConfigurationFile(uri) ? checkConfiguration(uri, text) : checkDocument(uri, text)),
    configurationOf: async (uri) => (await contextOf(uri)).effective,
    forget() {
      projects.forget();
      configurations.forget();
      codeOwners.forget();
      host.runs?.forget();
    },
  };
}
