/** The same text in memory of its own: engines keep the whole of a text for as long as any part cut from it is kept. */
export function detached(text: string): string {
  return ` ${text}`.slice(1);
}
