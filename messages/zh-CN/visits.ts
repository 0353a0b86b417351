export const visits = {
  title: '走访记录',
  columns: { day: '日期', cadre: '走访人', seen: '所见', demand: '诉求', outcome: '处理' },
  seen: { well: '情况正常', illness: '有人生病', disaster: '受灾', income: '收入有变', housing: '住房有问题', schooling: '就学有困难' },
  outcomes: { noted: '已记录', solved: '已解决', referred: '已转有关部门', promised: '已答复待办' },
  older: '更早的走访',
  newer: '较近的走访',
  none: '还没有走访记录。请帮扶干部尽快入户。',
  noneHere: '没有更早的走访了。',
};
