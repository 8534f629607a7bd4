import './node-version.ts';
import { load } from './load.ts';

await load(() => import('./program.ts'));
