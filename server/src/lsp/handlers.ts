import {
  type CancellationToken,
  type Connection,
  LSPErrorCodes,
  type ProtocolNotificationType,
  ResponseError,
} from 'vscode-languageserver';

/** Writes a line to the log that the editor shows. */
export type Log = (message: string) => void;

/**
 * Wraps the handler of a request: what goes wrong in it is one line in the log and a default answer, so that one
 * request can fail but not the server. A request that was cancelled is not answered with a result.
 */
export function answering<P, R>(
  log: Log,
  method: string,
  otherwise: (params: P) => R,
  handler: (params: P, token: CancellationToken) => Promise<R>,
): (params: P, token: CancellationToken) => Promise<R | ResponseError<void>> {
  const cancelled = () => new ResponseError<void>(LSPErrorCodes.RequestCancelled, 'Cancelled');
  return async (params, token) => {
    if (token.isCancellationRequested) return cancelled();
    let answer: R;
    try {
      answer = await handler(params, token);
    } catch (error) {
      log(`${method}: ${describe(error)}`);
      answer = otherwise(params);
    }
    return token.isCancellationRequested ? cancelled() : answer;
  };
}

/** Wraps what is to be done about an event: what goes wrong in it is one line in the log. */
export function guarded<P>(log: Log, event: string, handler: (params: P) => void | Promise<void>): (params: P) => void {
  const failed = (error: unknown) => log(`${event}: ${describe(error)}`);
  return (params) => {
    try {
      handler(params)?.catch(failed);
    } catch (error) {
      failed(error);
    }
  };
}

/** Asks the client to tell of something. A client that refuses does without. */
export function register<P, O>(
  connection: Connection,
  type: ProtocolNotificationType<P, O>,
  options: O,
  log: Log,
): void {
  connection.client.register(type, options).catch((error: unknown) => log(`${type.method}: ${describe(error)}`));
}

/** An error in one line. Messages of parsers quote the text they choke on, which must not get into a log. */
export function describe(error: unknown): string {
  if (!(error instanceof Error)) return 'failed';
  const where = /\n\s+(at .+)/.exec(error.stack ?? '')?.[1];
  const what = error instanceof SyntaxError ? error.name : error.message.replace(/\s+/g, ' ').slice(0, 200);
  return where ? `${what} (${where})` : what;
}
