/** One statement as the driver got it. `ms` is filled in when its answer is there. */
export interface Statement {
  connection: number;
  text: string;
  values: unknown[];
  ms: number;
}
export function recorded<T>(run: () => Promise<T>): Promise<{ result: T; statements: Statement[] }>;
