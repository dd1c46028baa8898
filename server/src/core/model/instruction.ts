import { INSTRUCTION_VERBS } from "../schema/instruction-verbs.ts";

/** `Restart the pod`, `Containment: block the sender`, `Now restart it`. */
const INSTRUCTION = new RegExp(
  `^(?:[^:.]{1,40}:\\s+)?(?:(?:now|then|next|first|finally|if [^,]{1,80}),?\\s+)?${INSTRUCTION_VERBS}\\b`,
  "i",
);

/** Whether a line begins like an instruction in English; of other languages we know no verbs, and the answer is no. */
export function isInstruction(text: string): boolean {
  return INSTRUCTION.test(text.trim());
}
