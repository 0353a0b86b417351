import type { LetterKind, LetterState, LetterVerb, PartyKind, Side } from '@/domain/letter';
import type { Weight } from '@/domain/letter-split';

const kinds: Record<LetterKind, string> = {
  'sub-command': '分指挥部', department: '牵头部门', township: '乡镇', team: '驻村工作队', 'first-secretary': '驻村第一书记', village: '拟退出村', cadre: '驻村干部',
};
const states: Record<LetterState, string> = { draft: '起草中', offered: '待签署', signed: '已签署', superseded: '已被新版替代', withdrawn: '已撤回' };
const verbs: Record<LetterVerb, string> = { draft: '起草', write: '修改条款', offer: '送签', sign: '签署', conclude: '签署生效', supersede: '被新版替代', withdraw: '撤回' };
const sides: Record<Side, string> = { from: '甲方', to: '乙方' };
const issuers: Partial<Record<PartyKind, string>> = { headquarters: '县总指挥部', township: '乡镇', department: '牵头部门' };
const weights: Record<Weight, string> = {
  'registered-households': '建档立卡户数', 'remaining-households': '未脱贫户数', 'remaining-persons': '未脱贫人口', 'rural-population': '农业户籍人口',
  'remaining-villages': '未退出贫困村数', 'awaiting-relocation': '待搬迁户数', villages: '村（社区）数', equal: '平均分配',
};

export const letters = {
  title: '目标责任书',
  kinds,
  states,
  verbs,
  sides,
  issuers,
  year: '年度',
  yearOf: (year: number) => `${year}年`,
  county: '全县',
  summary: (year: number, month: string) => `${year}年度目标分解与责任书；进度截至${month}末`,
  summaryNext: (year: number) => `${year}年度目标分解与责任书；年度尚未开始`,
  toTargets: '县级目标',
  counts: {
    title: '签订情况',
    columns: { kind: '类别', all: '份数', signed: '已签署', offered: '待签署', draft: '起草中', trouble: '分解有误' },
    empty: '本年度还没有责任书。请先下达县级目标，再起草责任书。',
  },
  trouble: {
    title: '分解不平衡',
    none: '各级目标分解一致：没有缺口、没有加码、没有漏项、没有重复。',
    columns: { where: '上级目标', level: '分解到', target: '目标', sum: '下级合计', what: '问题', act: '处理' },
    short: (gap: string) => `缺口 ${gap}`,
    over: (gap: string) => `层层加码 ${gap}`,
    loose: (count: string) => `${count} 份低于上级要求`,
    missing: (names: string) => `漏项：${names}`,
    doubled: (names: string) => `重复计算：${names}`,
    stray: '无上级目标',
    more: (count: string) => `等 ${count} 个`,
    split: '重新分解',
  },
  tree: {
    title: '目标树',
    columns: { target: '县级目标', unit: '单位', value: '目标', due: '期限', commands: '分指挥部', departments: '牵头部门', townships: '乡镇', done: '进度', light: '状态' },
    even: '一致',
    notSpread: '不下达',
    unfold: (name: string) => `展开：${name}`,
    fold: '收起',
    children: (name: string) => `${name}的分解`,
    childColumns: { party: '责任单位', kind: '类别', value: '目标', share: '占比', done: '进度', light: '状态', state: '签署' },
    noTargets: '您的范围内没有县级目标。下面列出您负责的责任书。',
    noChildren: '这项目标还没有分解。',
  },
  list: {
    title: '责任书',
    columns: { party: '责任单位', issuer: '签订对象', clauses: '条款', behind: '滞后条款', light: '状态', state: '签署', version: '版次' },
    empty: '没有这类责任书。请换一个类别、年度或地域。',
  },
  rule: (behind: number, far: number) =>
    `状态按序时进度判定：完成比例落后序时进度不超过${behind}个百分点为正常；超过为滞后；落后超过${far}个百分点，或到期未完成为告急。比率按年初到目标的直线进度计，按月考核的指标逐月计。`,
  noOf: (id: string, version: string) => `第 ${id} 号，第 ${version} 版`,
  document: {
    title: (year: number) => `${year}年脱贫攻坚目标责任书`,
    preamble: (from: string, to: string, year: number) => `为落实脱贫攻坚责任制，${from}（甲方）与${to}（乙方）就${year}年度目标任务签订本责任书。乙方对下列目标负责，甲方按月监测、年终考核。`,
    duty: '甲方应及时下达资金、政策和工作要求，指导、督促乙方完成目标；乙方应如实报送进度，不得虚报、瞒报。未完成目标的，按县考核办法处理。本责任书一式两份，双方签署后生效；变更须另签新版。',
    columns: { no: '条款', text: '任务', target: '目标值', due: '期限', indicator: '考核指标' },
    by: (month: string) => `${month}底前`,
    monthly: '逐月',
    atLeast: (value: string) => `不低于 ${value}`,
    atMost: (value: string) => `不高于 ${value}`,
    signature: '签署人',
    signedAt: '签署时间',
    unsigned: '（未签署）',
    hash: '签署文本 SHA-256',
    text: '签署文本',
    textHint: '双方签署的就是这段文字，对它计算 SHA-256 即得上面的校验码。',
    printHint: 'A4 纸，浏览器打印即可（Ctrl+P）。',
    noClauses: '还没有条款。',
    parent: '上级目标',
    orphan: '无上级目标',
    above: '上级责任书',
  },
  progress: {
    title: '进度',
    summary: (month: string) => `截至${month}末`,
    columns: { clause: '条款', value: '实际', target: '目标', bar: '完成比例', light: '状态' },
    since: (value: string) => `年初 ${value}`,
  },
  below: { title: '下级分解', columns: { clause: '条款', level: '分解到', target: '目标', sum: '下级合计', what: '结果' }, none: '这份责任书没有下级分解。', split: '分解' },
  versions: { title: '版次', columns: { no: '版次', state: '状态', signed: '签署时间', reason: '变更原因', open: '查看' }, current: '正在查看', open: (no: number) => `看第 ${no} 版`, changes: (from: number, to: number) => `第 ${from} 版 → 第 ${to} 版`, added: '新增', removed: '删除', same: '条款没有变化。' },
  history: { title: '办理记录', of: (no: number) => `第 ${no} 版` },
  links: { title: '责任书', none: '本年度没有责任书。', all: '看全部责任书' },
  weights,
};
