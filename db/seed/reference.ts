import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The rows of a file of db/reference as objects by column name. No field of these files holds a line break. */
export function readReference<K extends string>(name: string): Record<K, string>[] {
  const [head, ...lines] = readFileSync(join(process.cwd(), 'db', 'reference', name), 'utf8').trim().split(/\r?\n/);
  const keys = splitLine(head!);
  return lines.map((line) => Object.fromEntries(splitLine(line).map((value, at) => [keys[at]!, value])) as Record<K, string>);
}

function splitLine(line: string): string[] {
  const fields: string[] = [];
  for (const [, field] of `${line},`.matchAll(/("(?:[^"]|"")*"|[^,]*),/g))
    fields.push(field!.startsWith('"') ? field!.slice(1, -1).replaceAll('""', '"') : field!);
  return fields;
}
