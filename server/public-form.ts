import 'server-only';
import { requestAddress } from './address';
import { formInput, typedIn } from './form';
import { isOwnOrigin } from './origin';
import { reached } from './reached';
import { uploadedForm } from './upload';

/** A public form is some lines of text: no more is read. */
const BYTES = 32 * 1024;

export interface PublicForm {
  readonly input: Record<string, unknown>;
  readonly typed: Record<string, string>;
  readonly address: string | null;
}

/** A form sent by one of this site's own pages; `foreign` when by another, `large` when it is more than such a form holds, or none. */
export async function publicForm(request: Request): Promise<PublicForm | 'foreign' | 'large'> {
  reached();
  if (!isOwnOrigin(request.headers)) return 'foreign';
  const form = await uploadedForm(request, BYTES);
  if (form === null || form === 'large') return 'large';
  return { input: formInput(form), typed: typedIn(form), address: await requestAddress() };
}
