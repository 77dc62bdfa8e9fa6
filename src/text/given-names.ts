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
].map((group) => new Set(group.split(' ')));

/** Shorter beginnings are shared by too many names. */
const LEAST = 3;

/** Whether two folded given names may be one: a known short form, or the beginning or end of the other. */
export function isShortForm(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length >= LEAST && long.length > short.length && long.startsWith(short)) return true;
  if (short.length > LEAST && long.endsWith(short)) return true;
  return GROUPS.some((group) => group.has(a) && group.has(b));
}
