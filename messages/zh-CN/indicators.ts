import type { Indicator, Unit } from '@/domain/indicators';

type Topic = Indicator['topic'];
type Source = Indicator['source'];

const units: Record<Unit, string> = {
  township: '个', village: '个', zone: '个', post: '个', department: '个', person: '人', team: '支', household: '户', percent: '%', site: '个',
  park: '个', mu: '亩', organization: '家', 'yuan-per-person': '元/人', workshop: '个', base: '个', 'person-time': '人次', event: '场次',
  yuan: '元', enterprise: '家', squad: '支', group: '个', evaluation: '次', visit: '次', demand: '件', checklist: '份', project: '个',
  application: '件', review: '次', payment: '笔', objection: '件',
};

const topics: Record<Topic, string> = {
  organization: '指挥体系', staff: '帮扶力量', poverty: '减贫成效', housing: '安居扶贫', industry: '产业扶贫', employment: '就业扶贫',
  social: '社会扶贫', funds: '资金', supervision: '督导评估', support: '包户走访', checklists: '实绩清单', relief: '防返贫基金',
};

const sources: Record<Source, string> = {
  'poverty-office': '县脱贫办', organization: '县委组织部', statistics: '县统计局', housing: '县住建局', development: '县发改局', agriculture: '县农业局',
  employment: '县就业局', finance: '县财政局', inspection: '县委巡察办', 'civil-affairs': '县民政局',
};

export const indicators = {
  title: '指标',
  intro: '全部数字出自同一套指标，点开即是明细。',
  units,
  topics,
  sources,
  columns: { name: '指标', value: '数值', counts: '分子 / 分母', source: '来源部门', formula: '口径' },
  definition: {
    title: '口径',
    formula: '算法',
    unit: '单位',
    source: '来源部门',
    time: '时间',
    times: { last: '月末时点数', month: '当月发生数', year: '当年累计数', ratio: '两数之比' },
    divisions: '汇总',
    sums: { sum: '各村相加', least: '各村取最小', ratio: '两数分别相加后再相除' },
    parts: '分子、分母',
  },
  over: (part: string, whole: string) => `${part} ÷ ${whole}`,
  own: { township: '县本级', zone: '县本级', village: '乡镇本级' },
  trend: '走势',
  trendSummary: (name: string, first: string, from: string, last: string, to: string) => `${name}：${first}为${from}，${last}为${to}。`,
  cuts: { title: '分布', township: '按乡镇', zone: '按战区', village: '按村' },
  place: { township: '乡镇', zone: '战区', village: '村', month: '月份', total: '合计' },
  rows: {
    title: '明细',
    of: (name: string) => `明细：${name}`,
    count: (count: string) => `共${count}条`,
    place: '所在地',
    label: '名称',
    day: '日期',
    since: '起',
    until: '止',
    amount: '计入',
    none: '本月没有计入的记录。换个月份或放宽范围再看。',
    closed: '您的岗位只看汇总数字，不看贫困户档案，因此这里不列户。',
    own: '只列您包的户，合计是全村数字。',
    known: '明细始终按现时记录列出；封账后有改动的，见下方“封账后的改动”。',
  },
  known: {
    title: '封账后的改动',
    flag: (known: string, now: string) => `封账时为${known}，现时为${now}`,
    intro: '封账后补记、更正的记录改变了该月数字：',
    month: '数字所属月',
    booked: '更正记入月',
    place: '所在地',
    change: '增减',
  },
  exports: {
    button: '导出明细',
    working: '正在导出…',
    watermark: (name: string, username: string, at: string) => `导出人：${name}（${username}）；导出时间：${at}；仅限本单位工作使用，不得外传`,
    scope: (name: string, month: string, place: string, reading: string) => `${name}；${month}；${place}；${reading}`,
    readings: { true: '现时口径', known: '页面数字为封账口径，明细按现时记录列出' },
    columns: { division: '区划代码', place: '所在地', label: '名称', since: '起', until: '止', amount: '计入' },
  },
  everywhere: '全部可见范围',
};
