import 'server-only';
import { z } from 'zod';
import { lockLedger } from '@/db/ledger';
import { keepLayout, readLayout } from '@/db/relief-batches';
import { BANK_COLUMNS, DELIMITER_NAMES, isBankLayout } from '@/domain/bank-file';
import { command } from '@/server/command';
import { Refusal } from '@/server/errors';
import { maySetColumns } from '../policy';

const NAME = 'bank-columns.set';
const column = z.object({ place: z.coerce.number().int().min(1).max(BANK_COLUMNS.length), name: z.string().trim().min(1).max(20) });

/** In which order the bank's file has its columns, what it calls them and what stands between them; `was` is what stood on the screen. Batches that are sent keep theirs. */
export const setColumns = command('bank-columns.set')
  .input(z.object({ was: z.string().max(1_000), delimiter: z.enum(DELIMITER_NAMES), no: column, holder: column, card: column, amount: column, case: column }))
  .load(async ({ tx }) => {
    await lockLedger(tx);
    return { id: 'bank_columns', layout: await readLayout(tx) };
  })
  .can(maySetColumns)
  .run(async ({ tx, input, subject }) => {
    if (JSON.stringify(subject.layout) !== input.was) return null;
    const placed = BANK_COLUMNS.map((each) => ({ column: each, ...input[each] })).sort((a, b) => a.place - b.place);
    if (new Set(placed.map(({ place }) => place)).size !== placed.length) throw new Refusal('invalid', NAME, [{ field: 'no.place', problem: 'place-twice' }]);
    const kept = { delimiter: input.delimiter, columns: placed.map(({ column: each, name }) => ({ column: each, name })) };
    if (!isBankLayout(kept)) throw new Refusal('invalid', NAME, [{ field: 'no.name', problem: 'column-name' }]);
    await keepLayout(tx, kept);
    return { id: 'bank_columns', layout: kept };
  });
