export const lines = {
  title: '扶贫标准',
  summary: '各年人均纯收入标准。贫困户退出条件按收入年度对应的标准判断，省定标准优先于国定标准；每次改动记入审计记录。',
  columns: { year: '年度', scope: '范围', line: '标准（元/人·年）', source: '依据', change: '操作' },
  unverified: '待核实',
  change: '修改',
  form: {
    add: '新增标准',
    change: '修改标准',
    done: '已保存。贫困户退出条件即按此判断。',
    fields: {
      year: '年度',
      scope: '范围',
      line: '标准（元/人·年）',
      lineHint: '最多两位小数。',
      source: '依据',
      sourceHint: '文件名称和文号，至少 4 个字。',
    },
  },
};
