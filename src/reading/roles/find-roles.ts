import { lowerBound } from '../../text/binary-search.ts';
import { countriesIn, countryNamed, countryOf } from '../../text/countries.ts';
import { span } from '../../text/span.ts';
import type { NameSpan } from '../names/name-span.ts';
import type { Role, Sentence } from '../reading.ts';
import type { Token } from '../tokens/tokenise.ts';
import { type Around, LONGEST, roleBeside } from './phrases.ts';

/** The post or title told beside each name, at the same position; null where none is, or where the name is no person's. */
export function rolesOf(
  text: string,
  tokens: readonly Token[],
  sentences: readonly Sentence[],
  names: readonly NameSpan[],
): (Role | null)[] {
  const ofPerson = new Uint8Array(tokens.length);
  const bounds = names.map((name) => tokenBounds(tokens, name));
  names.forEach((name, i) => {
    const [a, b] = bounds[i] ?? [0, 0];
    if (name.type === 'person') ofPerson.fill(1, a, b);
  });
  let sentence = 0;
  let first = 0;
  const roles = names.map((name, i): Role | null => {
    while (sentence < sentences.length - 1 && (sentences[sentence]?.end ?? 0) <= name.start) sentence++;
    const where = sentences[sentence];
    const [a, b] = bounds[i] ?? [0, 0];
    if (name.type !== 'person' || !where) return null;
    while (first < a && (tokens[first]?.start ?? 0) < where.start) first++;
    let end = b;
    while (end < tokens.length && (tokens[end]?.start ?? 0) < where.end && end < b + LONGEST * 2) end++;
    const around: Around = { text, tokens, first, end, inPerson: (t) => ofPerson[t] === 1 };
    const found = roleBeside(around, a, b);
    const role = found && roleAt(text, tokens, ...found);
    return role && { ...role, country: role.country ?? countryBehind(text, name) };
  });
  let other: Role | null = null;
  return roles.map((role) => {
    if (role && COUNTERPART.test(role.text)) return other ? asCounterpart(role, other) : role;
    other = role ?? other;
    return role;
  });
}

/** "Vice President Ana Silva of| Peru| met": the country told behind the name. */
function countryBehind(text: string, name: NameSpan): string | null {
  const behind = /^\s+(?:of|from)\s+(?:the\s+)?(\p{Lu}[\p{L}.'’-]*(?:\s+\p{Lu}[\p{L}.'’-]*){0,2})/u.exec(
    text.slice(name.end, name.end + 60),
  );
  const named = behind && countryNamed(behind[1] ?? '');
  return named?.as === 'name' ? named.country : null;
}

const COUNTERPART = /\bcounterpart$/i;

/** "his German counterpart" holds the post last told before, for Germany; the role's span is that post, without its own country. */
function asCounterpart(role: Role, other: Role): Role {
  if (!role.country) return role;
  const [named] = countriesIn(other.text);
  let { start, end }: { start: number; end: number } = other;
  if (named?.start === 0) start += /^\s*(?:['’]s)?\s*/u.exec(other.text.slice(named.end))?.[0].length ?? 0;
  if (named?.start === 0) start += named.end;
  else if (named)
    end = other.start + other.text.slice(0, named.start).replace(/\s+(?:of|for)\s+(?:the\s+)?$/u, '').length;
  if (end <= start) return role;
  return { ...span(start, end), text: other.text.slice(start - other.start, end - other.start), country: role.country };
}

/** "Special Envoy| for Syria|", "ambassador| to France|": where one is sent to, which is not whom one is sent by. */
const MISSION =
  /(?<=\b(?:envoy|ambassador|representative|emissary|mediator|consul|attach[eé]|rapporteur|correspondent|coordinator))\s(?:for|to|in|at|on)\s.*$/isu;

function roleAt(text: string, tokens: readonly Token[], from: number, to: number): Role | null {
  const [start, end] = [tokens[from]?.start, tokens[to - 1]?.end];
  if (start === undefined || end === undefined || end <= start) return null;
  const words = text.slice(start, end);
  return { ...span(start, end), text: words, country: countryOf(words.replace(MISSION, '')) };
}

/** The tokens that a name covers. */
function tokenBounds(tokens: readonly Token[], name: NameSpan): [number, number] {
  const from = lowerBound(tokens, ({ end }) => end > name.start);
  let end = from;
  while (end < tokens.length && (tokens[end]?.start ?? 0) < name.end) end++;
  return [from, end];
}
