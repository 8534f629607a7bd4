import type { ReadingDocument } from '../document.ts';
import type { EntityIndex, Mention } from '../reading.ts';

export type Gender = 'male' | 'female';

const FEMALE = new Set(
  `mary patricia jennifer linda elizabeth barbara susan jessica sarah karen nancy lisa margaret betty sandra dorothy kimberly
  emily donna michelle carol amanda melissa deborah stephanie rebecca laura sharon cynthia kathleen amy angela shirley anna ruth brenda pamela
  nicole katherine samantha christine catherine virginia debra rachel janet emma carolyn maria heather diane julie joyce victoria   christina joan evelyn lauren judith olivia megan cheryl martha andrea frances hannah jacqueline ann anne gloria kathryn alice teresa
  sara janice doris madison julia grace judy abigail marie denise beverly amber theresa marilyn danielle diana brittany natalie sophia rose
  isabella alexis kayla charlotte hillary hilary elena olga natalia irina svetlana tatiana ekaterina anastasia yulia valentina galina lyudmila
  maria fatima aisha khadija maryam mariam zainab layla leila nadia hanan samira amina noor huda salma rania asma farida yasmin zahra
  shirin mona dina iman angela ursula theresa benazir sheikha indira sonia priyanka sushma smriti nirmala mamata mayawati priya anjali lakshmi
  carly sally megyn susana nikki jeanne jill jane kate katie kathy kirsten loretta madeleine melania ivanka chelsea huma
  debbie donna dianne elise claire cathy condoleezza valerie wendy whitney winnie yvonne zoe zhang-li michele mia mika mitzi molly monica
  naomi nina nora penny peggy phyllis rosa rosemary roxanne sheila sherry stacy sue sylvia tammy tara tina vanessa vera veronica vivian
  wanda ginni gwen helen holly irene jenna jenny joanna jodi josephine juanita kellyanne kristen kristin lucy lydia maggie
  marcia marsha maureen meredith mildred miriam myra nadine ellen eleanor elaine eileen edith daisy corinne connie colleen clara cecilia
  carrie carla bonnie bernice belinda audrey annie anita angelina amelia allison alicia alexandra adriana agnes aung-san ewa agnieszka beata
  ingrid astrid sofia carmen lucia isabel ana paula luisa dilma cristina michelle keiko yoko akiko yuriko
  annalena marine segolene ludmila oksana yingluck helena`.split(/\s+/),
);

const MALE = new Set(
  `james robert john michael david william richard joseph thomas christopher charles daniel matthew anthony mark donald steven andrew
  paul joshua kenneth kevin brian timothy ronald george jason edward jeffrey ryan jacob nicholas gary eric jonathan stephen larry justin scott
  brandon benjamin samuel gregory alexander patrick frank raymond jack dennis jerry tyler aaron jose adam nathan henry zachary douglas peter
  kyle noah ethan jeremy walter christian keith austin roger sean gerald carl dylan harold jesse bryan lawrence arthur gabriel
  bruce logan billy joe alan juan elijah willie albert wayne randy mason vincent liam roy bobby caleb bradley russell lucas mike bob jim tom
  bill steve chris dan matt tony jeff ted ben bernie marco rand jeb mitt newt rick mitch barack harry chuck dick ed fred glenn greg hugh ian
  ivan igor sergei sergey vladimir dmitry dmitri mikhail nikolai alexei aleksandr alexander andrei anatoly boris viktor yuri oleg pavel
  konstantin maxim roman ramzan gennady valery vitaly yevgeny evgeny vyacheslav mohammed muhammad mohammad mohamed mahmoud ahmed ahmad ali
  hassan hasan hussein husain ibrahim ismail khalid khaled omar umar osama salman salim saad saleh abdul abdullah abdel abdulaziz abu bashar
  fuad haider nouri hamid hakim qassem qasim kareem karim jamal nasser mustafa yusuf youssef tariq walid riyad faisal adel nabil javad hamid
  reza mehdi majid amir ashraf hosni muammar recep tayyip ahmet mehmet binyamin benjamin avigdor ehud shimon yitzhak moshe naftali yair
  narendra rahul amit arvind manmohan rajnath atal sanjay vijay ravi suresh ramesh imran nawaz asif pervez xi jinping wang li keqiang shinzo
  fumio taro junichiro moon jae-in jong-un emmanuel francois nicolas jacques pierre gerhard helmut olaf frank-walter heiko sigmar
  wolfgang hans klaus jurgen angus boris david gordon nigel jeremy theo winston tony keir rishi silvio matteo giuseppe mario sergio luigi pedro
  mariano jose-manuel luis carlos hugo nicolas fidel raul evo rafael enrique felipe vicente andres jair luiz lula mauricio nelson jacob thabo
  cyril robert emmerson goodluck muhammadu olusegun kofi ban antonio boutros uhuru raila yoweri paul hailemariam abiy meles petro volodymyr
  viktor arseniy hashim aleksandar milos ivica viktor andrzej jaroslaw lech bronislaw vaclav zoran hun prayut rodrigo benigno joko susilo
  mahathir najib anwar kevin malcolm scott stuart ralph brad brent brett cory corey craig curtis darrell derek doug drew duncan earl eddie
  elliott evan floyd franklin gavin geoffrey gilbert grant graham harvey herbert herman howard jake jared jay jerome jimmy joel johnny jon
  josh julian ken kurt lance leo leon leonard lewis lloyd lou louis luke marcus marshall martin marvin maurice max melvin milton morris
  nate nathaniel ned neil nick norman oliver oscar otto owen perry phil philip phillip ray reginald reince rex rob robby rod roland ron ross
  rudy rupert rush sam seth shane shaun sheldon sherrod sid sidney simon spencer stanley stewart stuart tad tim todd travis trent trevor troy
  vernon victor vince warren wesley wilson xavier zach lincoln barry corey manuel roberto ricardo fernando alberto alejandro
  al saddam karl jorge rajiv`.split(/\s+/),
);

