import type { SyntaxNode } from "unbash";
import type { Range } from "../../syntax/range.ts";
import { type CarriedValues, carriedIn, emittedBy } from "./carried-values.ts";
import type { EvaluatedValue } from "./evaluated-values.ts";

/** Variables whose value a shell, a loader or a common tool runs. */
const RUN_BY_PROGRAMS =
  /^(?:BASH_ENV|ENV|PS[0-4]|PROMPT_COMMAND|LD_PRELOAD|LD_AUDIT|DYLD_INSERT_LIBRARIES|NODE_OPTIONS|PYTHONSTARTUP|PERL5OPT|PERL5DB|RUBYOPT|JAVA_TOOL_OPTIONS|GIT_SSH_COMMAND|GIT_EXTERNAL_DIFF|GIT_EDITOR|GIT_PAGER|GIT_PROXY_COMMAND|EDITOR|VISUAL|PAGER|MANPAGER|LESSOPEN|MAKEFLAGS)$/;

const NUMBER = "check before the run that it is a number: declare the input with `pattern: '[0-9]+'`";

/** Finds values that the shell itself evaluates at this node: arithmetic, subscripts, names held in variables. */
export function findInNode(
  node: SyntaxNode,
  range: Range,
  values: CarriedValues,
  integers: ReadonlySet<string>,
): EvaluatedValue[] {
  const found: EvaluatedValue[] = [];
  const add = (root: string | undefined, reason: string, mend: string): void => {
    if (root !== undefined) found.push({ root, range, reason, mend });
  };
  const counted = (each: SyntaxNode | undefined): string | undefined =>
    each && (carriedIn(each, values) ?? named("text" in each ? each.text : "", values));
  switch (node.type) {
    case "ArithmeticWord":
      add(named(node.value, values), "arithmetic would evaluate the value", NUMBER);
      break;
    case "ArithmeticCommandExpansion":
      add(node.script && emittedBy(node.script, values), "arithmetic would evaluate the value", NUMBER);
      break;
    case "ArithmeticExpansion":
      if (!node.expression) add(named(node.text, values), "arithmetic would evaluate the value", NUMBER);
      break;
    case "TestBinary":
      if (!/^-(?:eq|ne|lt|le|gt|ge)$/.test(node.operator)) break;
      for (const side of [node.left, node.right]) {
        add(counted(side), `\`[[ … ${node.operator} … ]]\` evaluates the value as arithmetic`, "compare with `[ … ]`");
      }
      break;
    case "TestUnary":
      if (/^-[vR]$/.test(node.operator)) {
        add(carriedIn(node.operand, values), `\`${node.operator}\` takes the name of a variable`, "write the name");
      }
      break;
    case "ParameterExpansion": {
      const own = values.get(node.parameter);
      if (node.prefix === "!") add(own, "`${!…}` takes the value for the name of a variable", "write the name");
      add(counted(node.index), "a subscript is evaluated", NUMBER);
      if (node.operation?.type === "Slice") {
        add(counted(node.operation.offset) ?? counted(node.operation.length), "`${…:…}` evaluates numbers", NUMBER);
      }
      if (node.operation?.type === "Transform" && /P/.test(node.operation.operand.text)) {
        add(own, "`@P` runs the commands in the value", "leave `@P` out");
      }
      break;
    }
    case "Assignment": {
      add(counted(node.index), "a subscript is evaluated", NUMBER);
      if (integers.has(node.name)) add(counted(node.value), "it is declared as a number, which is evaluated", NUMBER);
      if (RUN_BY_PROGRAMS.test(node.name)) {
        add(carriedIn(node.value, values), `programs run what is in \`${node.name}\``, "write the value itself");
      }
      for (const word of node.value.type === "ArrayValue" ? node.value.elements : []) {
        if (word.text.startsWith("[")) add(carriedIn(word, values), "a subscript is evaluated", NUMBER);
      }
      break;
    }
    default:
  }
  return found;
}

/** The first of the values whose variable is named in a text that is read as arithmetic. */
function named(text: string, values: CarriedValues): string | undefined {
  // `${#X}` is a length.
  const used = text.replace(/\$\{#\w+\}/g, "");
  return (used.match(/[A-Za-z_]\w*|(?<=\$\{?)[\d@*]/g) ?? []).flatMap((name) => values.get(name) ?? [])[0];
}
