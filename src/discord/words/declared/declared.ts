import { declaredAr } from './ar.ts';
import { declaredDe } from './de.ts';
import { declaredEs } from './es.ts';
import { declaredFr } from './fr.ts';
import { declaredRu } from './ru.ts';

/** English stands in the commands themselves. */
export const declared = { ar: declaredAr, de: declaredDe, es: declaredEs, fr: declaredFr, ru: declaredRu } as const;
