import { brokenFrontMatter } from "./document/broken-front-matter.ts";
import { brokenLink } from "./document/broken-link.ts";
import { emptySection } from "./document/empty-section.ts";
import { missingSection } from "./document/missing-section.ts";
import { unfilledPlaceholder } from "./document/unfilled-placeholder.ts";
import { unreadableDocument } from "./document/unreadable-document.ts";
import { internalError } from "./internal/internal-error.ts";
import { invalidConfiguration } from "./internal/invalid-configuration.ts";
import { unknownSetting } from "./internal/unknown-setting.ts";
import { actionWithoutOwner } from "./postmortem/action-without-owner.ts";
import { hedgedCause } from "./postmortem/hedged-cause.ts";
import { humanErrorAsCause } from "./postmortem/human-error-as-cause.ts";
import { noActionItems } from "./postmortem/no-action-items.ts";
import { noTimeZone } from "./postmortem/no-time-zone.ts";
import { timelineGoesBack } from "./postmortem/timeline-goes-back.ts";
import { unquantifiedImpact } from "./postmortem/unquantified-impact.ts";
import type { AnyRule } from "./rule.ts";
import { noSteps } from "./runbook/no-steps.ts";
import { brokenAttributes } from "./step/broken-attributes.ts";
import { destructiveCommand } from "./step/destructive-command.ts";
import { fenceOutsideStep } from "./step/fence-outside-step.ts";
import { promptInCommand } from "./step/prompt-in-command.ts";
import { smartPunctuation } from "./step/smart-punctuation.ts";
import { unclosedFence } from "./step/unclosed-fence.ts";
import { unusedSuppression } from "./suppression/unused-suppression.ts";

/** All rules, by code. A test holds that none is forgotten and that they stay sorted. */
export const RULES: readonly AnyRule[] = [
  invalidConfiguration,
  unknownSetting,
  unreadableDocument,
  missingSection,
  emptySection,
  unfilledPlaceholder,
  brokenLink,
  brokenFrontMatter,
  internalError,
  noTimeZone,
  timelineGoesBack,
  hedgedCause,
  humanErrorAsCause,
  unquantifiedImpact,
  noActionItems,
  actionWithoutOwner,
  noSteps,
  destructiveCommand,
  smartPunctuation,
  unclosedFence,
  promptInCommand,
  fenceOutsideStep,
  brokenAttributes,
  unusedSuppression,
];
