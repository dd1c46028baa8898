import type { Range } from "../syntax/range.ts";

/** One attribute behind a fence's language, with the place of its parts in the document. */
export interface Attribute {
  readonly key: string;
  readonly value: string;
  readonly keyRange: Range;
  readonly valueRange: Range;
}

/** The attributes of a fence, in the order of the text, and what could not be read. */
export interface Attributes {
  readonly list: readonly Attribute[];
  readonly problems: readonly { readonly message: string; readonly range: Range }[];
  /** The brace group with its braces; undefined when there is none. */
  readonly range: Range | undefined;
}

/** The first attribute of that key; undefined when there is none. A repeated key is a problem of `Attributes`. */
export function findAttribute(attributes: Attributes, key: string): Attribute | undefined {
  return attributes.list.find((attribute) => attribute.key === key);
}

/** Whether a flag is set: `key=true` or the bare `key`. Anything else, `yes` too, is not. */
export function hasFlag(attributes: Attributes, key: string): boolean {
  return findAttribute(attributes, key)?.value.toLowerCase() === "true";
}
