/** Who can own an action, as the configuration lists them. */
export interface KnownOwners {
  /** Whether a person or team that a document names as owner is one of them: `@kim`, `Kim`, `Payments team`. */
  has(owner: string): boolean;
  /** Whether running text names one of them. */
  isNamedIn(text: string): boolean;
}

/** Makes the look-up. Case, a leading `@`, an organisation (`@org/sre`) and the word "team" do not matter. */
export function createKnownOwners(owners: readonly string[]): KnownOwners {
  const names = new Set(owners.map(normalise).filter((name) => name !== ""));
  const isNamedIn = (text: string): boolean => {
    const padded = ` ${normalise(text)} `;
    return [...names].some((name) => padded.includes(` ${name} `));
  };
  return { has: (owner) => names.has(normalise(owner)) || isNamedIn(owner), isNamedIn };
}

function normalise(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/@[\w.-]+\/(?=\w)/g, "")
    .replace(/[^\p{L}\p{N}._-]+/gu, " ")
    .replace(/(?:^| )(?:the|team)(?= |$)/g, " ")
    .replace(/[._-]+(?= |$)/g, "")
    .replace(/ +/g, " ")
    .trim();
}
