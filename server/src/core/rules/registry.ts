import { ambiguousDate } from "./document/ambiguous-date.ts";
import { anglePlaceholderInProse } from "./document/angle-placeholder-in-prose.ts";
import { brokenAnchor } from "./document/broken-anchor.ts";
import { brokenFrontMatter } from "./document/broken-front-matter.ts";
import { brokenLink } from "./document/broken-link.ts";
import { contentsMismatch } from "./document/contents-mismatch.ts";
import { duplicateSection } from "./document/duplicate-section.ts";
import { emptySection } from "./document/empty-section.ts";
import { genericTitle } from "./document/generic-title.ts";
import { hiddenCharacters } from "./document/hidden-characters.ts";
import { invalidDate } from "./document/invalid-date.ts";
import { missingMetadata } from "./document/missing-metadata.ts";
import { missingSection } from "./document/missing-section.ts";
import { misspeltSection } from "./document/misspelt-section.ts";
import { noOwner } from "./document/no-owner.ts";
import { noReviewDate } from "./document/no-review-date.ts";
import { noTitle } from "./document/no-title.ts";
import { personalData } from "./document/personal-data.ts";
import { placeholderLink } from "./document/placeholder-link.ts";
import { plainTextHeadings } from "./document/plain-text-headings.ts";
import { privateLink } from "./document/private-link.ts";
import { reviewOverdue } from "./document/review-overdue.ts";
import { secretInText } from "./document/secret-in-text.ts";
import { sectionOrder } from "./document/section-order.ts";
import { stubSection } from "./document/stub-section.ts";
import { templateText } from "./document/template-text.ts";
import { unfilledPlaceholder } from "./document/unfilled-placeholder.ts";
import { unknownSeverity } from "./document/unknown-severity.ts";
import { unreadableDocument } from "./document/unreadable-document.ts";
import { internalError } from "./internal/internal-error.ts";
import { invalidConfiguration } from "./internal/invalid-configuration.ts";
import { unknownSetting } from "./internal/unknown-setting.ts";
import { actionWithoutDueDate } from "./postmortem/action-without-due-date.ts";
import { actionWithoutOwner } from "./postmortem/action-without-owner.ts";
import { actionWithoutTicket } from "./postmortem/action-without-ticket.ts";
import { ambiguous12Hour } from "./postmortem/ambiguous-12-hour.ts";
import { blamefulWording } from "./postmortem/blameful-wording.ts";
import { dataLossUnstated } from "./postmortem/data-loss-unstated.ts";
import { durationMismatch } from "./postmortem/duration-mismatch.ts";
import { hedgedCause } from "./postmortem/hedged-cause.ts";
import { humanErrorAsCause } from "./postmortem/human-error-as-cause.ts";
import { impactWithoutDuration } from "./postmortem/impact-without-duration.ts";
import { impactWithoutUsers } from "./postmortem/impact-without-users.ts";
import { invalidTime } from "./postmortem/invalid-time.ts";
import { missingPhase } from "./postmortem/missing-phase.ts";
import { mixedTimeFormats } from "./postmortem/mixed-time-formats.ts";
import { mixedTimeZones } from "./postmortem/mixed-time-zones.ts";
import { noActionItems } from "./postmortem/no-action-items.ts";
import { noDate } from "./postmortem/no-date.ts";
import { noTimeZone } from "./postmortem/no-time-zone.ts";
import { onlyMitigatingActions } from "./postmortem/only-mitigating-actions.ts";
import { restorationUnverified } from "./postmortem/restoration-unverified.ts";
import { restorationWithoutAction } from "./postmortem/restoration-without-action.ts";
import { staleDraft } from "./postmortem/stale-draft.ts";
import { timelineGap } from "./postmortem/timeline-gap.ts";
import { timelineGoesBack } from "./postmortem/timeline-goes-back.ts";
import { timelineWithoutDate } from "./postmortem/timeline-without-date.ts";
import { timelineWithoutTimes } from "./postmortem/timeline-without-times.ts";
import { triggerOnlyCause } from "./postmortem/trigger-only-cause.ts";
import { uncategorisedCause } from "./postmortem/uncategorised-cause.ts";
import { uncategorisedImpact } from "./postmortem/uncategorised-impact.ts";
import { uncategorisedRestoration } from "./postmortem/uncategorised-restoration.ts";
import { unquantifiedImpact } from "./postmortem/unquantified-impact.ts";
import { usersAsCause } from "./postmortem/users-as-cause.ts";
import { vagueImpact } from "./postmortem/vague-impact.ts";
import { weakAction } from "./postmortem/weak-action.ts";
import type { AnyRule } from "./rule.ts";
import { alertNameMismatch } from "./runbook/alert-name-mismatch.ts";
import { noEscalation } from "./runbook/no-escalation.ts";
import { noRollback } from "./runbook/no-rollback.ts";
import { noSteps } from "./runbook/no-steps.ts";
import { noVerification } from "./runbook/no-verification.ts";
import { brokenAttributes } from "./step/broken-attributes.ts";
import { cyclicNeeds } from "./step/cyclic-needs.ts";
import { destructiveCommand } from "./step/destructive-command.ts";
import { duplicateStepName } from "./step/duplicate-step-name.ts";
import { durationInProse } from "./step/duration-in-prose.ts";
import { fenceNotRendered } from "./step/fence-not-rendered.ts";
import { fenceOutsideStep } from "./step/fence-outside-step.ts";
import { inlineCommand } from "./step/inline-command.ts";
import { interactiveCommand } from "./step/interactive-command.ts";
import { noLanguage } from "./step/no-language.ts";
import { pipeToShell } from "./step/pipe-to-shell.ts";
import { placeholderInCommand } from "./step/placeholder-in-command.ts";
import { promptInCommand } from "./step/prompt-in-command.ts";
import { smartPunctuation } from "./step/smart-punctuation.ts";
import { staleStep } from "./step/stale-step.ts";
import { unclosedFence } from "./step/unclosed-fence.ts";
import { undefinedVariable } from "./step/undefined-variable.ts";
import { unknownStep } from "./step/unknown-step.ts";
import { unsafeEmptyVariable } from "./step/unsafe-empty-variable.ts";
import { unusedInput } from "./step/unused-input.ts";
import { verificationOff } from "./step/verification-off.ts";
import { writeWithoutUndo } from "./step/write-without-undo.ts";
import { writeWithoutVerify } from "./step/write-without-verify.ts";
import { suppressionWithoutReason } from "./suppression/suppression-without-reason.ts";
import { unusedSuppression } from "./suppression/unused-suppression.ts";

