import { readFileSync } from "node:fs";
import type { CleanDocument } from "./clean-document.ts";

const SAMPLES = [
  ["postmortem", "samples/postmortems/2026-03-14-message-delivery-outage.md"],
  ["postmortem", "samples/postmortems/2026-02-02-gateway-certificate.md"],
  ["runbook", "samples/runbooks/MessageDeliveryStalled.md"],
  ["runbook", "samples/runbooks/free-disk-space.md"],
] as const;

/** The complete documents of the demo workspace. */
export function cleanSamples(): readonly CleanDocument[] {
  return SAMPLES.map(([kind, path]) => ({
    name: path,
    kind,
    path,
    text: readFileSync(path, "utf8").replaceAll("\r\n", "\n"),
    files: ["../runbooks/MessageDeliveryStalled.md", "../postmortems/2026-03-14-message-delivery-outage.md"],
  }));
}
