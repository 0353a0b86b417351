-- Its content went on before as rows of demands.
ALTER TABLE "visits" DROP COLUMN "demand";
