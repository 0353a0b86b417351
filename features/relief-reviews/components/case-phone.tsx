import type { Locale } from '@/domain/format';
import type { Viewer } from '@/domain/viewer';
import { messages } from '@/messages/locale';
import { mayUnmask } from '../policy';
import { unmaskTexts } from './case-texts';
import { Unmask } from './unmask';

type Props = { viewer: Viewer; its: { readonly id: number; readonly division: string; readonly phoneTail: string }; locale: Locale };

/** The end of the telephone of whoever applies; the whole of it for a reason, to who needs it. */
export const CasePhone = ({ viewer, its, locale }: Props) => (
  <>
    {messages(locale).reliefReviews.facts.tail(its.phoneTail)} {mayUnmask(viewer, its, 'phone') && <Unmask id={its.id} what="phone" texts={unmaskTexts(locale)} />}
  </>
);
