/** Index of the first item for which `isPast` holds; it must hold for all items after it too. The list's length where it holds for none. */
export function lowerBound<T>(items: readonly T[], isPast: (item: T) => boolean): number {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isPast(items[middle]!))
      high = middle; // low ≤ middle < high
    else low = middle + 1;
  }
  return low;
}

/** The largest number up to `most` that fits; whatever is less must fit too. 0 where none does. */
export function mostThat(most: number, fits: (count: number) => boolean): number {
  let [low, high] = [0, most];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}
