import type { InitializationOptions } from '../../protocol/requests.ts';

/** What a client says of itself when it starts the server; what is not as agreed counts as not said. */
export function readOptions(options: unknown): InitializationOptions {
  if (typeof options !== 'object' || options === null) return {};
  const trusted: unknown = Reflect.get(options, 'trusted');
  const excluded: unknown = Reflect.get(options, 'excludedFiles');
  const stopped: unknown = Reflect.get(options, 'stoppedFiles');
  return {
    ...(typeof trusted === 'boolean' ? { trusted } : {}),
    commandLinks: Reflect.get(options, 'commandLinks') === true,
    virtualDocuments: Reflect.get(options, 'virtualDocuments') === true,
    excludedFiles: Array.isArray(excluded) ? excluded.filter(isText) : [],
    ...(Array.isArray(stopped) ? { stoppedFiles: stopped.filter(isText) } : {}),
  };
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
