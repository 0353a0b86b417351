import { evidenceContent } from '@/features/relief/queries/evidence-content';
import { answerFile } from '@/server/evidence-file';
import { serving } from '@/server/serve-file';

/** A file that shows an application’s cause, to those who may see the application. A picture opens; a PDF is only ever downloaded. */
export const GET = serving('relief.view', evidenceContent, answerFile);
