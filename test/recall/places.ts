/** The headings of the generated postmortems and runbooks, by section, as whole lines. */
export const HEADINGS = {
  summary: /^## (?:Summary|What happened|Executive summary)$/,
  impact: /^## Impact$/,
  timeline: /^## Timeline$/,
  cause: /^## Root causes?(?: analysis)?$/,
  contributing: /^## Contributing factors$/,
  restoration: /^## (?:Restoration|Resolution|Recovery)$/,
  lessons: /^## Lessons learned$/,
  actions: /^## (?:Action items|Follow-up actions|Corrective actions)$/,
  meaning: /^## (?:Meaning|Overview)$/,
  diagnosis: /^## Diagnosis$/,
  mitigation: /^## (?:Mitigation|Steps)$/,
  verification: /^## Verification$/,
  rollback: /^## Rollback$/,
  escalation: /^## Escalation$/,
} as const;

/** A line of the timeline, in any of its forms. */
export const ENTRY = /^(?:\| |- |### |)\d{2}:\d{2}(?: \||:? (?!UTC))/;
