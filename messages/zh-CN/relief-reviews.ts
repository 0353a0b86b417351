import type { FundDeed } from '@/domain/fund';
import type { Present } from '@/domain/relief';

const present: Record<Present, string> = { 'village-group': '村组干部在场', 'resident-cadre': '驻村干部在场' };
const entries: Record<FundDeed, string> = { donation: '捐款', 'top-up': '财政补充', interest: '利息', reserve: '预留', release: '释放预留', send: '送银行', pay: '到账', fail: '退回', return: '退汇', reversal: '冲销' };

export const reliefReviews = {
  title: (no: string, name: string) => `${no} ${name}`,
  list: '救助申请',
  facts: {
    state: '办理状态', household: '申请户', place: '所在村', cause: '返贫原因', origin: '申请方式', applied: '申请时间', due: '本环节期限', phone: '联系电话', amount: '救助金额', rules: '适用规定', batch: '拨付批次',
    origins: { clerk: '村里代为申请', household: '农户网上申请' }, registered: '建档立卡户', agricultural: '非建档农业户', overdue: (days: string) => `已超期 ${days} 天`, tail: (tail: string) => `尾号 ${tail}`,
  },
  eligibility: {
    title: '逐条核对',
    reason: '理由', met: '符合', unmet: '不符合', againNo: (no: string) => `另一件：${no}`,
  },
  working: {
    title: '救助金额核算', people: '家庭人口', net: '家庭纯收入', head: '人均纯收入', line: (year: string) => `${year}年度扶贫标准`, lack: '人均差额', amount: '救助金额',
    formula: '救助金额 =（当年标准 − 人均纯收入）× 家庭人口，按分计算，补到标准为止，不多补。', by: (part: string) => `按${part}的核算`, person: (count: string) => `${count} 人`, item: '项目', value: '数值', source: (source: string) => `标准来源：${source}`,
  },
  worksheets: { title: '收入核算表', kind: '收入项目', difference: '与上一环节不同', explanation: '差异说明', none: '还没有收入核算表。', net: '家庭纯收入' },
  people: { title: '家庭成员', none: '村里补录时登记。', name: '姓名', relation: '与户主关系', idMask: '身份证号' },
  evidence: { title: '佐证材料', none: '没有佐证材料。', size: (kb: string) => `${kb} KB` },
  visits: { title: '入户走访', none: '还没有入户走访记录。', photo: (who: string) => `${who}入户走访的照片`, explained: '已向农户讲明政策', present },
  notice: {
    title: '张榜公示', line: (name: string, amount: string) => `${name}，${amount}`, open: (until: string) => `公示中，至${until}`, over: (until: string) => `公示期已满（${until}）`, down: '已撤下', print: '打印公示', none: '复审通过后张榜公示。',
    objections: '公示期异议', anonymous: '匿名', noObjection: '没有收到异议。', upheld: '异议成立', dismissed: '异议不成立', waiting: '待答复',
  },
  cards: { title: '收款账户', holder: '户名', bank: '开户行', card: '卡号', usable: '可拨付', from: (at: string) => `${at}起可拨付`, waiting: '待第二人复核', replaced: '已被替换', entered: '录入人', confirmed: '复核人', first: '申请时登记', none: '还没有登记收款账户。', self: '农户本人' },
  entries: { title: '资金流水', deeds: entries, day: '日期', deed: '事项', amount: '金额', none: '还没有资金流水。' },
  history: '办理经过', self: '农户本人', round: (no: string) => `第 ${no} 次提交`,
  review: {
    title: { village: '村级初审', township: '乡镇复审', district: '区县审定' },
    kin: '这户有您本人或申报的亲属，您须回避，不能办理。', acted: '您已在这件申请的另一环节经手，不能再办理本环节。',
    pass: { village: '通过初审', township: '通过复审，张榜公示', district: '审定通过，预留资金' }, passing: '正在提交…', send: '退回补正', sending: '正在退回…', refuse: '不予救助', refusing: '正在提交…', reason: '原因', reasonHint: '至少 5 个字，申请人凭回执码可以看到。',
    visitedOn: '入户日期', found: '入户所见', foundHint: '至少 5 个字：家里几口人、病情或灾情、收入来源。', photo: '入户照片', photoHint: 'JPEG 或 PNG，大照片会自动缩小，位置信息会去掉。', explained: '已向农户讲明救助政策',
    sheet: '收入核算（元，按收入年度）', explanation: '差异说明', explanationHint: '与上一环节的核算不同时必填，至少 5 个字。', yuan: '元',
    noticeRuns: (until: string) => `公示到${until}为止，期满且没有未答复的异议才能审定。`, otherDecision: '退回或不予救助', done: '已办理，并记入办理经过。',
  },
  next: {
    failed: (reason: string) => `银行退回：${reason}`, failedHint: (hours: string) => `先由村或乡镇更换收款账户，第二人复核并满 ${hours} 小时后，由财务在“拨付批次”重新列为待拨付。`,
    complete: '补录并提交', correct: '补正后重新提交', withdraw: '补传材料或撤回申请',
  },
  revoke: { title: '撤销审定', hint: '拨付之前可以撤销；预留的资金同时释放。', submit: '撤销审定', working: '正在撤销…' },
  answer: { title: '答复异议', text: '答复', hint: '至少 5 个字。', upheld: '异议是否成立', yes: '成立：不能审定，由区县退回或不予救助', no: '不成立：继续办理', submit: '提交答复', working: '正在提交…' },
  card: {
    change: '更换收款账户', changeHint: (hours: string) => `须由第二人复核，录入满 ${hours} 小时后才能拨付。`, holder: '户名（家庭成员）', bank: '开户行', number: '银行卡号', numberHint: '16 至 19 位。', reason: '更换原因', submit: '登记新账户', working: '正在登记…',
    confirm: '复核无误', confirming: '正在复核…',
  },
  unmask: { trigger: '查看全部', title: '查看完整号码', reason: '查看理由', reasonHint: '至少 4 个字，记入审计和农户档案。', submit: '查看' },
  objectorHint: '至少 4 个字，只记入审计，申请户和村里看不到。',
  rules: {
    title: '防返贫基金规定', summary: '每次修改是一个新版本，从某日起执行；已受理的申请按受理时的版本办。', current: '现行', fields: { fromDay: '起始日期', noticeDays: '公示天数', village: '初审期限（天）', township: '复审期限（天）', district: '审定期限（天）', floor: '保底线（元）', topUpDays: '补足期限（天）', cardHours: '换卡等候（小时）', source: '依据', sourceHint: '文件名称和文号，至少 4 个字。' },
    add: '发布新版本', adding: '正在发布…', done: '新版本已发布，并记入审计。', none: '还没有规定。',
  },
};
