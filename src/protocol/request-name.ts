declare const TYPES: unique symbol;

/** A request's name, with the types of what is asked and of what is answered: no side can take it for another one. */
export type RequestName<Params, Answer> = string & { readonly [TYPES]?: (params: Params) => Answer };

/** Names a request. What is asked is `object` when the name says it all. */
export function requestName<Params extends object, Answer>(name: string): RequestName<Params, Answer> {
  // The types are for the compiler alone.
  return name as RequestName<Params, Answer>;
}
