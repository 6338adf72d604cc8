import type { CloseAction, ErrorHandler } from 'vscode-languageclient';

/**
 * Lets a client start its server again as the library sees fit, and tells the user the first time: what the server was
 * asked is not answered, and what it found in files that are not open must be found again. When the library gives up, it
 * says so, in our words.
 * @param restart the library's own value, which cannot be loaded outside an editor
 */
export function tellingRestart(
  library: ErrorHandler,
  restart: CloseAction,
  tell: () => void,
  givenUp: string,
): ErrorHandler {
  let isTold = false;
  return {
    error: (error, message, count) => library.error(error, message, count),
    closed: async () => {
      const result = await library.closed();
      if (result.action !== restart) return { ...result, message: givenUp };
      if (!isTold) tell();
      isTold = true;
      return result;
    },
  };
}
