import type { Holdings, Outcome, Update, UserAction } from './protocol.ts';

const token = document.querySelector('meta[name=token]')?.getAttribute('content') ?? '';

/** Sends what the visitor did, as the person they are. */
export async function send(as: string, action: UserAction): Promise<Outcome> {
  try {
    const headers = { 'content-type': 'application/json', 'x-token': token };
    const answer = await fetch('/do', { method: 'POST', headers, body: JSON.stringify({ as, action }) });
    return answer.ok ? await answer.json() : { failed: await answer.text() };
  } catch {
    return { failed: 'The playground has stopped. Start it again with npm start.' };
  }
}

/** What the archive holds now; null where that is not known. */
export async function askHoldings(): Promise<Holdings | null> {
  const answer = await fetch('/holdings', { headers: { 'x-token': token } }).catch(() => null);
  return answer?.ok ? answer.json() : null;
}

/**
 * Hears what a person sees, until the returned function is called. After a break everything is sent again; `broken` is
 * called when there is nobody to send it any more.
 */
export function listen(as: string, hear: (update: Update, whole: boolean) => void, broken: () => void): () => void {
  const query = new URLSearchParams({ token, as });
  const source = new EventSource(`/events?${query}`);
  let whole = true;
  source.onopen = () => {
    whole = true;
  };
  source.onerror = () => {
    if (source.readyState === EventSource.CLOSED) broken();
  };
  source.onmessage = (event) => {
    hear(JSON.parse(event.data), whole);
    whole = false;
  };
  return () => source.close();
}
