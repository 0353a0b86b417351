import type { ReliefCause } from '@/domain/relief';

/** The fund's rules, as the briefing names them. */
export const RULES_SOURCE = '《通川区防返贫基金管理办法（试行）》（简报2018年第30期所载），剑阁县参照执行';

export const CAMPAIGN = { code: '2017-10-17', name: '2017年“10·17”扶贫日“扶贫一日捐”', nameEn: 'Poverty day of 17 October 2017: one day’s donation' } as const;

/** What befell a household, with what was handed in to show it. */
export const CAUSES: Record<ReliefCause, { text: string; file: string }[]> = {
  illness: [
    { text: '户主脑梗住院28天，新农合和大病保险报销后自付较多，出院后不能下地劳动。', file: '出院结算单.jpg' },
    { text: '配偶患尿毒症，每周透析两次，交通和自费药品开支大，家中务工人员回乡照料，收入中断。', file: '住院费用清单.jpg' },
    { text: '孩子确诊先天性心脏病，赴成都手术，报销后自付部分靠借款。', file: '手术费用结算单.jpg' },
    { text: '老人摔伤髋部骨折，手术后长期卧床，儿子辞工照护。', file: '诊断证明书.jpg' },
    { text: '户主查出胃部肿瘤，化疗六个疗程，当年没有外出务工。', file: '化疗费用清单.jpg' },
  ],
  disaster: [
    { text: '7月暴雨山洪冲毁2.3亩猕猴桃园，当年绝收。', file: '受灾现场照片.jpg' },
    { text: '冰雹砸毁烤烟和玉米，农险赔付后仍损失大半。', file: '农业受灾登记表.jpg' },
    { text: '滑坡掩埋圈舍，死亡生猪11头、土鸡六十余只。', file: '受灾核查表.jpg' },
    { text: '伏旱致水稻减产八成，养殖的鱼因缺水死亡。', file: '旱情核实照片.jpg' },
  ],
  accident: [
    { text: '务工途中遭遇车祸致右腿骨折，肇事方无力赔付，停工七个月。', file: '交通事故认定书.jpg' },
    { text: '电路老化引发火灾，烧毁住房一间、存粮和农机具。', file: '火灾事故证明.jpg' },
    { text: '工地坠落致腰椎受伤，工伤赔付尚在仲裁，当年没有工资收入。', file: '病历和工伤申请.jpg' },
    { text: '主要劳动力意外溺亡，家中失去务工收入。', file: '派出所证明.jpg' },
  ],
};

export const FOUND = {
  village: ['入户核对：病历、票据与本人所述一致，家中无存款，无经营性车辆。', '在家见到户主和老人，查看圈舍、粮仓，走访邻居三户，情况属实。', '与组长、驻村干部一同入户，逐项核对收支，情况属实。'],
  township: ['到户抽核票据原件，与村级测算表一致。', '向村民小组和邻户各了解一次，情况与申报一致。', '入户查看并电话核实务工单位，工资数额属实。'],
  district: ['入户复看，核对结算单与报销凭证，同意按公示金额审定。', '入户见到本人，银行卡为本人所有，公示期无异议。', '到户核实，公示期满，收支测算准确。'],
} as const;

export const CORRECTED = {
  village: ['补计申报时漏填的粮食直补和耕地地力补贴。', '生猪出售按当地当月收购价重新计价。', '务工工资以银行流水为准，申报为估算。', '种子化肥支出以票据为准。'],
  township: ['补计当年发放的高龄补贴。', '土地流转租金按合同核减。'],
} as const;

export const ANSWERED = { text: '听说他家儿子在外面打工，每个月都有工资，为什么还能领？', answer: '经核：其子自3月起回乡照料病人，3月以来无工资流水，1、2月工资已计入测算表。测算无误，异议不成立，已向反映人当面说明。' };
export const OPEN_OBJECTION = '他家在镇上有一间门面出租，租金没有算进去，请核实。';
export const FAILED = '账户状态异常（长期不动户）';
export const NEW_CARD = '原卡为长期不动户，已到信用社重新激活并换发新卡。';
export const RETURNED = '缺少大病保险报销凭证，无法核定自付部分，请补齐后重新提交。';
export const REFUSED = '经复核，其子在外务工年工资4.6万元未申报，家庭人均纯收入高于当年标准，属稳定脱贫户，不予救助。';
export const WITHDRAWN = '民政临时救助已解决，农户本人申请撤回。';
export const RECEIVED = '我爱人上个月住院花了四万多，报销之后还差一大截，今年没法出门打工，请村里来看看。';
export const BANK = '剑阁县农村信用合作联社';

export const FOUNDED = '县财政注入防返贫基金启动资金';
export const TOPPED_UP = '基金规模低于100万元，启动财政限时补充';
export const INTEREST = '结息';

/** Who gives beside departments and people. All made up. */
export const GIVERS = {
  enterprise: [
    '剑门关旅游开发有限公司', '广元禾丰农业开发有限公司', '剑阁绿源食品有限公司', '剑阁兴旺建设工程有限公司', '绵阳康顺医药有限公司', '剑门瑞泰水泥有限公司', '剑阁鑫裕商贸有限公司', '成都祥和置业有限公司',
    '剑阁美禾农业开发有限公司', '广元盛源物流有限公司', '剑门源丰核桃加工有限公司', '剑阁和顺纺织有限公司', '剑阁泰兴矿业有限公司', '剑阁裕民粮油有限公司', '广元旺盛电子科技有限公司', '浙江瑞祥食品有限公司',
  ],
  organization: ['县慈善会', '县工商业联合会会员', '县个体私营经济协会', '县建筑业协会', '县餐饮协会', '县女企业家协会', '在蓉剑阁商会', '在浙剑阁商会', '县养殖协会'],
} as const;
