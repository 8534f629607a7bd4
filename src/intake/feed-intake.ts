import type { ReindexReport } from '../archive/keeper.ts';
import type { ArticleDraft } from './draft.ts';

/** What following feeds needs of the intake. */
export interface FeedIntake {
  /** Fetches and reads a page. Throws `NotFetched`, or an error saying why there is no article in it. */
  draftOfUrl(address: string, signal?: AbortSignal): Promise<ArticleDraft>;
  /** Keeps a draft, unless the archive has its address with the very same text, or an admin took it down: then null. */
  keepNew(draft: ArticleDraft): Promise<string | null>;
  wasTakenDown(url: string): boolean;
  /** Brings the archive up to date with the folder. */
  refresh(): Promise<ReindexReport>;
}
