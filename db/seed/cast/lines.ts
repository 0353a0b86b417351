/** The nineteen lines of work, one for each sub-command. The county's real list is not public; these are made up after the briefing's measures. `lead`: the departments that lead it. */
export const LINES = [
  { code: 'relocation', name: '易地扶贫搬迁', nameEn: 'Relocation', lead: ['发展和改革局', '国土资源局'] },
  { code: 'housing', name: '农村危房改造', nameEn: 'Dangerous-house renovation', lead: ['城乡规划建设和住房保障局'] },
  { code: 'industry', name: '产业扶贫', nameEn: 'Industry', lead: ['农业局', '畜牧兽医局'] },
  { code: 'employment', name: '就业扶贫', nameEn: 'Employment', lead: ['人力资源和社会保障局'] },
  { code: 'education', name: '教育扶贫', nameEn: 'Education', lead: ['教育和科学技术局'] },
  { code: 'health', name: '健康扶贫', nameEn: 'Health', lead: ['卫生和计划生育局', '医疗保险事业管理局'] },
  { code: 'social-security', name: '社会保障兜底', nameEn: 'Social security', lead: ['民政局', '残疾人联合会'] },
  { code: 'water', name: '安全饮水', nameEn: 'Safe water', lead: ['水务局'] },
  { code: 'roads', name: '交通建设', nameEn: 'Roads', lead: ['交通运输局'] },
  { code: 'power', name: '电力保障', nameEn: 'Electricity', lead: ['经济信息和商务局'] },
  { code: 'broadcast', name: '文化广电', nameEn: 'Culture and broadcast', lead: ['文化广播影视新闻出版局'] },
  { code: 'network', name: '信息通信', nameEn: 'Networks', lead: ['电子政务管理办公室'] },
  { code: 'finance', name: '金融扶贫', nameEn: 'Credit', lead: ['政府金融工作办公室', '农村信用合作联社'] },
  { code: 'funds', name: '资金整合监管', nameEn: 'Funds', lead: ['财政局'] },
  { code: 'ecology', name: '生态建设', nameEn: 'Ecology', lead: ['林业和园林局'] },
  { code: 'environment', name: '环境整治', nameEn: 'Village environment', lead: ['环境保护局'] },
  { code: 'social', name: '社会扶贫', nameEn: 'Social help', lead: ['扶贫开发局'] },
  { code: 'collective-economy', name: '集体经济', nameEn: 'Collective economy', lead: ['农村工作委员会'] },
  { code: 'party-building', name: '党建扶贫', nameEn: 'Party building', lead: ['县委组织部'] },
] as const;

export type LineCode = (typeof LINES)[number]['code'];
