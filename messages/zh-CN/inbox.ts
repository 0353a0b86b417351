import type { MessageMoment } from '@/domain/inbox';

const digests: Record<MessageMoment, (month: string, post: string, count: string, due: string) => string> = {
  before: (month, post, count) => `${post}：${month}清单有${count}份未报`,
  due: (month, post, count, due) => `${post}：${month}清单${due}到期，下级有${count}份未报`,
  overdue: (month, post, count) => `${post}：${month}清单已过报送期限，下级有${count}份未报`,
  locked: (month, post, count) => `${post}：${month}清单已锁定，下级有${count}份始终未报`,
};
const reminders: Record<MessageMoment, (month: string, due: string, lock: string) => string> = {
  before: (month, due) => `${month}实绩清单请在${due}前提交`,
  due: (month, due) => `${month}实绩清单请在${due}（到期日）前提交`,
  overdue: (month, _due, lock) => `${month}实绩清单已过报送期限，请尽快补报；${lock}锁定`,
  locked: (month, _due, lock) => `${month}实绩清单已于${lock}锁定，您没有按期提交`,
};

export const inbox = {
  title: '收件箱',
  summary: (unread: string) => `未读${unread}条。记录办结后，提醒自动消除；汇总先发填报人的直接上级，逾期后再报上一级。`,
  none: '收件箱是空的',
  noneHint: '清单到期前三天、到期日和逾期时，系统在这里提醒填报人，并逐级告知上级。',
  reminders,
  digests,
  returned: (month: string) => `县脱贫办退回了您的${month}实绩清单，请看明原因后改正重报`,
  exception: (month: string) => `县脱贫办准予补报${month}实绩清单`,
  challenge: (month: string) => `督导抽查质疑了您已核定的${month}实绩清单，已退回，请看明问题后改正重报`,
  comment: (month: string) => `${month}实绩清单有新的评论`,
  relocked: (month: string) => `${month}实绩清单的补报期限已到，清单重新锁定`,
  reliefOverdue: (no: string, step: string) => `救助申请${no}（${step}）已超过期限，请督促办理`,
  topUp: () => '防返贫基金低于保底线，补足期限已过，请督促补充',
  missingNow: (count: string) => `现在还有${count}份未报`,
  missingNone: '现已全部报送',
  unread: '未读',
  settled: '已办结',
  read: '标为已读',
  readAll: '全部标为已读',
  working: '正在办理…',
};
