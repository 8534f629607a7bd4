import { sameSpelling } from '../../text/spelling.ts';
import { genderOfGivenName } from './gender.ts';

/** Short forms of given names that English newspapers use beside the long ones. */
const SHORT_FORMS = `alexander alex sasha; andrew andy; anthony tony; benjamin ben; charles charlie chuck; christopher chris;
  daniel dan danny; david dave; donald don; edward ed eddie ted; elizabeth liz beth; frederick fred; gerald gerry jerry;
  gregory greg; james jim jimmy; jeffrey jeff; john jack johnny; jonathan jon; joseph joe; joshua josh; kenneth ken;
  lawrence larry; matthew matt; michael mike mick; nicholas nick; patrick pat; peter pete; philip phil; raymond ray;
  rebecca becky; richard dick rick; robert bob bobby rob; ronald ron; samuel sam; stephen steve steven; theodore ted;
  thomas tom tommy; timothy tim; vincent vince; walter walt; william bill billy will; katherine kate kathy cathy;
  margaret maggie meg peggy; patricia pat; susan sue; deborah debbie; judith judy; barbara barb; victoria vicky;
  mohammed mohammad muhammad mohamed mohamad muhammed mehmet; yevgeny evgeny eugene; sergei sergey serhiy;
  vladimir volodymyr; alexei alexey aleksei oleksiy; mikhail mykhailo`;

const FAMILIES = new Map<string, Set<number>>();
SHORT_FORMS.split(';').forEach((family, i) => {
  for (const name of family.trim().split(/\s+/)) FAMILIES.set(name, (FAMILIES.get(name) ?? new Set()).add(i));
});

/** May the two be one given name: spelled otherwise, shortened ("Joe" for "Joseph"), or an initial of it? Both folded. */
export function sameGivenName(a: string, b: string): boolean {
  if (a.length === 1 || b.length === 1) return a.charAt(0) === b.charAt(0);
  if (sameSpelling(a, b)) return true;
  const own = FAMILIES.get(a);
  const other = FAMILIES.get(b);
  return own !== undefined && other !== undefined && [...own].some((i) => other.has(i));
}

/** "Mr" or "Mrs" as the given name tells; null where it does not. */
export function courtesyOf(given: string): 'Mr' | 'Mrs' | null {
  const gender = genderOfGivenName(given);
  return gender && (gender === 'female' ? 'Mrs' : 'Mr');
}
