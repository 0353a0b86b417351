import type { Job } from '@/domain/job';
import type { WebhookEvent } from '@/domain/webhook';

const names: Record<Job, string> = { issue: '下发清单', newcomers: '补发新任职', remind: '提醒与汇总', close: '月份锁定', relock: '例外到期', escalate: '救助超期上报', 'top-up': '基金补足逾期' };
const events: Record<WebhookEvent, string> = {
  'month.issued': '清单下发', 'filing.reminder': '报送提醒', 'month.closed': '月份锁定', 'exception.granted': '准予补报', 'exception.ended': '例外到期', 'checklist.returned': '清单退回', 'checklist.challenged': '抽查质疑',
};

export const jobs = {
  title: '自动任务',
  summary: '系统按报送日历自动下发、提醒、锁定；停机期间漏办的，恢复后按顺序补办。',
  names,
  events,
  runs: '最近办理',
  none: '还没有办理过自动任务。',
  job: '任务',
  occasion: '对应',
  at: '办理时间',
  made: '份数',
  messenger: '对外通知',
  noMessenger: '没有配置对外通知',
  noMessengerHint: '配置 WEBHOOK_URL 和 WEBHOOK_SECRET 后，系统把下发、提醒、锁定通知给县里自己的消息平台；不含个人信息。',
  messengerSummary: (host: string, delivered: string, waiting: string, givenUp: string) => `发往 ${host}：已送达 ${delivered} 条，待送 ${waiting} 条，放弃 ${givenUp} 条。`,
  event: '事项',
  created: '产生时间',
  attempts: '发送次数',
  state: '状态',
  states: { waiting: '待送', delivered: '已送达', 'given-up': '已放弃' },
  next: '下次发送',
  problem: '上次结果',
};
