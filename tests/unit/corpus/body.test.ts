import { describe, expect, it } from 'vitest';
import { findBody, textOfLines } from '../../../src/corpus/body.ts';

const bodyOf = (text: string, headline: string | null = null): string =>
  textOfLines(text, findBody(text, headline).body);

const kindOf = (text: string, words: string): string | undefined => {
  const line = text.split('\n').findIndex((candidate) => candidate.includes(words)) + 1;
  return findBody(text).dropped.find((dropped) => dropped.line === line)?.kind;
};

describe('a news site with a cookie banner', () => {
  const page = `We use cookies to improve your experience. By continuing to browse you agree to our use of cookies.
Accept all
Skip to main content
Home
World
Sport
Home > World > Africa
Ferry link to the northern islands reopens after two years
By Amina Odhiambo, Port Correspondent
Published: 3 May 2018, 14:05 GMT
Share on Facebook
Facebook Twitter WhatsApp
12 comments
File photo of the ferry terminal

The ferry between Kisanda and the northern islands sailed again on Thursday, two years after a storm broke its pier.

Harbour master Peter Njoroge said the first crossing carried 212 people. "We waited a long time for this morning," he told reporters.

Advertisement

Read more: Storm season begins early along the coast

The transport ministry paid for the new pier.

What it costs

A crossing costs four shillings, as it did before the storm.

(Additional reporting by Joseph Mutua; Editing by Grace Wanjiru)
Tags: ferry, Kisanda, islands
Related stories
Minister resigns over harbour contract
4 May 2018
The deputy minister of works stepped down on Friday after he was accused of taking money from a builder.
Fishermen protest new fees
2 May 2018
About a hundred fishermen met the governor on Wednesday and asked him to withdraw the fees.
Sign up for our daily newsletter
© 2018 The Coast Herald. All rights reserved.`;

  it('keeps the article, with its sub-heading, and nothing else', () => {
    expect(bodyOf(page).split('\n\n')).toEqual([
      'The ferry between Kisanda and the northern islands sailed again on Thursday, two years after a storm broke its pier.',
      'Harbour master Peter Njoroge said the first crossing carried 212 people. "We waited a long time for this morning," he told reporters.',
      'The transport ministry paid for the new pier.',
      'What it costs',
      'A crossing costs four shillings, as it did before the storm.',
    ]);
  });

  it('finds the headline', () => {
    expect(findBody(page).headline).toBe('Ferry link to the northern islands reopens after two years');
  });

  it('says of each dropped line what it is', () => {
    expect(kindOf(page, 'We use cookies')).toBe('notice');
    expect(kindOf(page, 'Home > World')).toBe('navigation');
    expect(kindOf(page, 'Ferry link')).toBe('headline');
    expect(kindOf(page, 'By Amina')).toBe('byline');
    expect(kindOf(page, 'Published:')).toBe('page stamp');
    expect(kindOf(page, 'Facebook Twitter')).toBe('share line');
    expect(kindOf(page, '12 comments')).toBe('counter');
    expect(kindOf(page, 'File photo')).toBe('caption');
    expect(kindOf(page, 'Advertisement')).toBe('advertisement');
    expect(kindOf(page, 'Read more')).toBe('see also');
    expect(kindOf(page, 'Editing by')).toBe('credits');
    expect(kindOf(page, 'Tags:')).toBe('tags');
    expect(kindOf(page, 'met the governor')).toBe('related story');
  });
});

describe('a blog', () => {
  const page = `Tuesday, March 4, 2014

What the mayor really promised us

I went to the town hall last night to hear the mayor speak about the bypass.
She promised that no house would be pulled down, and she said so twice.
Nobody believed her.

Posted by Old Miller at 10:14 PM
Labels: bypass, town hall

3 comments:

Anna says:
I was there too. She never promised anything of the kind.
Reply

Unknown said...
The mayor met the builders in secret on Monday. Everybody knows it.

Post a Comment
Older Post
Powered by Blogger.`;

  it('ends where its readers begin to speak', () => {
    expect(bodyOf(page)).toBe(`I went to the town hall last night to hear the mayor speak about the bypass.
She promised that no house would be pulled down, and she said so twice.
Nobody believed her.`);
    expect(kindOf(page, 'met the builders in secret')).toBe('comments');
    expect(findBody(page).headline).toBe('What the mayor really promised us');
  });
});

