/** What `derive` makes of an object, made once: fixes ask with every finding for what is the same for all of a scan. */
export function onceFor<From extends object, Value>(derive: (from: From) => Value): (from: From) => Value {
  const known = new WeakMap<From, { readonly value: Value }>();
  return from => {
    let entry = known.get(from);
    if (!entry) {
      entry = { value: derive(from) };
      known.set(from, entry);
    }
    return entry.value;
  };
}
