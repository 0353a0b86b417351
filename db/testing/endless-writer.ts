// For the test of kill -9: writes rows for ever and says which were acknowledged.
import { openEmbedded } from '../engine/embedded';

async function main(folder: string): Promise<void> {
  const { pool } = await openEmbedded(folder);
  await pool.query('create table written (i int primary key)');
  for (let i = 1; ; i++) {
    await pool.query('insert into written values ($1)', [i]);
    console.log(i);
  }
}

void main(process.argv[2]!);
