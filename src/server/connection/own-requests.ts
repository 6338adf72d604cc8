import type { CancellationToken, Connection } from 'vscode-languageserver';
import type { RequestName } from '../../protocol/request-name.ts';

/** Answers one of our own requests. */
export function answer<Params, Answer>(
  connection: Connection,
  name: RequestName<Params, Answer>,
  handle: (params: Params, token: CancellationToken) => Answer | Promise<Answer>,
): void {
  connection.onRequest(name, (params: Params, token: CancellationToken): unknown => handle(params, token));
}

/** Asks the client. Rejects when it does not know the request, or fails. */
export function ask<Params, Answer>(
  connection: Pick<Connection, 'sendRequest'>,
  name: RequestName<Params, Answer>,
  params: Params,
  token?: CancellationToken,
): Promise<Answer> {
  // An absent last argument would count as a second parameter.
  return token
    ? connection.sendRequest<Answer>(name, params, token)
    : connection.sendRequest<Answer>(name, params);
}
