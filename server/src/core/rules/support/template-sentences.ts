/**
 * Sentences of well-known postmortem and runbook templates that tell the author what to write, in the form of
 * `comparableSentence`. From the public templates of Atlassian, Google (SRE workbook), PagerDuty, GitLab, Project Jupyter
 * (mybinder.org), Python Discord, PostHog and Mentimeter. Only whole sentences that nobody would write about an incident.
 */
export const TEMPLATE_SENTENCES: ReadonlySet<string> = new Set(
  [
    // mybinder.org
    "quick summary of what user impact was, how long it was, and how we fixed it",
    "start of incident. first symptoms, possibly how they were identified",
    "list of things that went well",
    "list of things that went well. for example",
    "things that could have gone better",
    "ideally these should result in concrete action items that have github issues created for them and linked to under action items",
    "these are good things that happened to us but not because we had planned for them",
    "these are only sample subheadings",
    "every action item should have a github issue (even a small skeleton of one) attached to it, so these do not get forgotten",
    "we were alerted to the outage by automated bots before it affected users",
    "the staging cluster helped us catch this before it went to prod",
    // Python Discord
    "summary of the causes and effects of the outage",
    "list the sequence of events that led to the incident",
    "describe how internal and external users were impacted during the incident",
    "report when the team detected the incident, and how we could improve detection time",
    "who responded to the incident, and what obstacles did they encounter",
    "how was the incident resolved",
    "how can we improve future mitigation",
    "run a 5-whys analysis to understand the true cause of the incident",
    "note the final root cause and describe what needs to change to prevent reoccurrance",
    "note the final root cause and describe what needs to change to prevent recurrence",
    "note the final root cause and describe what needs to change to prevent reoccurrence",
    "what did we learn from this incident",
    "list any tasks we should complete that are relevant to this incident",
    // PostHog
    "to be done pre-meeting",
    "give a play-by-play of what happened",
    "include when the incident was declared, actions taken to resolve, monitoring, and resolution",
    "give a summary of what caused the incident",
    "did you detect the incident automatically",
    "did your alarms and dashboards let you quickly detect the issue",
    "did the right people get involved quickly",
    "what did you need to do to fix the issue",
    "can these steps be automated",
    "what improvements could remove the risk of this type of failure happening again",
    "how could you have failed gracefully or failed fast to reduce the impact of this failure",
    "copy these from incident.io pre-meeting",
    // Mentimeter
    "the title of your incident",
    "the owner of the post mortem, responsible for following up on actions",
    // Atlassian
    "write a summary of the incident in a few sentences",
    "include what happened, why, the severity of the incident and how long the impact lasted",
    "describe the sequence of events that led to the incident, for example, previous changes that introduced bugs that had not yet been detected",
    "describe how the change that was implemented didn't work as expected",
    "if available, attach screenshots of relevant data visualizations that illustrate the fault",
    "describe how the incident impacted internal and external users during the incident",
    "include how many support cases were raised",
    "when did the team detect the incident",
    "how did they know it was happening",
    "how could we improve time-to-detection",
    "consider: how would we have cut that time by half",
    "when did they respond, and what did they do",
    "note any delays or obstacles to responding",
    "describe how the service was restored and the incident was deemed over",
    "detail how the service was successfully restored and you knew how what steps you needed to take to recovery",
    "depending on the scenario, consider these questions: how could you improve time to mitigation",
    "detail the incident timeline",
    "we recommend using utc to standardize for timezones",
    "include any notable lead-up events, any starts of activity, the first known impact, and escalations",
    "note any decisions or changed made, and when the incident ended, along with any post-impact events of note",
    "the five whys is a root cause identification technique",
    "note the final root cause of the incident, the thing identified that needs to change in order to prevent this class of incident from happening again",
    "review your engineering backlog to find out if there was any unplanned work there that could have prevented this incident, or at least reduced its impact",
    "discuss what went well in the incident response, what could have been improved, and where there are opportunities for improvement",
    "describe the corrective action ordered to prevent this class of incident in the future",
    "note who is responsible and when they have to complete the work and where that work is being tracked",
    // PagerDuty
    "guidance: include a short sentence or two summarizing the contributing factors, timeline summary, and the impact",
    "include a short sentence or two summarizing the contributing factors, timeline summary, and the impact",
    "include a short description of what happened",
    "include a description of any conditions that contributed to the issue",
    "if there were any actions taken that exacerbated the issue, also include them here with the intention of learning from any mistakes made during the resolution process",
    "include a description of what solved the problem",
    "if there was a temporary fix in place, describe that along with the long-term solution",
    "be very specific here, include exact numbers",
    "how many customers were affected",
    "some important times to include: (1) time the contributing factor began, (2) time of the page, (3) time that the status page was updated (i.e",
    "include a list of action items to be performed",
    // GitLab
    "a brief summary of what happened",
    "try to make it as executive-friendly as possible",
    "what went well",
    "identify the things that worked well or as expected",
    "any additional call-outs for what went particularly well",
    "using the root cause analysis, explain what can be improved to prevent this from happening again",
    "is there anything that could have been done to improve the detection or time to detection",
    "explain what happened, when it happened, who was impacted",
    "start with the incident and question why it happened",
    "keep iterating asking why 5 times",
  ].filter((sentence) => sentence.includes(" ") && sentence.length >= 25),
);

/** Brings a sentence to the form of `TEMPLATE_SENTENCES`: lower case, straight quotes, single spaces, no markup or end mark. */
export function comparableSentence(sentence: string): string {
  return sentence
    .toLowerCase()
    .replace(/[‘’]/g, "'")
    .replace(/[*_`>|]+/g, " ")
    .replace(/\s+/g, " ")
    .replace(/^[\s(–-]+|[\s.,:;!?…]+$/g, "");
}
