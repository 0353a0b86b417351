/** A count with what is counted: 1 demand, 2 demands. `count` is as shown. */
export const plural = (count: string | number, one: string, many = `${one}s`): string => `${count} ${String(count) === '1' ? one : many}`;