describe('agency copy', () => {
  it('keeps every line between the slug and the credits', () => {
    const copy = `Lagoria, Vestan sign water accord

PORT ELIN, March 3 (Agency) - Lagoria and Vestan signed an accord on Tuesday to share the water of the river Sal.

The two foreign ministers met for three hours in Port Elin, officials said:

- Lagoria keeps the upper dam.
- Vestan gets a third of the water

(Reporting by Ann Lee; editing by Tom Roe)`;
    expect(
      bodyOf(copy),
    ).toBe(`PORT ELIN, March 3 (Agency) - Lagoria and Vestan signed an accord on Tuesday to share the water of the river Sal.

The two foreign ministers met for three hours in Port Elin, officials said:

- Lagoria keeps the upper dam.
- Vestan gets a third of the water`);
  });
});

describe('an aggregator', () => {
  const article = `A court in Vestan freed two sailors on Monday.
The sailors had been held since January, their lawyer said.
They flew home the same evening.`;
  const teasers = `Lagoria raises the price of bread for a second time
  • Mon, 02 Jun 2014 09:12

PORT ELIN: The government of Lagoria raised the price of bread on Sunday for the second ti...

Vestan’s president to visit the north
  • Sun, 01 Jun 2014 18:40

The president will travel to the north of the country and meet the elders of three vill...`;

  it('drops the teasers of other stories under their heading', () => {
    expect(bodyOf(`Court frees sailors after five months\n\n${article}\n\nRelated Stories\n\n${teasers}`)).toBe(
      article,
    );
  });

  it('drops them without a heading too', () => {
    expect(bodyOf(`Court frees sailors after five months\n\n${article}\n\n${teasers}`)).toBe(article);
  });

  it('takes up the article again after a box of other stories', () => {
    const rest = `The prosecutor did not appeal.\n\nHe told the court that there was nothing to hold them for.`;
    const page = `${article}\n\nMost read\n\nBread dearer again\n\nPresident goes north\n\n${rest}`;
    expect(bodyOf(page)).toBe(`${article}\n\n${rest}`);
  });
});

describe('clean text without any furniture', () => {
  it('loses nothing', () => {
    const text = `The committee met on Tuesday and heard four witnesses.

“I saw nothing,” said the first. He was asked again, and again ...

From Port Elin to the hills

The second witness, a driver, contradicted him.
No one asked the third.`;
    expect(bodyOf(text)).toBe(text);
    expect(findBody(text).dropped).toEqual([]);
  });

  it('keeps a single paragraph', () => {
    const text = 'The minister arrived in Port Elin on Friday and left again on Saturday without a word to the press.';
    expect(bodyOf(text)).toBe(text);
  });

  it('keeps verse, whose lines are no sentences', () => {
    const verse = `the river takes what the mountain gave
and gives it to the sea
no hand can hold it back
nor any bank nor tree

what went by here at morning
is salt by evening light
the mountain does not miss it
the river works all night`;
    expect(bodyOf(verse)).toBe(verse);
  });

  it('keeps verse that comes to a full stop now and then', () => {
    const verse = `Slow goes the boat along the reed,
slow goes the man who rows,
and what he sings is not for us
and where he lands none knows.
The heron stands upon one leg
and watches how he goes.`;
    expect(bodyOf(verse)).toBe(verse);
  });

  it('keeps text wrapped at a fixed width, line for line', () => {
    const wrapped = `The Lagorian foreign minister arrived in Port Elin on Friday for talks
About the water of the river Sal, which both countries claim, and left
Saturday evening without a statement. His counterpart told reporters that
Progress had been made.

A second round is planned for April, when the snow melts and the level of
The river is at its highest.`;
    expect(bodyOf(wrapped)).toBe(wrapped);
  });

  it('keeps the words of a transcript', () => {
    const text = `The president took questions on the lawn of the palace on Friday.

Q: Will you meet the rebels?

THE PRESIDENT

I will meet anybody who lays down his arms. That has not changed.

Q: When?

Soon. The foreign minister is in touch with them already.`;
    expect(bodyOf(text)).toBe(text);
  });

  it('keeps text in other scripts', () => {
    const text = `Министр прибыл в Порт-Элин в пятницу и провёл переговоры с президентом.

وصل الوزير إلى المدينة يوم الجمعة والتقى الرئيس هناك.

外交部长星期五抵达首都，与总统举行了会谈。`;
    expect(bodyOf(text)).toBe(text);
  });
});

