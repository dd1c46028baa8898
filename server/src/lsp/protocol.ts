/**
 * What server and clients of ours say to each other beyond LSP: names and plain types only, so that the client can
 * import it without the server.
 */

/** Request of the server: the text of a file. Only for files that the server can't read itself. */
export const READ_FILE = "runbook/fs/read";

/** Request of the server: whether a file or folder exists. */
export const FILE_EXISTS = "runbook/fs/exists";

/** Parameters of both file requests. */
export interface FileParams {
  readonly uri: string;
}

/** The text as UTF-8 with its byte order mark; null when it is not there or can't be read. */
export type ReadFileResult = string | null;

/** Null when it can't be known; then nobody speaks of it. */
export type FileExistsResult = boolean | null;

/** Request of the client: what the server takes a document for. */
export const DOCUMENT_INFO = "runbook/documentInfo";

/** Parameters of `runbook/documentInfo`. */
export interface DocumentInfoParams {
  readonly uri: string;
}

/** What the server takes a document for. */
export interface DocumentInfo {
  /** `configuration` for a `.runbookrc.*`. */
  readonly kind: "runbook" | "postmortem" | "other" | "configuration";
  /** What told the kind: `front matter`, `configuration`, `file name`, `folder`, `outline` or `none`. */
  readonly evidence: string;
  readonly isTemplate: boolean;
  /** Text of the heading that names the document. */
  readonly title: string | null;
  /** URI of the configuration that holds for it. */
  readonly configuration: string | null;
}

/** Command of the server: opens a rule's page in the browser; argument: the rule's code. Clients must not register it. */
export const OPEN_RULE_DOCUMENTATION = "runbook.openRuleDocumentation";

/** Section of the client's settings that the server asks for. */
export const SETTINGS_SECTION = "runbook";
