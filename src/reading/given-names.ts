import type { ReadingDocument } from './document.ts';
import type { Mention } from './reading.ts';

export type Gender = 'male' | 'female';

const FEMALE = new Set(
  `mary patricia jennifer linda elizabeth barbara susan jessica sarah karen nancy lisa margaret betty sandra ashley dorothy kimberly
  emily donna michelle carol amanda melissa deborah stephanie rebecca laura sharon cynthia kathleen amy angela shirley anna ruth brenda pamela
  nicole katherine samantha christine catherine virginia debra rachel janet emma carolyn maria heather diane julie joyce victoria kelly
  christina joan evelyn lauren judith olivia megan cheryl martha andrea frances hannah jacqueline ann anne gloria jean kathryn alice teresa
  sara janice doris madison julia grace judy abigail marie denise beverly amber theresa marilyn danielle diana brittany natalie sophia rose
  isabella alexis kayla charlotte hillary hilary elena olga natalia irina svetlana tatiana ekaterina anastasia yulia valentina galina lyudmila
  maria fatima aisha khadija maryam mariam zainab layla leila nadia hanan samira amina noor huda salma rania asma farida yasmin zahra
  shirin mona dina iman angela ursula theresa benazir sheikha indira sonia priyanka sushma smriti nirmala mamata mayawati priya anjali lakshmi
  carly sally megyn susana nikki jeanne jill jane kate katie kathy kim kirsten lindsey lynn loretta madeleine melania ivanka chelsea huma
  debbie donna dianne elise claire cathy condoleezza valerie wendy whitney winnie yvonne zoe zhang-li michele mia mika mitzi molly monica
  naomi nina nora penny peggy phyllis rosa rosemary roxanne sheila sherry stacy sue sylvia tammy tara tina tracy vanessa vera veronica vivian
  wanda ginni gwen helen holly irene jackie jenna jenny joanna jodi josephine joy juanita kellyanne kristen kristin leslie lucy lydia maggie
  marcia marsha maureen meredith mildred miriam myra nadine ellen eleanor elaine eileen edith dana daisy corinne connie colleen clara cecilia
  carrie carla bonnie bernice belinda audrey annie anita angelina amelia allison alicia alexandra adriana agnes aung-san ewa agnieszka beata
  ingrid astrid sofia carmen lucia isabel ana paula luisa dilma cristina michelle keiko yoko akiko yuriko
  annalena marine segolene ludmila oksana yingluck helena`.split(/\s+/),
);

const MALE = new Set(
  `james robert john michael david william richard joseph thomas christopher charles daniel matthew anthony mark donald steven andrew
  paul joshua kenneth kevin brian timothy ronald george jason edward jeffrey ryan jacob nicholas gary eric jonathan stephen larry justin scott
  brandon benjamin samuel gregory alexander patrick frank raymond jack dennis jerry tyler aaron jose adam nathan henry zachary douglas peter
  kyle noah ethan jeremy walter christian keith austin roger terry sean gerald carl dylan harold jordan jesse bryan lawrence arthur gabriel
  bruce logan billy joe alan juan elijah willie albert wayne randy mason vincent liam roy bobby caleb bradley russell lucas mike bob jim tom
  bill steve chris dan matt tony jeff ted ben bernie marco rand jeb mitt newt rick mitch barack harry chuck dick ed fred glenn greg hugh ian
  ivan igor sergei sergey vladimir dmitry dmitri mikhail nikolai alexei aleksandr alexander andrei anatoly boris viktor yuri oleg pavel
  konstantin maxim roman ramzan gennady valery vitaly yevgeny evgeny vyacheslav mohammed muhammad mohammad mohamed mahmoud ahmed ahmad ali
  hassan hasan hussein husain ibrahim ismail khalid khaled omar umar osama salman salim saad saleh abdul abdullah abdel abdulaziz abu bashar
  fuad haider nouri hamid hakim qassem qasim kareem karim jamal nasser mustafa yusuf youssef tariq walid riyad faisal adel nabil javad hamid
  reza mehdi majid amir ashraf hosni muammar recep tayyip ahmet mehmet binyamin benjamin avigdor ehud shimon yitzhak ariel moshe naftali yair
  narendra rahul amit arvind manmohan rajnath atal sanjay vijay ravi suresh ramesh imran nawaz asif pervez xi jinping wang li keqiang shinzo
  fumio taro junichiro moon jae-in kim jong-un emmanuel francois nicolas jacques jean pierre gerhard helmut olaf frank-walter heiko sigmar
  wolfgang hans klaus jurgen angus boris david gordon nigel jeremy theo winston tony keir rishi silvio matteo giuseppe mario sergio luigi pedro
  mariano jose-manuel luis carlos hugo nicolas fidel raul evo rafael enrique felipe vicente andres jair luiz lula mauricio nelson jacob thabo
  cyril robert emmerson goodluck muhammadu olusegun kofi ban antonio boutros uhuru raila yoweri paul hailemariam abiy meles petro volodymyr
  viktor arseniy hashim aleksandar milos ivica viktor andrzej jaroslaw lech bronislaw vaclav zoran hun prayut rodrigo benigno joko susilo
  lee mahathir najib anwar kevin malcolm scott stuart ralph brad brent brett cory corey craig curtis darrell derek doug drew duncan earl eddie
  elliott evan floyd franklin gavin geoffrey gilbert grant graham harvey herbert herman howard jake jared jay jerome jimmy joel johnny jon
  josh julian ken kurt lance lee leo leon leonard lewis lloyd lou louis luke marcus marshall martin marvin maurice max melvin milton morris
  nate nathaniel ned neil nick norman oliver oscar otto owen perry phil philip phillip ray reginald reince rex rob robby rod roland ron ross
  rudy rupert rush sam seth shane shaun sheldon sherrod sid sidney simon spencer stanley stewart stuart tad tim todd travis trent trevor troy
  vernon victor vince warren wesley will wilson xavier zach lincoln lindsay barry corey manuel roberto ricardo fernando alberto alejandro
  al saddam karl jorge rajiv`.split(/\s+/),
);

const HIS_TITLE =
  /(?:^|\s)(?:mr|sir|lord|king|prince|sheikh|imam|ayatollah|congressman|businessman|spokesman|chairman|father|brother|son|husband)\.?$/i;
const HER_TITLE =
  /(?:^|\s)(?:mrs|ms|miss|lady|dame|queen|princess|congresswoman|businesswoman|spokeswoman|chairwoman|mother|sister|daughter|wife)\.?$/i;

/** Man or woman, by title, post or given name; null where none of them tells. */
export function genderOf({ text, entities }: ReadingDocument, mention: Mention): Gender | null {
  const before = text.slice(Math.max(0, mention.start - 16), mention.start).trimEnd();
  const role = mention.role?.text ?? '';
  if (HER_TITLE.test(before) || HER_TITLE.test(role)) return 'female';
  if (HIS_TITLE.test(before) || HIS_TITLE.test(role)) return 'male';
  const [given = ''] = (entities[mention.entity]?.name ?? '').toLowerCase().split(/\s+/);
  return genderOfGivenName(given);
}

/** Man or woman, as a given name in lower case tells nearly everywhere; null where it does not. */
export function genderOfGivenName(given: string): Gender | null {
  if (FEMALE.has(given)) return MALE.has(given) ? null : 'female';
  return MALE.has(given) ? 'male' : null;
}
