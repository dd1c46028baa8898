const LONGEST_SLUG = 60;

/**
 * Makes an id of a title: lower case, letters and digits of any script, everything else a single `-`, at most 60 units
 * and cut between words where there is one. Accents go (`é` → `e`). Empty when the title has no letter or digit.
 */
export function slug(title: string): string {
  const full = title
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .normalize("NFC")
    .toLowerCase()
    .replace(/['’]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "");
  if (full.length <= LONGEST_SLUG) return full;
  const cut = full.slice(0, LONGEST_SLUG + 1);
  const boundary = cut.lastIndexOf("-");
  const short = boundary > LONGEST_SLUG / 2 ? cut.slice(0, boundary) : full.slice(0, LONGEST_SLUG);
  // Never half a surrogate pair: ids become file names.
  return short.replace(/[\uD800-\uDBFF]$/, "");
}

/** Hands out ids: each at most once, a repeated one numbered (`restart`, `restart-2`). Names in `reserved` are taken. */
export function createIdSource(reserved: Iterable<string> = []): (wanted: string) => string {
  const taken = new Set(reserved);
  const counters = new Map<string, number>();
  return (wanted) => {
    let id = wanted;
    let count = counters.get(wanted) ?? 1;
    while (taken.has(id)) id = `${wanted}-${++count}`;
    counters.set(wanted, count);
    taken.add(id);
    return id;
  };
}
