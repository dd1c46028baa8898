export { planDocument } from "../engine/plan-document.ts";
export { startRun } from "../engine/run.ts";
