import type { SpotResult } from '@/domain/spot-check';

const results: Record<SpotResult, string> = { confirmed: '抽查属实', challenged: '抽查质疑' };

export const spotChecks = {
  title: '督导抽查',
  summary: (month: string) => `${month}已核定清单的随机抽查：由系统抽取，凭种子可以重抽核对`,
  results,
  waiting: '待抽查',
  drawTitle: '抽取本月样本',
  drawForm: { size: '抽查份数', sizeHint: '1–50 份，从本战区本月已核定的清单中随机抽取；每个分队每月只抽一次，抽后不能更换。', draw: '抽取', drawing: '正在抽取…' },
  drawn: (population: string, size: string, done: string) => `从 ${population} 份已核定清单中抽取 ${size} 份，已查 ${done} 份。`,
  seed: '随机种子',
  no: '序号',
  found: '抽查情况',
  drawnFor: (squad: string) => `已被${squad}抽中，待抽查。`,
  closed: '复核属实，问题销号',
  form: { result: '抽查结论', note: '发现的问题', noteHint: '质疑时必填，至少 5 个字；质疑即立为问题，清单退回填报人重报，核定后销号。', check: '登记结论', checking: '正在登记…' },
  none: '本月还没有抽查',
  noneHint: '督导分队抽取样本后，在这里看到抽中的清单和结论。',
};
