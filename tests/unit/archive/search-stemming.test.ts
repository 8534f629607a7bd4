import { describe, expect, it } from 'vitest';
import { stem } from '../../../src/archive/index/stemming.ts';

/** From the vocabulary that Porter publishes with the algorithm: a pair or two for each of its steps. */
const PUBLISHED = `consign consign; consigned consign; consigning consign; consignment consign; consist consist;
  consistency consist; consistent consist; consolation consol; consolingly consol; conspicuously conspicu; conspiracy conspiraci;
  constable constabl; constancy constanc; knackeries knackeri; knavish knavish; kneaded knead; kneeling kneel; knelt knelt;
  knightly knight; knots knot; cries cri; ties tie; gas gas; this this; gaps gap; kiwis kiwi; luxuriate luxuri; hopping hop;
  hoped hope; falling fall; filing file; agreed agre; sky sky; news news; dying die; generously generous; generate generat;
  communism communism; arsenic arsenic; herring herring; proceed proceed; succeeding succeed; relational relat;
  conditional condit; digitizer digit; sensibility sensibl; analogy analog; adoption adopt; replacement replac; controlling control;
  by by; say say; enjoying enjoy; happy happi; probably probabl`;

describe('stemming', () => {
  it.each(PUBLISHED.split(';').map((pair) => pair.trim().split(/\s+/)))(
    'takes %s to %s',
    (word = '', expected = '') => {
      expect(stem(word)).toBe(expected);
    },
  );

  it('brings the forms of a word together and keeps different words apart', () => {
    for (const forms of [
      ['meeting', 'meetings', 'meets'],
      ['negotiate', 'negotiated', 'negotiating', 'negotiation', 'negotiations'],
      ['minister', 'ministers'],
    ]) {
      expect(new Set(forms.map(stem)).size, forms.join()).toBe(1);
    }
    expect(stem('hussein')).not.toBe(stem('husseini'));
    expect(stem('news')).not.toBe(stem('new'));
  });

  it('leaves other letters alone', () => {
    expect(stem('лавров')).toBe('лавров');
    expect(stem('الزاملي')).toBe('الزاملي');
  });
});
