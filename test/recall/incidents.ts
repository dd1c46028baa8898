/** What the invented postmortems tell, apart from the shape they tell it in. */
export interface Incident {
  readonly slug: string;
  readonly date: string;
  readonly severity: string;
  readonly title: string;
  readonly summary: string;
  readonly impact: readonly string[];
  /** Clock time in UTC and what happened; all on `date`. */
  readonly events: readonly (readonly [string, string])[];
  readonly cause: readonly string[];
  readonly contributing: readonly string[];
  readonly restoration: readonly (readonly [string, string])[];
  readonly wentWell: string;
  readonly wentWrong: string;
  readonly actions: readonly Action[];
}

interface Action {
  readonly what: string;
  readonly type: string;
  readonly owner: string;
  readonly due: string;
  readonly ticket: string;
}

export const INCIDENTS: readonly Incident[] = [
  {
    slug: "search-index-full",
    date: "2025-01-14",
    severity: "SEV-2",
    title: "Search returned no results for 47 minutes",
    summary:
      "On 14 January 2025, from 09:12 to 09:59 UTC, search returned empty pages to all users, because the disk of the index's primary node was full. Old segments were deleted and the index was reopened for writing.",
    impact: [
      "**Users affected**: 41,000 of 380,000 active users (11 %) saw an empty page at least once.",
      "**Availability**: 47 minutes without search; browsing by category was not affected.",
      "**Data loss**: none; the 1,200 documents that were waiting were indexed by 10:20 UTC.",
    ],
    events: [
      ["09:12", "Start: the disk of node 3 is full and the index turns read-only"],
      ["09:18", "Detected: the alert SearchErrorRateHigh pages the search on-call"],
      ["09:21", "Acknowledged: the on-call opens the incident channel"],
      ["09:34", "The disk usage graph shows 100 % on node 3"],
      ["09:52", "Old segments are deleted on node 3"],
      ["09:59", "Mitigated: the index takes writes again and search answers"],
      ["10:20", "Resolved: the waiting documents are indexed"],
    ],
    cause: [
      "The nightly job that merges and deletes old segments stopped on 2 January, when its service account was rotated. The job's log shows `401 Unauthorized` for each of the twelve nights since.",
    ],
    contributing: [
      "No alert watches the disk of the index nodes; the one on the data nodes has a threshold of 80 %.",
      "The index turns read-only without a message in the log of the application.",
    ],
    restoration: [
      ["09:52", "Free capacity: segments older than 30 days were deleted by hand on node 3."],
      ["09:59", "Manual repair: the read-only block was removed from the index."],
      ["10:05", "Verified: 50 test queries answered within 200 ms, and the error rate was back at 0.1 %."],
    ],
    wentWell: "The alert fired six minutes after the first failure.",
    wentWrong: "The job's failure was written to a log that no dashboard shows.",
    actions: [
      {
        what: "Alert when a disk of an index node is 80 % full",
        type: "detect",
        owner: "@lena",
        due: "2025-02-10",
        ticket: "SEARCH-301",
      },
      {
        what: "Give the merge job an account that is rotated with the others",
        type: "prevent",
        owner: "@omar",
        due: "2025-02-14",
        ticket: "SEARCH-302",
      },
      {
        what: "Add the removal of the read-only block to the runbook",
        type: "mitigate",
        owner: "@lena",
        due: "2025-02-07",
        ticket: "SEARCH-303",
      },
    ],
  },
  {
    slug: "checkout-database-failover",
    date: "2025-01-08",
    severity: "SEV-1",
    title: "Checkout failed during a database failover",
    summary:
      "On 8 January 2025, from 17:40 to 18:11 UTC, 64 % of checkouts failed, because the application kept its connections to the old primary after a failover. Restarting the application's pods made it connect to the new primary.",
    impact: [
      "**Users affected**: 9,800 customers could not pay.",
      "**Availability**: 31 minutes in which 64 % of checkout requests failed.",
      "**Revenue**: about 120,000 EUR of orders were delayed; 70 % of the customers came back the same day.",
      "**Data loss**: none.",
    ],
    events: [
      ["17:38", "The primary's host reports memory errors"],
      ["17:40", "Start: the standby is promoted and checkouts begin to fail"],
      ["17:44", "Detected: the alert CheckoutSuccessLow pages the payments on-call"],
      ["17:46", "Acknowledged: SEV-1 is declared"],
      ["17:58", "A thread dump shows all connections open to the old primary"],
      ["18:03", "A rolling restart of the application begins"],
      ["18:11", "Mitigated: checkouts succeed"],
      ["18:45", "Resolved: the failed payments are settled"],
    ],
    cause: [
      "The connection pool resolves the database's name once, at start. After the promotion of 17:40 the name pointed to the new primary, and all 240 connections stayed with the old one, as the thread dump of 17:58 shows.",
    ],
    contributing: [
      "Failover drills ran on the staging system only, where the pool has one connection and is closed every minute.",
      "The health check of the application does not write to the database.",
    ],
    restoration: [
      ["18:03", "Restart: the application's pods were restarted one after the other."],
      ["18:11", "Verified: the success rate of checkouts stayed above 99.5 % for 15 minutes."],
      ["18:45", "Manual repair: 310 payments that were taken without an order were settled."],
    ],
    wentWell: "The promotion itself took four seconds.",
    wentWrong: "The alert on database connections looked at their number, not at their target.",
    actions: [
      {
        what: "Close connections when the database refuses to write",
        type: "prevent",
        owner: "@ines",
        due: "2025-02-12",
        ticket: "PAY-77",
      },
      {
        what: "Run the failover drill in production once a quarter",
        type: "prevent",
        owner: "@tom",
        due: "2025-03-31",
        ticket: "PAY-78",
      },
      { what: "Let the health check write a row", type: "detect", owner: "@ines", due: "2025-02-19", ticket: "PAY-79" },
    ],
  },
  {
    slug: "mail-certificate-expired",
    date: "2025-01-21",
    severity: "SEV-3",
    title: "Outgoing mail was refused after a certificate expired",
    summary:
      "On 21 January 2025, from 00:00 to 06:35 UTC, 38 % of outgoing mails were refused by their receivers, because the relay's certificate had expired at midnight. The certificate was renewed by hand and the queue was sent again.",
    impact: [
      "**Users affected**: 2,300 customers got their invoices up to seven hours late.",
      "**Error rate**: 38 % of 61,000 mails were refused at first; all were delivered in the end.",
      "**Support load**: 84 tickets, four times the usual.",
      "**Availability**: 6 hours 35 minutes.",
    ],
    events: [
      ["00:00", "Start: the certificate expires"],
      ["05:50", "Detected: support reports that invoices are missing"],
      ["05:58", "Acknowledged: the platform on-call opens the incident channel"],
      ["06:10", "The log of the relay shows refused handshakes"],
      ["06:35", "Mitigated: the renewed certificate is in place"],
      ["07:20", "Resolved: the queue is empty"],
    ],
    cause: [
      "The relay's certificate is not renewed by the job that renews all others, because the relay was set up before that job and is missing in its list. The certificate was valid until 2025-01-21 00:00 UTC.",
    ],
    contributing: [
      "The probe for expiring certificates reads the same list as the job.",
      "The length of the mail queue is a graph without an alert.",
    ],
    restoration: [
      ["06:35", "Rotate credential: a new certificate was issued by hand and the relay reloaded it."],
      ["06:40", "Redeploy: the queue was sent again in portions of 1,000 mails."],
      ["07:20", "Verified: 20 test mails were accepted by five large receivers."],
    ],
    wentWell: "Receivers accept mail for five days, so that nothing was lost.",
    wentWrong: "It took six hours until somebody noticed.",
    actions: [
      {
        what: "Add the relay to the list of the renewal job",
        type: "prevent",
        owner: "@yuki",
        due: "2025-01-31",
        ticket: "MAIL-12",
      },
      {
        what: "Alert when more than 500 mails wait for ten minutes",
        type: "detect",
        owner: "@yuki",
        due: "2025-02-07",
        ticket: "MAIL-13",
      },
    ],
  },
];
