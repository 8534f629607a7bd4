/**
 * What the parser looks at in a state, after Zhang and Nivre (2011), with a node's case word and word clusters. s0 and s1 are
 * the top of the stack and the one below, n0 to n2 the next words; h is a head (h2 its own head), l and r the outermost
 * dependents (l2, r2 the next), c the preposition or case ending below a node.
 */
export const NODES = [
  's0',
  's1',
  'n0',
  'n1',
  'n2',
  's0h',
  's0h2',
  's0l',
  's0r',
  's0l2',
  's0r2',
  'n0l',
  'n0l2',
  's0c',
  'n0c',
] as const;

/** Of each node, in this order. */
export const OF_NODE = ['word', 'tag', 'cluster', 'relation'] as const;

/** What else is looked at, in this order behind the nodes'. `lefts` and `rights` count dependents, sets are of their relations. */
export const OTHERS = [
  's0.hasHead',
  'distance',
  's0.lefts',
  's0.rights',
  'n0.lefts',
  's0.leftSet',
  's0.rightSet',
  'n0.leftSet',
  's0.word+tag',
  'n0.word+tag',
  's0.tag+n0.tag',
  's0.word+n0.word',
  'n1.tag+n2.tag',
  's0.relation+n0.tag',
] as const;

const ATOMS: readonly string[] = [...NODES.flatMap((node) => OF_NODE.map((part) => `${node}.${part}`)), ...OTHERS];

/** Each template: one to three atoms that are looked at together. A model is trained for these, in this order. */
const WRITTEN = [
  // Single words.
  's0.word s0.tag',
  's0.word s0.hasHead',
  's0.tag s0.hasHead',
  'n0.word n0.tag',
  'n0.word',
  'n0.tag',
  'n1.word n1.tag',
  'n1.word',
  'n1.tag',
  'n2.word n2.tag',
  'n2.word',
  'n2.tag',
  // Pairs.
  's0.word+tag n0.word+tag',
  's0.word+tag n0.word',
  's0.word n0.word+tag',
  's0.word+tag n0.tag',
  's0.tag n0.word+tag',
  's0.word n0.word',
  's0.tag+n0.tag s0.hasHead',
  'n0.tag n1.tag',
  's0.word n0.tag n1.tag',
  's0.tag n0.word n1.tag',
  'n0.word n1.tag',
  'n0.tag n1.word',
  // Triples of tags.
  'n0.tag n1.tag n2.tag',
  's0.tag+n0.tag n1.tag',
  's0.tag+n0.tag n1.tag+n2.tag',
  's0.tag+n0.tag s0h.tag',
  's0.tag+n0.tag s0l.tag',
  's0.tag+n0.tag s0r.tag',
  's0.tag+n0.tag n0l.tag',
  // Distance.
  's0.word distance',
  's0.tag distance',
  'n0.word distance',
  'n0.tag distance',
  's0.word+n0.word distance',
  's0.tag+n0.tag distance',
  // Numbers of dependents.
  's0.word s0.rights',
  's0.tag s0.rights',
  's0.word s0.lefts',
  's0.tag s0.lefts',
  'n0.word n0.lefts',
  'n0.tag n0.lefts',
  // Heads and dependents alone.
  's0h.word',
  's0h.tag',
  's0.relation s0.tag',
  's0l.word',
  's0l.tag',
  's0l.relation',
  's0r.word',
  's0r.tag',
  's0r.relation',
  'n0l.word',
  'n0l.tag',
  'n0l.relation',
  's0h2.word',
  's0h2.tag',
  's0h.relation',
  's0l2.word',
  's0l2.tag',
  's0l2.relation',
  's0r2.word',
  's0r2.tag',
  's0r2.relation',
  'n0l2.word',
  'n0l2.tag',
  'n0l2.relation',
  's0.tag s0l.tag s0l2.tag',
  's0.tag s0r.tag s0r2.tag',
  's0.tag s0h.tag s0h2.tag',
  'n0.tag n0l.tag n0l2.tag',
  // Sets of relations.
  's0.word s0.rightSet',
  's0.tag s0.rightSet',
  's0.word s0.leftSet',
  's0.tag s0.leftSet',
  'n0.word n0.leftSet',
  'n0.tag n0.leftSet',
  's0.tag+n0.tag s0.rightSet',
  's0.tag+n0.tag n0.leftSet s0.leftSet',
  's0.tag+n0.tag s0.relation n0.leftSet',
  // The second of the stack: what else the next word could hang on.
  's1.tag s0.tag+n0.tag',
  's1.word n0.word',
  's1.word n0.tag',
  's1.tag n0.word',
  's1.tag s0.tag s0.relation+n0.tag',
  's0h.tag n0.word',
  's0h.word n0.tag',
  's0h.word n0.word s0.tag',
  // Case words.
  's0c.word s0.tag+n0.tag',
  'n0c.word s0.tag+n0.tag',
  'n0c.word s0.word',
  's0c.word n0.word',
  'n0c.word s0h.word s0.tag',
  'n0.word s0.word s0h.tag',
  'n0.word n1.word s0.tag',
  'n0.word+tag s0h.word',
  's0.tag+n0.tag s0r.word',
  's0.word n0.tag s0r.relation',
  // Clusters.
  's0.cluster n0.cluster',
  's0.cluster n0.tag',
  's0.tag n0.cluster',
  's0.cluster n0.word',
  's0.word n0.cluster',
  'n0.cluster n1.cluster s0.tag',
  's0h.cluster n0.cluster n0c.word',
  's0h.cluster n0.word',
  's0.cluster n0.cluster distance',
  's0.cluster s0.rightSet n0.tag',
  'n1.cluster s0.tag+n0.tag',
];

/** Stands for no second or third atom; its value is 0. */
export const NO_ATOM = ATOMS.length;

/** The atoms of each template, three a template. */
export const TEMPLATES = Uint8Array.from(WRITTEN.flatMap(atomsOf));

function atomsOf(template: string): number[] {
  const atoms = template.split(' ').map((name) => ATOMS.indexOf(name));
  if (atoms.includes(-1)) throw new Error(`no such atoms: ${template}`);
  return [atoms[0] ?? NO_ATOM, atoms[1] ?? NO_ATOM, atoms[2] ?? NO_ATOM];
}
