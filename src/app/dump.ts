import type { Archive, Meeting } from '../archive/archive.ts';
import type { ArticleId } from '../corpus/article.ts';

/** The id that a record of a JSON Lines file has there ("a1" for "talks#a1"); any other article's own. */
const ownId = (id: ArticleId): string => id.slice(id.indexOf('#') + 1);

/**
 * The whole archive as plain rows, for measuring and for researchers: its articles, then people and bodies with their
 * mentions, then quotations, then meetings, a row for each stage of their history. Every `text` is cut from the article it names.
 */
export async function* dumpRows(archive: Archive): AsyncGenerator<object> {
  const articles = await archive.articleIds();
  const bodies = new Map<string, string>();
  for (const id of articles) {
    const stored = await archive.article(id);
    if (!stored) continue;
    bodies.set(id, stored.article.body);
    const { headline, outlet, published, url } = stored.card;
    yield {
      kind: 'article',
      id: ownId(id),
      headline,
      outlet: outlet?.name ?? null,
      published: published?.date ?? null,
      url,
    };
  }
  const cut = (article: string, span: { readonly start: number; readonly end: number }): string =>
    (bodies.get(article) ?? '').slice(span.start, span.end);

  for (const id of await archive.actorIds()) {
    const actor = await archive.actor(id);
    if (!actor) continue;
    const mentions = (await archive.mentions(id)).map(({ card, mention }) => ({
      article: ownId(card.id),
      text: cut(card.id, mention),
    }));
    yield { kind: 'actor', id, name: actor.name, type: actor.kind, mentions, because: actor.because };
  }
  for (const { card, quotation, speaker } of await archive.quotations()) {
    yield {
      kind: 'quotation',
      article: ownId(card.id),
      text: cut(card.id, quotation.words),
      speaker,
      speakerName: quotation.speaker?.name ?? null,
      quotationKind: quotation.kind,
      polarity: quotation.polarity,
    };
  }
  for (const meeting of await archive.meetings()) {
    for (const { status, date, place, evidence } of stagesOf(meeting)) {
      yield {
        kind: 'meeting',
        id: meeting.id,
        status,
        date,
        place,
        participants: meeting.participants.map(({ actor, name }) => ({ actor, name })),
        evidence: evidence.flatMap(({ card, sentence, also }) =>
          [sentence, ...also].map((span) => ({ article: ownId(card.id), text: cut(card.id, span) })),
        ),
      };
    }
  }
}

/** A meeting's history, one after the other: as planned, then as held, each with the reports that say so and what they tell. */
function stagesOf({
  status,
  date,
  place,
  evidence,
}: Meeting): Pick<Meeting, 'status' | 'date' | 'place' | 'evidence'>[] {
  const before = new Set(evidence.map((report) => report.status).filter((stage) => stage !== status));
  return [...before, status].map((stage) => {
    const reports = evidence.filter((report) => report.status === stage);
    const isLast = stage === status;
    return {
      status: stage,
      date: isLast ? date : (reports.find((report) => report.date !== null)?.date ?? null),
      place: isLast ? place : (reports.find((report) => report.place !== null)?.place ?? null),
      evidence: reports,
    };
  });
}
