import type { Unit } from './units.ts';

/** "X (ABC) – a movement that …", "X is an organisation …": how an encyclopaedic entry begins, its subject a short name. */
const DEFINITION =
  /^(?![“"«'‘]?(?:If|It|This|That|These|There|Here|What|When|He|She|They|We|I|You|But|And|So|One|All)\b)[“"«'‘]?\p{Lu}[^\s,.!?]*(?:\s[^\s,.!?]+){0,6}?[”"»'’]?(?:\s*\([^)]{1,60}\))?\s*(?:[–—-]\s+(?:(?:is|was)\s+)?|\b(?:is|was|are)\s+)(?:an?|the|one of)\s+\p{L}/u;
const SAID = /[”"],?\s*(?:[–—-]\s*)?(?:said|says|he|she|they)\b|\b(?:said|told|added|stressed)\b/;

/** Index of the first unit of an explainer that closes the text, set apart by a wider gap; the number of units where none does. */
export function explainerStart(units: readonly Unit[]): number {
  const usual = usualGap(units);
  const start = units.findIndex(
    (unit, index) => index >= 3 && unit.gap > Math.max(1, usual) && DEFINITION.test(unit.text) && !SAID.test(unit.text),
  );
  if (start < 0) return units.length;
  const lengthOf = (part: readonly Unit[]) => part.reduce((sum, unit) => sum + unit.text.length, 0);
  const after = units.slice(start);
  const isAside = !after.some((unit) => SAID.test(unit.text)) && lengthOf(after) < lengthOf(units.slice(0, start));
  return isAside ? start : units.length;
}

/** The blank lines that most often stand between two units. */
function usualGap(units: readonly Unit[]): number {
  const counts = new Map<number, number>();
  for (const { gap } of units.slice(1)) counts.set(gap, (counts.get(gap) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}
