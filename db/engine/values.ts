import pg from 'pg';

const INT8 = 20;
const DATE = 1082;

// Whole numbers (fen, counts) as numbers: none comes near 2^53. Dates as text: a date of birth has no time zone.
pg.types.setTypeParser(INT8, Number);
pg.types.setTypeParser(DATE, (text) => text);
