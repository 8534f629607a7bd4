import { sameSpelling } from '../text/spelling.ts';

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

const set = (names: string) => new Set(names.split(/\s+/));

/** Given names that are a woman's, and a man's, nearly everywhere: folded. */
const WOMEN =
  set(`mary patricia jennifer linda elizabeth barbara susan jessica sarah karen nancy lisa margaret betty sandra
  ashley kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca laura sharon cynthia kathleen amy
  angela anna brenda pamela emma nicole helen samantha katherine christine rachel carolyn janet catherine maria heather diane
  ruth julie olivia joyce virginia victoria kelly lauren christina joan evelyn judith megan andrea cheryl hannah martha
  jacqueline frances gloria ann teresa kathryn sara janice julia alice judy sophia grace denise beverly charlotte theresa
  marie hillary melania ivanka chelsea nikki condoleezza madeleine ursula annalena marine segolene dilma cristina
  fatima aisha khadija zainab maryam leila layla yulia olga natalia svetlana irina tatiana elena ekaterina valentina
  ludmila oksana benazir indira sonia yingluck`);
const MEN =
  set(`james robert john michael david william richard joseph thomas charles christopher daniel matthew anthony mark
  donald steven paul andrew joshua kenneth kevin brian george timothy ronald edward jason jeffrey jacob gary nicholas eric
  jonathan stephen larry justin scott brandon benjamin samuel gregory alexander patrick frank raymond jack dennis jerry
  tyler aaron jose adam nathan henry peter zachary douglas carl arthur roger walter harold bill bob joe jim mike tom dick
  ted tim bernie barack mitt al jeb newt vladimir dmitry sergei mikhail boris igor alexei ivan nikolai yuri viktor oleg
  mohammed ahmed mahmoud ali hassan hussein omar ibrahim khalid abdullah abdul yusuf mustafa saddam bashar hosni hamid
  recep hans karl wolfgang gerhard helmut jean pierre jacques francois nicolas emmanuel silvio matteo antonio giuseppe
  carlos juan luis fernando hugo pedro jorge manuel shimon ehud ariel yitzhak narendra rajiv manmohan`);

/** "Mr" or "Mrs" as the given name tells; null where it does not. */
export function courtesyOf(given: string): 'Mr' | 'Mrs' | null {
  if (WOMEN.has(given)) return 'Mrs';
  return MEN.has(given) ? 'Mr' : null;
}
