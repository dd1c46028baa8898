/** The only door to files for the checker, the language server and the command line. URIs are strings in normal form. */
export interface Workspace {
  /** The text of a file as UTF-8, byte order mark kept; undefined when it does not exist or cannot be read. */
  read(uri: string): Promise<string | undefined>;
  /** Whether a file or folder exists; undefined when that can't be known, and then nobody may speak of it. */
  exists(uri: string): Promise<boolean | undefined>;
}
