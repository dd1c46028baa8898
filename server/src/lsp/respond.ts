import {
  type CancellationToken,
  ErrorCodes,
  LSPErrorCodes,
  type RemoteConsole,
  ResponseError,
} from "vscode-languageserver";

/**
 * Answers a request: the value; an error `RequestCancelled` as soon as the client cancels, never an empty answer, which
 * would wipe what the editor shows; an internal error when the handler fails, with its stack in the client's log.
 */
export async function respond<T>(
  log: RemoteConsole,
  name: string,
  token: CancellationToken,
  compute: () => Promise<T>,
): Promise<T | ResponseError<never>> {
  const cancelled = new ResponseError<never>(LSPErrorCodes.RequestCancelled, `${name} was cancelled`);
  if (token.isCancellationRequested) return cancelled;
  let resolve: (error: ResponseError<never>) => void;
  const cancellation = new Promise<ResponseError<never>>((done) => {
    resolve = done;
  });
  const listener = token.onCancellationRequested(() => resolve(cancelled));
  try {
    return await Promise.race([compute(), cancellation]);
  } catch (error) {
    if (error instanceof ResponseError) return new ResponseError<never>(error.code, error.message);
    const message = error instanceof Error ? error.message : String(error);
    log.error(`${name} failed: ${error instanceof Error ? (error.stack ?? message) : message}`);
    return new ResponseError<never>(
      ErrorCodes.InternalError,
      `${name} failed: ${message}. The server's log has the details.`,
    );
  } finally {
    listener.dispose();
  }
}
