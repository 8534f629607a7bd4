import { countryNamed, countryOf } from '../../text/countries.ts';
import { foldName, sameSpelling } from '../../text/spelling.ts';

/**
 * Which of the places known a place asked for means: itself, in whatever spelling (Kiev, Kyiv); of a country, its capital too.
 * What is none of them stays as it is.
 */
export function placesMeant(asked: string, known: readonly string[]): readonly string[] {
  const country = countryNamed(asked);
  const same = known.filter((place) => foldName(place) === foldName(asked));
  const spelled = same.length > 0 ? same : known.filter((place) => isSpelledLike(place, asked));
  const within = country?.as === 'name' ? known.filter((place) => countryOf(place) === country.country) : [];
  const meant = [...new Map([...spelled, ...within].map((place) => [foldName(place), place])).values()];
  return meant.length > 0 ? meant : [asked];
}

function isSpelledLike(place: string, asked: string): boolean {
  const [words, others] = [place.split(/\s+/u), asked.split(/\s+/u)];
  return words.length === others.length && words.every((word, at) => sameSpelling(word, others[at] ?? ''));
}