const HIS_TITLE =
  /(?:^|\s)(?:mr|sir|lord|king|prince|sheikh|imam|ayatollah|congressman|businessman|spokesman|chairman|father|brother|son|husband)\.?$/i;
const HER_TITLE =
  /(?:^|\s)(?:mrs|ms|miss|lady|dame|queen|princess|congresswoman|businesswoman|spokeswoman|chairwoman|mother|sister|daughter|wife)\.?$/i;

/** Man or woman, for each person of the article of whom a title or post tells it anywhere, or else the given name. */
export function gendersOf({ text, entities, mentions }: ReadingDocument): ReadonlyMap<EntityIndex, Gender> {
  const genders = new Map<EntityIndex, Gender>();
  for (const mention of mentions) {
    const told = mention.type === 'person' && !genders.has(mention.entity) ? genderToldAt(text, mention) : null;
    if (told) genders.set(mention.entity, told);
  }
  for (const { type, entity } of mentions) {
    if (type !== 'person' || genders.has(entity)) continue;
    const [given = ''] = (entities[entity]?.name ?? '').toLowerCase().split(/\s+/);
    const gender = genderOfGivenName(given);
    if (gender) genders.set(entity, gender);
  }
  return genders;
}

/** "Ms. Rojas", "Rojas, a spokeswoman". */
function genderToldAt(text: string, mention: Mention): Gender | null {
  const before = text.slice(Math.max(0, mention.start - 16), mention.start).trimEnd();
  const role = mention.role?.text.slice(0, 120) ?? '';
  if (HER_TITLE.test(before) || HER_TITLE.test(role)) return 'female';
  return HIS_TITLE.test(before) || HIS_TITLE.test(role) ? 'male' : null;
}

/** Man or woman, as a given name in lower case tells nearly everywhere; null where it does not. */
export function genderOfGivenName(given: string): Gender | null {
  if (FEMALE.has(given)) return MALE.has(given) ? null : 'female';
  return MALE.has(given) ? 'male' : null;
}

const HER_NOUN = /(?:woman|lady|girl|mother|sister|daughter|wife|widow|queen|princess|actress|nun|congresswoman)$/;
const HIS_NOUN = /(?:(?<!wo)man|boy|father|brother|son|husband|king|prince|imam|rabbi|bishop|archbishop|pope)$/;

/** Man or woman, as a noun like "spokeswoman" tells; null where it does not. */
export function genderOfNoun(noun: string): Gender | null {
  if (HER_NOUN.test(noun)) return 'female';
  return HIS_NOUN.test(noun) ? 'male' : null;
}
