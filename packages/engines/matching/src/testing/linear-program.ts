import type { Problem } from '../types.ts';

/**
 * The same problem as a linear program in CPLEX's LP format, written apart from the engine, for a solver to say what is
 * best. One variable a match (x) and one a step of each maker's crowding in a kind (t).
 */
export function linearProgram({ supplies, wants, matches }: Problem): string {
  const steps = [
    { takes: 0, shares: 1 },
    { takes: 150, shares: 1 },
    { takes: 300, shares: 2 },
    { takes: 450, shares: Infinity },
  ];
  const supplyOf = new Map(supplies.map((supply) => [supply.id, supply]));
  const quantityOf = new Map(wants.map((want) => [want.id, want.quantity]));
  const x = new Map(matches.map((match, at) => [match, `x${at}`]));
  const terms = (list: readonly (readonly [number, string])[]) =>
    list.map(([factor, name]) => `${factor < 0 ? '-' : '+'} ${Math.abs(factor)} ${name}`).join(' ');
  const earns: [number, string][] = matches.map((match) => [1000 + match.points, x.get(match)!]);
  const rows: string[] = [];
  const bounds: string[] = [];
  for (const want of wants) {
    const mine = matches.filter((match) => match.want === want.id);
    if (mine.length > 0) rows.push(`${terms(mine.map((match) => [1, x.get(match)!]))} <= ${want.quantity}`);
  }
  for (const supply of supplies) {
    const mine = matches.filter((match) => match.supply === supply.id);
    if (mine.length > 0) rows.push(`${terms(mine.map((match) => [1, x.get(match)!]))} <= ${supply.capacity}`);
  }
  let count = 0;
  for (const kind of new Set(supplies.map((supply) => supply.kind))) {
    const ofKind = matches.filter((match) => supplyOf.get(match.supply)!.kind === kind);
    const makers = new Set(ofKind.map((match) => supplyOf.get(match.supply)!.producer));
    const wanted = [...new Set(ofKind.map((match) => match.want))].reduce(
      (sum, id) => sum + quantityOf.get(id)!,
      0,
    );
    const fair = Math.ceil(wanted / Math.max(1, makers.size));
    for (const maker of makers) {
      const mine = ofKind.filter((match) => supplyOf.get(match.supply)!.producer === maker);
      const parts = steps.map(({ takes, shares }) => {
        const name = `t${count++}`;
        earns.push([-takes, name]);
        bounds.push(shares === Infinity ? `${name} >= 0` : `0 <= ${name} <= ${shares * fair}`);
        return [-1, name] as const;
      });
      rows.push(`${terms([...mine.map((match) => [1, x.get(match)!] as const), ...parts])} = 0`);
    }
  }
  return [
    'Maximize',
    ` obj: ${terms(earns)}`,
    'Subject To',
    ...rows.map((row, at) => ` c${at}: ${row}`),
    'Bounds',
    ...bounds.map((bound) => ` ${bound}`),
    'End',
  ].join('\n');
}