/** All rules, by code. A test holds that none is forgotten and that they stay sorted. */
export const RULES: readonly AnyRule[] = [
  invalidConfiguration,
  unknownSetting,
  unreadableDocument,
  noTitle,
  genericTitle,
  missingSection,
  emptySection,
  stubSection,
  sectionOrder,
  duplicateSection,
  misspeltSection,
  contentsMismatch,
  plainTextHeadings,
  unfilledPlaceholder,
  anglePlaceholderInProse,
  templateText,
  placeholderLink,
  invalidDate,
  ambiguousDate,
  unknownSeverity,
  missingMetadata,
  reviewOverdue,
  noReviewDate,
  noOwner,
  brokenLink,
  brokenAnchor,
  privateLink,
  secretInText,
  personalData,
  hiddenCharacters,
  brokenFrontMatter,
  internalError,
  noDate,
  staleDraft,
  durationMismatch,
  timelineWithoutTimes,
  noTimeZone,
  timelineWithoutDate,
  mixedTimeZones,
  timelineGoesBack,
  ambiguous12Hour,
  invalidTime,
  missingPhase,
  mixedTimeFormats,
  timelineGap,
  uncategorisedCause,
  hedgedCause,
  humanErrorAsCause,
  triggerOnlyCause,
  usersAsCause,
  blamefulWording,
  unquantifiedImpact,
  impactWithoutDuration,
  impactWithoutUsers,
  vagueImpact,
  dataLossUnstated,
  uncategorisedImpact,
  restorationWithoutAction,
  uncategorisedRestoration,
  restorationUnverified,
  noActionItems,
  actionWithoutOwner,
  actionWithoutTicket,
  actionWithoutDueDate,
  weakAction,
  onlyMitigatingActions,
  noVerification,
  noRollback,
  noEscalation,
  alertNameMismatch,
  noSteps,
  destructiveCommand,
  undefinedVariable,
  unsafeEmptyVariable,
  pipeToShell,
  verificationOff,
  interactiveCommand,
  smartPunctuation,
  unclosedFence,
  noLanguage,
  promptInCommand,
  fenceOutsideStep,
  fenceNotRendered,
  brokenAttributes,
  duplicateStepName,
  unknownStep,
  cyclicNeeds,
  writeWithoutUndo,
  writeWithoutVerify,
  placeholderInCommand,
  inlineCommand,
  unusedInput,
  staleStep,
  durationInProse,
  unusedSuppression,
  suppressionWithoutReason,
];
