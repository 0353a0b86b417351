import type { IndicatorId } from '@/domain/indicators';
import type { LineCode } from './lines';

/** What a filer is asked for an indicator, in both languages. */
export const QUESTIONS = {
  'support.households_visited': ['本月走访贫困户（户）', 'Poor households visited this month'],
  'support.visits': ['本月入户走访次数（次）', 'Visits made this month'],
  'support.assigned_households': ['落实帮扶干部的贫困户（户）', 'Households with a cadre'],
  'poverty.households_lifted': ['累计脱贫户数（户）', 'Households lifted out of poverty to date'],
  'poverty.persons_lifted': ['累计脱贫人数（人）', 'People lifted out of poverty to date'],
  'poverty.remaining_households': ['未脱贫户数（户）', 'Households still poor'],
  'poverty.remaining_persons': ['未脱贫人数（人）', 'People still poor'],
  'poverty.villages_exited': ['累计退出贫困村（个）', 'Villages off the poor list to date'],
  'housing.relocated_households': ['累计易地搬迁入住（户）', 'Households moved in by relocation to date'],
  'housing.relocated_persons': ['累计易地搬迁入住（人）', 'People moved in by relocation to date'],
  'housing.relocation_started': ['搬迁住房累计开工（户）', 'Relocation houses started to date'],
  'housing.relocation_finished': ['搬迁住房累计竣工（户）', 'Relocation houses finished to date'],
  'housing.relocation_demolished': ['累计拆除旧房（户）', 'Old houses demolished to date'],
  'housing.resettlement_sites': ['累计建成集中安置点（个）', 'Resettlement sites finished to date'],
  'housing.renovated_households': ['累计完成危房改造（户）', 'Dangerous houses renovated to date'],
  'industry.village_parks': ['累计建成村特色产业园（个）', 'Village parks built to date'],
  'industry.courtyard_gardens': ['累计建成户办小庭园（个）', 'Courtyard gardens to date'],
  'industry.grain_base_mu': ['优质粮油基地（亩）', 'Grain and oil bases (mu)'],
  'industry.vegetable_base_mu': ['绿色蔬菜基地（亩）', 'Vegetable bases (mu)'],
  'industry.herb_base_mu': ['中药材基地（亩）', 'Herb bases (mu)'],
  'industry.collective_asset_orgs': ['农村集体资产经营管理组织（个）', 'Collective-asset organizations'],
  'industry.cooperatives': ['农民合作社（个）', 'Farmers’ cooperatives'],
  'industry.family_farms': ['家庭农场（个）', 'Family farms'],
  'employment.trained_person_times': ['今年以来培训（人次）', 'Person-times trained this year'],
  'employment.job_fairs': ['今年以来专场招聘（场）', 'Job fairs this year'],
  'employment.village_job_deliveries': ['今年以来送岗进村（场）', 'Job deliveries to villages this year'],
  'employment.poor_labour_transferred': ['今年以来贫困劳动力转移就业（人）', 'Poor labour placed in jobs this year'],
  'employment.labour_export': ['今年以来劳务输出（人）', 'Labour moved out this year'],
  'social.funds_mobilised_yuan': ['累计动员社会资金（元）', 'Social money raised to date (yuan)'],
  'social.enterprises': ['累计参与帮扶企业（家）', 'Enterprises that help, to date'],
  'social.associations': ['累计参与帮扶社团（家）', 'Associations that help, to date'],
  'social.poor_villages_helped': ['受帮扶贫困村（个）', 'Poor villages helped'],
  'social.returnee_enterprises': ['累计返乡创办企业（家）', 'Returnees’ enterprises to date'],
  'funds.special_fiscal_yuan': ['今年县财政专项资金（元）', 'Fiscal special fund this year (yuan)'],
  'funds.special_party_yuan': ['今年党建经费（元）', 'Party fund this year (yuan)'],
  'funds.special_donation_yuan': ['今年社会捐筹资金（元）', 'Donated fund this year (yuan)'],
  'funds.late_projects': ['超期未完工项目（个）', 'Projects past their due day'],
  'staff.cadres_assigned': ['在岗包户干部（人）', 'Cadres assigned to households'],
  'staff.first_secretaries': ['在岗第一书记（人）', 'First secretaries in post'],
  'staff.work_teams': ['驻村工作队（支）', 'Work teams'],
  'staff.agri_technicians': ['在岗驻村农技员（人）', 'Agricultural technicians in post'],
} as const satisfies Partial<Record<IndicatorId, readonly [string, string]>>;
export type Asked = keyof typeof QUESTIONS;

