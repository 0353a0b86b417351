import { visitPhoto } from '@/features/relief-reviews/queries/visit-photo';
import { answerPicture } from '@/server/evidence-file';
import { serving } from '@/server/serve-file';

/** The photo of a review’s visit, to those who may see its case. */
export const GET = serving('relief.view', visitPhoto, answerPicture);
