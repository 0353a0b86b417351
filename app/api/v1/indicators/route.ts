import { indicator, INDICATOR_IDS } from '@/domain/indicators';
import { messages } from '@/messages/locale';
import { answering } from '@/server/api';

const texts = { 'zh-CN': messages('zh-CN'), en: messages('en') };

/** GET /api/v1/indicators: every indicator with its definition. */
export const GET = answering('api.read', async () => ({
  indicators: INDICATOR_IDS.map((id) => {
    const definition = indicator(id);
    const { unit, topic, source } = definition;
    const both = (read: (catalogue: (typeof texts)['en']) => string) => ({ 'zh-CN': read(texts['zh-CN']), en: read(texts.en) });
    return {
      id,
      name: both(({ figures }) => figures[id].name),
      formula: both(({ figures }) => figures[id].formula),
      unit,
      topic,
      source: both(({ indicators }) => indicators.sources[source]),
      ...('ratio' in definition
        ? { time: 'ratio', divisions: 'ratio', ratio: [...definition.ratio] }
        : { time: definition.time, divisions: definition.divisions, ratio: null }),
    };
  }),
}));
