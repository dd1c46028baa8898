/** What a secret of one provider looks like. */
export interface SecretPattern {
  /** "an AWS access key": goes on after "This looks like". */
  readonly label: string;
  /** The value is the first group, or the whole match. */
  readonly pattern: RegExp;
}

/** Keys and tokens that their providers gave a form of their own, as the providers' documentation has it. */
export const SECRET_PATTERNS: readonly SecretPattern[] = [
  { label: "an AWS access key", pattern: /\b(?:AKIA|ASIA)[A-Z2-7]{16}\b/g },
  {
    label: "an AWS secret key",
    pattern: /\baws_secret_access_key\b["']?\s*[:=]\s*["']?([A-Za-z0-9/+]{40})(?![A-Za-z0-9/+])/gi,
  },
  { label: "a GitHub token", pattern: /\b(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59})\b/g },
  { label: "a GitLab token", pattern: /\bgl(?:pat|dt|rt|cbt|ptt)-[\w-]{20,}/g },
  { label: "a Slack token", pattern: /\bxox[abeoprs]-(?:\d+-)+[\w-]{10,}/g },
  {
    label: "a Slack webhook",
    pattern: /\bhttps:\/\/hooks\.slack\.com\/(?:services|workflows)\/[A-Z0-9]+\/[A-Z0-9]+\/([A-Za-z0-9]{20,})/g,
  },
  { label: "a Google API key", pattern: /\bAIza[\w-]{35}(?![\w-])/g },
  { label: "a Stripe key", pattern: /\b[rs]k_live_[A-Za-z0-9]{20,}\b/g },
  { label: "an npm token", pattern: /\bnpm_[A-Za-z0-9]{36}\b/g },
  { label: "a PyPI token", pattern: /\bpypi-AgEIcHlwaS5vcmc[\w-]{50,}/g },
  { label: "a SendGrid key", pattern: /\bSG\.[\w-]{22}\.[\w-]{43}(?![\w-])/g },
  { label: "an OpenAI or Anthropic key", pattern: /\bsk-(?:ant-|proj-)[\w-]{30,}/g },
  { label: "a DigitalOcean token", pattern: /\bdo[opr]_v1_[a-f0-9]{64}\b/g },
  { label: "a Hugging Face token", pattern: /\bhf_[A-Za-z]{34}\b/g },
  { label: "a Vault token", pattern: /\bhvs\.[\w-]{24,}/g },
  { label: "an Azure storage key", pattern: /\bAccountKey=([A-Za-z0-9+/]{86}==)/g },
  { label: "a JSON web token", pattern: /\beyJ[\w-]{10,}\.eyJ[\w-]{20,}\.[\w-]{20,}/g },
  { label: "a private key", pattern: /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----\s+([A-Za-z0-9+/=]{40,})/g },
  {
    label: "a password in an address",
    pattern: /\b[a-z][a-z0-9+.-]{1,20}:\/\/[\w.-]{1,60}:([^\s:@/"'`<>{}$]{6,100})@[\w.-]+/gi,
  },
];

/** A name that says "secret", then a value: which only counts when it looks random. */
export const NAMED_SECRET =
  /\b[\w.-]{0,40}(?:password|passwd|secret|api[_-]?key|access[_-]?key|auth[_-]?token|access[_-]?token|private[_-]?key)\b["']?\s*(?:[:=]|=>)\s*["']?([^\s"'`,;<>{}()[\]$|\\]{8,120})/gi;

/** Values that documentations use for examples, and what nobody takes for one. */
const EXAMPLE =
  /example|sample|dummy|placeholder|changeme|change[-_]me|redacted|your|my[-_]?(?:pass|secret|token)|(.)\1{4,}|\*{3}|\.{3}|1234567|abcdef|0000000|eyJzdWIiOiIxMjM0NTY3ODkwI|password|secret|token|fake|test/i;

/** Whether a value is one of a documentation. */
export function isExampleSecret(value: string): boolean {
  return EXAMPLE.test(value);
}

/** Whether a value could be made by a generator: letters and digits mixed, many different ones (3 bits a unit and more). */
export function looksRandom(value: string): boolean {
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9]/].filter((kind) => kind.test(value)).length;
  if (kinds < 3 || !/\d/.test(value) || /[/.](?:[\w-]+[/.])+|^\/|:\/\//.test(value)) return false;
  const counts = new Map<string, number>();
  for (const unit of value) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  let entropy = 0;
  for (const count of counts.values()) entropy -= (count / value.length) * Math.log2(count / value.length);
  return entropy >= 3;
}
