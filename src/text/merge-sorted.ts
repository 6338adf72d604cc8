/**
 * Merges sequences that are sorted by `compare` into one, holding one element of each: for any number of sequences of
 * any length. Equal elements come in the order of their sequences.
 */
export function* mergeSorted<Element>(
  sequences: readonly Iterator<Element>[],
  compare: (a: Element, b: Element) => number,
): Generator<Element> {
  const heap = new Heap<Head<Element>>((a, b) => compare(a.element, b.element) || a.index - b.index);
  const advance = (index: number): void => {
    const next = sequences[index]?.next();
    if (next && !next.done) heap.push({ element: next.value, index });
  };
  sequences.forEach((_sequence, index) => {
    advance(index);
  });
  for (let head = heap.pop(); head; head = heap.pop()) {
    yield head.element;
    advance(head.index);
  }
}

interface Head<Element> {
  readonly element: Element;
  readonly index: number;
}

/** A binary heap: the least element comes out first. */
class Heap<Element> {
  private readonly items: Element[] = [];
  private readonly compare: (a: Element, b: Element) => number;

  constructor(compare: (a: Element, b: Element) => number) {
    this.compare = compare;
  }

  push(item: Element): void {
    this.items.push(item);
    let child = this.items.length - 1;
    while (child > 0) {
      const parent = (child - 1) >> 1;
      if (!this.swapUnlessOrdered(parent, child)) return;
      child = parent;
    }
  }

  pop(): Element | undefined {
    const [least] = this.items;
    const last = this.items.pop();
    if (this.items.length > 0 && last !== undefined) {
      this.items[0] = last;
      this.sink();
    }
    return least;
  }

  private sink(): void {
    for (let parent = 0; ; ) {
      const left = 2 * parent + 1;
      const child = this.isBefore(left + 1, left) ? left + 1 : left;
      if (!this.swapUnlessOrdered(parent, child)) return;
      parent = child;
    }
  }

  private isBefore(a: number, b: number): boolean {
    const [first, second] = [this.items[a], this.items[b]];
    return first !== undefined && second !== undefined && this.compare(first, second) < 0;
  }

  private swapUnlessOrdered(parent: number, child: number): boolean {
    const [above, below] = [this.items[parent], this.items[child]];
    if (above === undefined || below === undefined || this.compare(above, below) <= 0) return false;
    this.items[parent] = below;
    this.items[child] = above;
    return true;
  }
}