describe('the stored text', () => {
  it('comes the same from a file with Windows line ends', () => {
    const unix =
      'Bridge closed for repairs until May\n\nThe bridge at Sal closed on Monday.\nIt opens in May.\n\nShare this';
    expect(bodyOf(unix.replaceAll('\n', '\r\n'))).toBe(bodyOf(unix));
    expect(bodyOf(unix)).toBe('The bridge at Sal closed on Monday.\nIt opens in May.');
  });

  it('loses its indentation, and not one character within', () => {
    const page =
      '    The\u00a0minister — “so  to speak” — was\u2009late.  \n\n\tHe said it’s no  matter…  he “cannot”.\t';
    expect(bodyOf(page)).toBe(
      'The\u00a0minister — “so  to speak” — was\u2009late.\n\nHe said it’s no  matter…  he “cannot”.',
    );
  });
});

describe('a page of furniture only', () => {
  it('has no body', () => {
    const page = `Home\nWorld News\nSport\nSign in\nShare on Facebook\nTop Stories\nLagoria Signs Accord\nMost Read\n© 2015 The Daily`;
    expect(bodyOf(page)).toBe('');
  });

  it('is nothing at all where there is nothing', () => {
    expect(findBody('')).toEqual({ body: [], explainer: [], dropped: [], headline: null });
  });
});

describe('headlines', () => {
  it('drops one that is repeated, however often', () => {
    const page = `Talks on the Sal resume\n\nTalks on the Sal resume\n\nThe talks resumed on Monday in Port Elin.\n\nTalks on the Sal resume\n\nThey will go on for a week.`;
    expect(bodyOf(page)).toBe('The talks resumed on Monday in Port Elin.\n\nThey will go on for a week.');
  });

  it('drops the one that is known from elsewhere, in other marks and capitals too', () => {
    const page = `TALKS ON THE SAL ‘RESUME’.\n\nThe talks resumed on Monday in Port Elin.`;
    expect(bodyOf(page, "Talks on the Sal 'resume'")).toBe('The talks resumed on Monday in Port Elin.');
  });
});

describe('an explainer after the body', () => {
  const body = `The front said on Monday that it would lay down its arms.

“We are tired,” its leader said in a message that was read on the radio.

The government answered that it was ready to talk, and named a judge as its envoy.

The judge is expected in the hills before the end of the week, officials said.`;
  const entry = `Front for the Liberation of Sal (FLS) – an armed movement founded in 1987 in the hills above Port Elin.`;

  it('is kept apart', () => {
    const page = `${body}\n\n\n${entry}`;
    expect(bodyOf(page)).toBe(body);
    expect(textOfLines(page, findBody(page).explainer)).toBe(entry);
  });

  it('is body where nothing sets it apart', () => {
    expect(bodyOf(`${body}\n\n${entry}`)).toBe(`${body}\n\n${entry}`);
  });
});
