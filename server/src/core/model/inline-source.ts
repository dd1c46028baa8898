/**
 * The text a reader sees of a stretch of Markdown source: markup characters, links' targets, images and HTML tags gone,
 * white space single. For stretches that are no whole nodes; it reads the common inline markup only. Brackets are followed for a few hundred characters, so that the
 * time stays linear.
 */
export function plainSource(source: string): string {
  return source
    .replace(/!\[[^\]]{0,300}\]\([^)]{0,1000}\)/g, " ")
    .replace(/\[([^\]]{0,300})\]\([^)]{0,1000}\)/g, "$1")
    .replace(/\[([^\]]{1,300})\]\[[^\]]{0,300}\]/g, "$1")
    .replace(/<((?:https?|mailto):[^>\s]{0,500})>/g, "$1")
    .replace(/<\/?[a-zA-Z][^>]{0,300}>/g, " ")
    .replace(/\*\*|__|~~|`+/g, "")
    .replace(/(^|[\s(])[*_](?=\S)|(?<=\S)[*_](?=[\s).,:;!?]|$)/g, "$1")
    .replace(/\\(?=[!-/:-@[-`{-~])/g, "")
    .replace(/\s+/g, " ")
    .trim();
}
