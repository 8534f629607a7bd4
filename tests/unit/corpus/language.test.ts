import { describe, expect, it, test } from 'vitest';
import { articlesOf } from '../../../src/corpus/articles.ts';
import { languageOf } from '../../../src/corpus/language.ts';
import { readOutlets } from '../../../src/corpus/outlets.ts';

const outlets = readOutlets('data/outlets');

const TEXTS = {
  de: 'Der Außenminister traf am Freitag in Genf seinen Amtskollegen. Beide sprachen über die Lage an der Grenze und vereinbarten, sich im Frühjahr wieder zu treffen. Ein Abkommen sei noch nicht in Sicht, hieß es aus Kreisen der Delegation.',
  fr: 'Le ministre des Affaires étrangères a rencontré vendredi son homologue à Genève. Les deux hommes ont évoqué la situation à la frontière et sont convenus de se revoir au printemps, selon une source proche de la délégation.',
  es: 'El ministro de Exteriores se reunió el viernes con su homólogo en Ginebra. Ambos hablaron de la situación en la frontera y acordaron volver a verse en primavera, según fuentes cercanas a la delegación, que pidieron no ser citadas.',
  it: 'Il ministro degli Esteri ha incontrato venerdì a Ginevra il suo omologo. I due hanno parlato della situazione al confine e hanno deciso di rivedersi in primavera, secondo fonti vicine alla delegazione che hanno chiesto di non essere citate.',
  pl: 'Minister spraw zagranicznych spotkał się w piątek w Genewie ze swoim odpowiednikiem. Rozmawiali o sytuacji na granicy i uzgodnili, że spotkają się ponownie na wiosnę, jak podały źródła zbliżone do delegacji, proszące o anonimowość.',
  nl: 'De minister van Buitenlandse Zaken ontmoette vrijdag in Genève zijn ambtgenoot. Zij spraken over de toestand aan de grens en kwamen overeen elkaar in het voorjaar weer te zien, aldus bronnen dicht bij de delegatie die niet genoemd willen worden.',
  ru: 'Министр иностранных дел встретился в пятницу в Женеве со своим коллегой. Стороны обсудили положение на границе и договорились встретиться весной, сообщил источник, близкий к делегации, попросивший не называть его имени.',
  tr: 'Dışişleri Bakanı cuma günü Cenevre’de mevkidaşıyla görüştü. İki bakan sınırdaki durumu ele aldı ve ilkbaharda yeniden bir araya gelmeye karar verdi. Heyete yakın kaynaklar henüz bir anlaşmanın gündemde olmadığını söyledi.',
  ar: 'التقى وزير الخارجية نظيره في جنيف يوم الجمعة. وبحث الجانبان الوضع على الحدود واتفقا على اللقاء مجددا في الربيع، بحسب مصدر مقرب من الوفد طلب عدم ذكر اسمه. وقال المصدر إن الاتفاق ليس قريبا.',
  fa: 'وزیر امور خارجه روز جمعه با همتای خود در ژنو دیدار کرد. دو طرف دربارهٔ اوضاع مرز گفت‌وگو کردند و قرار شد در بهار دوباره دیدار کنند. یک منبع نزدیک به هیئت گفت که هنوز توافقی در کار نیست.',
};

describe('the language of an article', () => {
  test.each(Object.entries(TEXTS))('%s is recognised from its words, whatever the page says', (language, text) => {
    expect(languageOf(text, null)).toBe(language);
    expect(languageOf(text, 'en')).toBe(language);
  });

  it('is English for English, names and foreign words in it or not', () => {
    const english =
      'Foreign Minister Hans-Jürgen Müller-Weißenfels met Señor José María González in Nouakchott on Friday, and the two men spoke of the Überwachungsgesetz. “Das ist gut,” he said.';
    expect(languageOf(english, null)).toBe('en');
    expect(languageOf(english, 'de')).toBe('en');
    expect(languageOf(english, 'en-GB')).toBe('en-GB');
  });

  it('is what the page says where there are too few words to tell, and English where it says nothing', () => {
    expect(languageOf('Ja.', 'de')).toBe('de');
    expect(languageOf('Ja.', null)).toBe('en');
  });

  it('is what the keeper wrote, above all', () => {
    const [article] = articlesOf(
      { path: 'a.md', bytes: Buffer.from(`---\nlanguage: nds\n---\n${TEXTS.de}\n`) },
      outlets,
    ).articles;
    expect(article?.language).toBe('nds');
    const [other] = articlesOf({ path: 'a.txt', bytes: Buffer.from(TEXTS.ru) }, outlets).articles;
    expect(other?.language).toBe('ru');
  });
});
