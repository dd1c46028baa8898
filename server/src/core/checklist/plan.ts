import type { Effect, Expectation } from "../model/procedure.ts";
import type { Range } from "../syntax/range.ts";

/** A value that a run needs, declared in the front matter or found in a command. */
export interface PlanInput {
  /** As the environment variable that carries it: `POD_NAME` for `<pod-name>`. */
  readonly name: string;
  /** As first written in a command or the front matter: `<pod-name>`, `$POD`, `pod-name`; `--input` takes either spelling. */
  readonly label: string;
  readonly origin: "declared" | "placeholder" | "variable";
  readonly description: string | undefined;
  readonly default: string | undefined;
  readonly pattern: string | undefined;
  readonly options: readonly string[] | undefined;
  readonly secret: boolean;
  readonly required: boolean;
}

/** One command of a planned step: text as it will run, placeholders rewritten to `"$NAME"`. */
export interface PlanCommand {
  readonly language: string;
  readonly script: string;
  /** The script as written, before the rewriting: what the consent list shows beside it when they differ. */
  readonly source: string;
  readonly effect: Effect;
  /** What its text alone tells, where the author's `effect=read` says less: then `effect` is only a claim. */
  readonly judgedEffect?: Effect;
  /** Why it is `destroy`: the name of the pattern that matched; undefined otherwise. */
  readonly danger: string | undefined;
  readonly timeoutMs: number;
  readonly cwd: string | undefined;
  readonly verifies: boolean;
  readonly interactive: boolean;
  readonly acceptedExitCodes: readonly number[];
  /** How often to try again before it counts as failed; 0 unless the author says otherwise. */
  readonly retries?: number;
  /** Time between two tries. */
  readonly everyMs?: number;
  /** What its standard output must be; without it the exit code alone counts. */
  readonly expectation?: Expectation;
  readonly range: Range;
}

/** A step that will run, or that a person will do (no commands). */
export interface PlanStep {
  readonly id: string;
  readonly title: string;
  /** Id of the procedure (section) it belongs to. */
  readonly procedureId: string;
  /** Canonical id of the section: `diagnosis`, `mitigation`, `verification`, `rollback`. */
  readonly role: string;
  readonly titleRange: Range;
  readonly depth: number;
  /** The strongest effect of its commands; `read` for a manual step. */
  readonly effect: Effect;
  readonly expectedMs: number | undefined;
  readonly owner: string | undefined;
  /** What it says beside its title and its commands, as Markdown: a step by hand is told here. Absent where nothing is. */
  readonly prose?: string;
  readonly commands: readonly PlanCommand[];
  /** True when it has no command of its own and its sub-steps do the work: a heading over them, nothing to ask. */
  readonly isGroup?: boolean;
  /** True when its author keeps it out of a plain run (`excludeFromRunAll=true`): it runs when it is named. */
  readonly onlyWhenNamed?: boolean;
  /** SHA-256 over its commands' scripts and attributes: a record tells by it whether a step changed. */
  readonly hash: string;
}

/** What keeps a step from being run as written; said before anything runs. */
export interface PlanProblem {
  readonly stepId: string;
  readonly message: string;
  readonly range: Range;
}

/** Everything that a run would do, made without doing anything. */
export interface Plan {
  readonly path: string;
  readonly title: string;
  readonly steps: readonly PlanStep[];
  readonly inputs: readonly PlanInput[];
  readonly problems: readonly PlanProblem[];
  /** SHA-256 over all runnable content: consent is given to this. */
  readonly hash: string;
}
