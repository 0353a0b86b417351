import { photoContent } from '@/features/visits/queries/photo-content';
import { answerPicture } from '@/server/evidence-file';
import { serving } from '@/server/serve-file';

/** A photo of a visit, to those who may see its household. */
export const GET = serving('visits.view', photoContent, answerPicture);
