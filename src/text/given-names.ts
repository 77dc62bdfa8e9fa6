/** Short forms of given names that no rule of spelling joins to the full one, folded. */
const GROUPS = [
  'andrew andreas andrei andy',
  'robert bob bobby',
  'william bill billy will',
  'thomas tom tommy',
  'stephen steven stefan steve',
  'james jim jimmy',
  'john jack johnny jon',
  'richard dick rick',
  'edward ted ned',
  'michael mike mick mickey',
  'joseph joe joey',
  'charles charlie chuck',
  'david dave davy',
  'henry harry hank',
  'elizabeth liz betty beth',
  'margaret maggie peggy',
  'catherine kate kathy',
  'alexander alex sasha',
  'francis frank francisco paco',
  'jose pepe',
  'giuseppe beppe',
  'filippo pippo',
  'vladimir volodya',
  'mikhail misha',
  'lawrence larry',
  'gerald gerard gerry jerry',
  'patricia pat patrick',
  'ronald ron ronnie',
  'donald don donnie',
  'kenneth ken kenny',
];
/** Number of the group of each. */
const GROUP = new Map(GROUPS.flatMap((group, i) => group.split(' ').map((name) => [name, i])));

/** Shorter beginnings are shared by too many names. */
const LEAST = 3;

/** Whether two folded given names may be one: a known short form, or the beginning or end of the other. */
export function isShortForm(a: string, b: string): boolean {
  const short = a.length < b.length ? a : b;
  const long = a.length < b.length ? b : a;
  // Nearly all pairs differ in their first and in their last letters.
  if (short.length >= LEAST && long.length > short.length) {
    if (short.charCodeAt(0) === long.charCodeAt(0) && long.startsWith(short)) return true;
    const isLast = short.charCodeAt(short.length - 1) === long.charCodeAt(long.length - 1);
    if (isLast && short.length > LEAST && long.endsWith(short)) return true;
  }
  return isKnownShortForm(a, b);
}

/** Whether two folded given names are forms of one, by the list alone. */
export function isKnownShortForm(a: string, b: string): boolean {
  const group = GROUP.get(a);
  return group !== undefined && group === GROUP.get(b);
}

/** Whether the list has forms of a folded given name. */
export function hasKnownShortForms(folded: string): boolean {
  return GROUP.has(folded);
}
