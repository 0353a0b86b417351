import type { ReliefCause, ReliefDeed, ReliefPart, ReliefState } from '@/domain/relief';
import type { WorksheetKind } from '@/domain/relief-amount';
import type { ReliefRuleName } from '@/domain/relief-eligibility';

const causes: Record<ReliefCause, string> = { illness: '因病', disaster: '因灾', accident: '突发事故' };

const states: Record<ReliefState, string> = {
  received: '待村补录', applied: '待村级初审', reviewed: '待乡镇复审', noticed: '公示中，待区县审定', approved: '待拨付', batched: '拨付中', paid: '已拨付',
  failed: '拨付失败', returned: '已退回补正', refused: '不予救助', withdrawn: '已撤回',
};

const parts: Record<ReliefPart, string> = { applicant: '申请', village: '村级初审', township: '乡镇复审', district: '区县审定', objection: '异议答复', payment: '拨付', closing: '批次结账' };

const deeds: Record<ReliefDeed, string> = {
  receive: '收到农户网上申请', apply: '提交申请', complete: '补录并提交', resubmit: '补正后重新提交', withdraw: '撤回申请', review: '初审通过',
  'return-village': '村级退回补正', 'refuse-village': '村级不予救助', recheck: '复审通过，张榜公示', 'return-township': '乡镇退回补正', 'refuse-township': '乡镇不予救助',
  approve: '审定通过，资金预留', 'return-district': '区县退回补正', 'refuse-district': '区县不予救助', batch: '列入拨付批次', 'void-batch': '批次作废，重新待拨付', settle: '打卡到账', bounce: '银行退回',
  reinstate: '重新列为待拨付', revoke: '撤销审定，释放资金', object: '公示期收到异议', answer: '答复异议', 'change-card': '更换收款账户', 'confirm-card': '复核收款账户', 'close-batch': '批次结账', 'enter-return': '登记退汇，待复核', 'drop-return': '撤销退汇登记', 'come-back': '退汇入账，资金仍预留',
};

const kinds: Record<WorksheetKind, string> = { wage: '工资性收入', business: '经营性收入', property: '财产性收入', transfer: '转移性收入', cost: '生产经营支出' };

/** Each rule of the fund, and what it says of a household: the keys are the answers of domain/relief-eligibility.ts. */
const rules: Record<ReliefRuleName, { name: string; why: Record<string, string> }> = {
  object: { name: '救助对象', why: { agricultural: '未建档的农业户籍户，属于救助对象', exited: '已脱贫户，属于救助对象', 'still-poor': '尚未脱贫，由脱贫攻坚政策帮扶，不在本基金救助范围' } },
  cause: { name: '返贫原因', why: { shown: '有佐证材料', 'no-evidence': '没有佐证材料' } },
  year: { name: '收入年度', why: { 'in-time': '在可申请的收入年度之内', 'other-year': '不在可申请的收入年度之内', 'no-worksheet': '收入还没有填全' } },
  line: { name: '当年标准', why: { line: '有当年扶贫标准', 'no-line': '当年扶贫标准尚未发布或收入还没有填全' } },
  income: { name: '人均纯收入', why: { below: '低于当年标准', above: '不低于当年标准', stable: '不低于当年标准，属稳定脱贫户，不予救助', 'no-worksheet': '收入还没有填全' } },
  once: { name: '不重复救助', why: { first: '同一户、同一原因、同一年度没有别的申请', again: '同一户、同一原因、同一年度已有申请' } },
};

/** The words of the relief fund that all its pages share. */
export const relief = { name: '防返贫基金', causes, states, parts, deeds, kinds, rules };