const GENERAL = ['poverty.villages_exited', 'poverty.remaining_households', 'poverty.remaining_persons', 'funds.late_projects'] as const;

/** The numbers each line's sub-command reports. Lines without figures of their own report how the county stands. */
export const LINE_QUESTIONS: Record<LineCode, readonly Asked[]> = {
  relocation: ['housing.relocated_households', 'housing.relocated_persons', 'housing.relocation_started', 'housing.relocation_finished', 'housing.resettlement_sites'],
  housing: ['housing.renovated_households', 'housing.relocation_demolished', 'poverty.remaining_households'],
  industry: ['industry.village_parks', 'industry.courtyard_gardens', 'industry.grain_base_mu', 'industry.vegetable_base_mu', 'industry.herb_base_mu'],
  employment: ['employment.trained_person_times', 'employment.poor_labour_transferred', 'employment.labour_export', 'employment.job_fairs', 'employment.village_job_deliveries'],
  education: GENERAL, health: GENERAL, 'social-security': GENERAL, water: GENERAL, roads: GENERAL, power: GENERAL, broadcast: GENERAL, network: GENERAL,
  finance: ['industry.cooperatives', 'industry.family_farms', 'poverty.remaining_households', 'social.returnee_enterprises'],
  funds: ['funds.special_fiscal_yuan', 'funds.special_party_yuan', 'funds.special_donation_yuan', 'funds.late_projects'],
  ecology: GENERAL, environment: ['poverty.villages_exited', 'housing.relocation_demolished', 'funds.late_projects'],
  social: ['social.funds_mobilised_yuan', 'social.enterprises', 'social.associations', 'social.poor_villages_helped', 'social.returnee_enterprises'],
  'collective-economy': ['industry.collective_asset_orgs', 'industry.village_parks', 'industry.cooperatives', 'poverty.villages_exited'],
  'party-building': ['staff.first_secretaries', 'staff.work_teams', 'staff.cadres_assigned', 'support.visits'],
};

export const TOWNSHIP_QUESTIONS: readonly Asked[] = [
  'poverty.households_lifted', 'poverty.remaining_persons', 'support.households_visited', 'support.visits', 'housing.relocated_households', 'employment.poor_labour_transferred',
];
export const VILLAGE_QUESTIONS: readonly Asked[] = ['support.households_visited', 'support.visits', 'poverty.remaining_households', 'industry.courtyard_gardens', 'employment.poor_labour_transferred'];
export const TEAM_QUESTIONS: readonly Asked[] = ['support.households_visited', 'support.visits', 'support.assigned_households', 'housing.relocated_households'];

export const TEXTS = [['本月主要工作', 'Main work of the month'], ['存在的困难和下步打算', 'Difficulties and next steps']] as const;
export const EVIDENCE = ['佐证材料（照片或文件）', 'Evidence (photo or document)'] as const;

export const REPORTS = [
  '逐户走访核实收入和“两不愁三保障”情况，更新贫困户档案。', '召开院坝会宣讲医疗、教育、住房政策，现场解答群众疑问。', '协调施工队推进安置点配套设施，督促已竣工户尽快入住。',
  '组织村民参加种养技术培训，落实产业奖补资金申报。', '对接用工企业发布岗位信息，送外出务工人员返岗。', '清理户容户貌，组织义务劳动整治村内环境。', '排查危旧房，拍照建档并上报改造计划。',
  '帮助贫困学生申请资助，落实送教上门。', '督促村组道路硬化扫尾，协调解决用地纠纷。', '开展春节慰问，看望困难党员和五保老人。',
] as const;
export const PLANS = [
  '部分农户外出务工，走访只能电话核实，下月返乡后补访。', '山坪塘渗漏影响灌溉，拟向水务部门申报整治。', '产业园管护资金不足，拟从集体经济收入中解决一部分。', '个别搬迁户旧房拆除意愿不强，继续做思想工作。',
  '农技员不足，拟请乡镇统筹安排巡回指导。', '残疾证办理路途远，拟协调残联上门评定。',
] as const;
export const EXPLANATIONS = ['月底新增数据尚未录入系统', '含已签协议待录入的农户', '按实地核查口径统计', '系统重复登记，已报乡镇更正'] as const;
export const RETURN_REASONS = ['与走访记录不符，请核实后重报', '请补充佐证材料', '文字说明过于简单，请写明具体工作', '数据口径有误，请按累计数填报'] as const;

export const EXCEPTION_REASONS = ['住院治疗，1 月清单未能按期填报', '驻村点连续停电断网，材料已备齐，申请补报', '抽调参加省级交叉考核，返回后补报'] as const;
