import { JSONParser } from '@streamparser/json';

/** A value of a JSON text, and the name of the property that it is, or that it is an element of. */
export interface JsonEvent {
  readonly property: string;
  readonly value: unknown;
}

/**
 * Reads a JSON text piece by piece and gives the values at `paths` (`$.version`, `$.findings.*`) in their order, so
 * that a text of any length takes little memory.
 * @throws Error with the parser's sentence when the text is not JSON or ends too early
 */
export function* jsonEvents(chunks: Iterable<Uint8Array>, paths: readonly string[]): Generator<JsonEvent> {
  const parser = new JSONParser({ paths: [...paths], keepStack: false });
  let arrived: JsonEvent[] = [];
  let failure: Error | undefined;
  parser.onValue = ({ value, key, stack }) => {
    // Keys of lists are numbers.
    const names = [...stack.map(each => each.key), key].filter(each => typeof each === 'string');
    arrived.push({ property: names.at(-1) ?? '', value });
  };
  parser.onError = error => {
    failure = error;
  };
  for (const chunk of chunks) {
    if (!parser.isEnded) parser.write(chunk);
    if (failure) throw failure;
    const ready = arrived;
    arrived = [];
    yield* ready;
  }
  if (!parser.isEnded) throw new Error('The text ends too early');
}
