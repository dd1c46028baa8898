/** The number that a heading carries as one step of several. */
export interface StepNumber {
  readonly number: number;
  /** Whether a word says that it is a step (`Step 2`); a bare `2.` numbers sections as well. */
  readonly marked: boolean;
  /** The heading without its bare number; with the word it stays as written, because other text refers to "Step 2". */
  readonly title: string;
}

/** "Step" in the languages of real runbooks, before its number. */
const WORD =
  "step|étape|etape|schritt|paso|passo|etapa|stap|steg|krok|adım|langkah|bước|шаг|крок|ステップ|手順|步骤|단계";
const MARKED = new RegExp(`^(?:${WORD})\\s*#?\\s*(\\d{1,2})(?![\\d.]*\\d)`, "iu");
const MARKED_HAN = /^(?:第\s*([一二三四五六七八九十]|\d{1,2})\s*步|步骤\s*([一二三四五六七八九十]))/u;
const MARKED_BEHIND = /^(\d{1,2})\s*단계/u;
/** `2. Drain`, `2) Drain`, `2: Drain`, `2 – Drain`, `2️⃣ Drain`; not `2.1 Drain`, `24-hour`, `10:30`. */
const PLAIN = /^(\d{1,2})(?:\uFE0F?\u20E3|[.):](?!\d)|\s+[–—-](?=\s))\s*(?=\S)/u;
const HAN_DIGITS = "一二三四五六七八九十";

/** Reads `Step 2: Drain`, `2. Drain` and the like; undefined for a heading without such a number. */
export function readStepNumber(heading: string): StepNumber | undefined {
  const title = heading.trim().replace(/^[^\p{L}\p{N}]+/u, "");
  const marked = MARKED.exec(title) ?? MARKED_HAN.exec(title) ?? MARKED_BEHIND.exec(title);
  if (marked) {
    const digits = marked[1] ?? marked[2] ?? "";
    const number = /^\d/.test(digits) ? Number(digits) : HAN_DIGITS.indexOf(digits) + 1;
    return { number, marked: true, title: heading };
  }
  const plain = PLAIN.exec(title);
  return plain ? { number: Number(plain[1]), marked: false, title: title.slice(plain[0].length) } : undefined;
}
