import { randomUUID } from 'node:crypto';
import { receive } from '@/features/public/commands/receive';
import { Applied, ApplyForm, ChooseTownship } from '@/features/public/components/apply';
import { EMPTY, type FormState } from '@/features/public/components/fields';
import { followCase } from '@/features/public/queries/follow-case';
import { townships, villagesOf } from '@/features/public/queries/places';
import { isCode } from '@/domain/area';
import { APPLICATION } from '@/domain/public-input';
import { problemsOf, Refusal } from '@/server/errors';
import { publicForm } from '@/server/public-form';
import { takeTurn } from '@/server/public-turns';
import { publicViewer } from '@/server/viewer';
import { answer, notRead, refused, tooOften } from '../answer';

const PATH = '/public/apply';
const townshipOf = (request: Request): string | null => {
  const asked = new URL(request.url).searchParams.get('township') ?? '';
  return isCode(asked) && asked.length === 9 ? asked : null;
};

/** GET /public/apply [?township=CODE]: which township, then the form with its villages. */
export const GET = (request: Request): Promise<Response> => shown(townshipOf(request));

/** POST /public/apply?township=CODE village= name= idNumber= phone= cause= text= key=: a household applies by itself; answers with the receipt code, once. */
export async function POST(request: Request): Promise<Response> {
  const township = townshipOf(request);
  const form = await publicForm(request);
  if (typeof form === 'string') return notRead('apply', PATH, form);
  try {
    const parsed = APPLICATION.safeParse(form.input);
    if (!parsed.success) throw new Refusal('invalid', receive.commandName, problemsOf(parsed.error.issues));
    if (!(await takeTurn('apply', form.address)).granted) return shown(township, await tooOften('apply', form.typed));
    const viewer = publicViewer(parsed.data.village);
    const { no, secret } = await receive(viewer, form.input, form.address);
    const dueAt = (await followCase(viewer, secret))?.dueAt ?? null;
    return answer('apply', PATH, ({ locale, texts }) => ({ title: texts.apply.done.title, body: <Applied locale={locale} no={no} receipt={secret} dueAt={dueAt} /> }));
  } catch (failure) {
    return shown(township, await refused(failure, receive.commandName, form.typed));
  }
}

function shown(code: string | null, { state = EMPTY, status = 200 }: { state?: FormState; status?: number } = {}): Promise<Response> {
  return answer('apply', code ? `${PATH}?township=${code}` : PATH, async ({ locale, texts }) => {
    const viewer = publicViewer();
    const its = code === null ? null : await villagesOf(viewer, code);
    const body = code !== null && its
      ? <ApplyForm locale={locale} township={{ code, ...its }} formKey={randomUUID()} state={state} />
      : <ChooseTownship locale={locale} townships={await townships(viewer)} />;
    return { title: texts.apply.title, body, status };
  });
}
