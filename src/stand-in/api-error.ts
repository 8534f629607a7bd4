import type { Problem } from './message-limits.ts';

/** An answer that is an error, in Discord's form. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: number;
  readonly problems: readonly Problem[];

  constructor(status: number, code: number, message: string, problems: readonly Problem[] = []) {
    super(message);
    this.status = status;
    this.code = code;
    this.problems = problems;
  }

  body(): unknown {
    const plain = { message: this.message, code: this.code };
    return this.problems.length === 0 ? plain : { ...plain, errors: tree(this.problems) };
  }
}

/** 50035 with the tree that leads to each field, as Discord nests it. */
export function invalidForm(problems: readonly Problem[]): ApiError {
  return new ApiError(400, 50035, 'Invalid Form Body', problems);
}

type Tree = { [step: string]: Tree | { code: string; message: string }[] };

function tree(problems: readonly Problem[]): Tree {
  const root: Tree = {};
  for (const { path, message } of problems) {
    let node = root;
    for (const step of path) {
      const below = node[step];
      const next: Tree = below === undefined || Array.isArray(below) ? {} : below;
      node[step] = next;
      node = next;
    }
    const errors = Array.isArray(node._errors) ? node._errors : [];
    node._errors = [...errors, { code: 'BASE_TYPE_BAD_VALUE', message }];
  }
  return root;
}
