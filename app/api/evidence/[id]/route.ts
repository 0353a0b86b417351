import { evidenceContent } from '@/features/checklists/queries/evidence-content';
import { answerFile } from '@/server/evidence-file';
import { serving } from '@/server/serve-file';

/** The file of an entry, to those who may see its checklist. A picture opens; a PDF is only ever downloaded. */
export const GET = serving('checklists.view', evidenceContent, answerFile);
