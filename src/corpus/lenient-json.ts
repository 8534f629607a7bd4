import { withoutReferences } from './plain-words.ts';

/**
 * Reads JSON as pages carry it: wrapped in CDATA or comments, with line breaks inside strings, commas before a closing
 * bracket, a semicolon at the end, several values in a row. Gives all values that can be read, none where it is no JSON.
 */
export function readLeniently(given: string): unknown[] {
  // Written for an attribute, and put into an element: {&quot;@type&quot;: …}.
  const text = given.includes('"') ? given : withoutReferences(given);
  const bare = text
    .replace(/^[\s\ufeff]*(?:\/\/|\/\*)?\s*(?:<!\[CDATA\[|<!--)\s*(?:\*\/)?/, '')
    .replace(/(?:\/\/|\/\*)?\s*(?:\]\]>|-->)\s*(?:\*\/)?[\s;]*$/, '');
  const plain = parsed(bare);
  if (plain !== undefined) return [plain];
  return valuesIn(mended(bare)).flatMap((one) => {
    const value = parsed(one);
    return value === undefined ? [] : [value];
  });
}

/** undefined where it is no JSON: null is a value. */
function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** Strings with their control characters escaped, everything else without comments and surplus commas. */
function mended(text: string): string {
  const pieces = text.matchAll(/"(?:[^"\\]|\\[\s\S])*"|\/\*[\s\S]*?\*\/|(?<=[\s,{[])\/\/[^\n]*|[^"/]+|[\s\S]/g);
  let json = '';
  for (const [piece] of pieces) {
    if (piece.length > 1 && piece.startsWith('"')) json += mendedString(piece);
    else if (!/^\/[/*]/.test(piece)) json += piece;
  }
  // Outside of strings alone: those were put in without a line break between bracket and comma.
  return json.replace(/"(?:[^"\\]|\\.)*"|,(?=\s*[}\]])|;/g, (found) => (found.startsWith('"') ? found : ''));
}

const mendedString = (quoted: string): string =>
  quoted
    .replace(/[\u0000-\u001f]/g, (control) => (control === '\n' || control === '\t' ? ' ' : ''))
    .replace(/\\(["\\/bfnrt]|u[0-9a-f]{4})|\\/gi, (found, known?: string) => (known === undefined ? '' : found));

/** Values that stand one after another: each object or list by its brackets. */
function valuesIn(json: string): string[] {
  const values: string[] = [];
  let [depth, start] = [0, 0];
  for (const { 0: piece, index } of json.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\]]/g)) {
    if (piece.startsWith('"')) continue;
    if (piece === '{' || piece === '[') {
      if (depth === 0) start = index;
      depth++;
    } else {
      depth--;
      if (depth === 0) values.push(json.slice(start, index + 1));
    }
  }
  return values;
}
