import { z } from 'zod';
import { commandCounts, commandSize } from './command-limits.ts';
import { modalShape } from './component-shapes.ts';
import { type Beside, duplicateIds, messageProblems, type Problem } from './message-limits.ts';
import { choicesShape, commandShape, editShape, messageShape, responseShape } from './payload-shapes.ts';

/** What is checked: a message in a channel, one of an interaction, an edit of either, and what is no message. */
export type PayloadKind = 'message' | 'response' | 'edit' | 'modal' | 'choices' | 'command' | 'commands';

const shapes: Readonly<Record<PayloadKind, z.ZodType>> = {
  message: messageShape,
  response: responseShape,
  edit: editShape,
  modal: modalShape,
  choices: choicesShape,
  command: commandShape,
  commands: z.array(commandShape),
};

/** What Discord would refuse a payload for, one line each: `components[0].custom_id: Too big …`; empty for a good one. */
export function violations(kind: PayloadKind, payload: unknown, beside: Beside = {}): string[] {
  return problems(kind, payload, beside).map(({ path, message }) => {
    const place = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`)).join('');
    return `${place.replace(/^\./u, '') || kind}: ${message}`;
  });
}

/** The same as `violations`, with the way to each: field by field first, then the sums over the whole. */
export function problems(kind: PayloadKind, payload: unknown, beside: Beside = {}): Problem[] {
  const found: Problem[] = [];
  const result = shapes[kind].safeParse(payload);
  for (const issue of result.error?.issues ?? []) found.push(...flatten(issue, []));
  if (kind === 'message' || kind === 'response' || kind === 'edit')
    found.push(...messageProblems(payload, kind === 'edit', beside));
  if (kind === 'modal') found.push(...duplicateIds(payload));
  if (kind === 'command') found.push(...commandSize(payload, []));
  if (kind === 'commands' && Array.isArray(payload)) found.push(...commandCounts(payload));
  return found;
}

/** A union's issue says only that no branch fits: the branch that came furthest says why. */
function flatten(issue: z.core.$ZodIssue, above: readonly (string | number)[]): Problem[] {
  const path = [...above, ...issue.path.filter((step) => typeof step !== 'symbol')];
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const branches = issue.errors.map((issues) => issues.flatMap((one) => flatten(one, path)));
    const depth = (branch: readonly Problem[]) => Math.max(0, ...branch.map((one) => one.path.length));
    return branches.reduce((best, one) =>
      one.length < best.length || (one.length === best.length && depth(one) > depth(best)) ? one : best,
    );
  }
  return [{ path, message: issue.message }];
}
