export const navigation = {
  home: '我的工作',
  command: '指挥大屏',
  indicators: '指标',
  divisions: '行政区划',
  households: '贫困户',
  posts: '指挥体系',
  assignments: '包户帮扶',
  checklists: '实绩清单',
  review: '清单复验',
  people: '人员账号',
  audit: '审计记录',
  groups: { work: '作战', registry: '台账', administration: '管理' },
};
