import type { IndicatorId } from '@/domain/indicators';
import type { LineCode } from './lines';

/** A county target: of a line or of the whole county; `spread` goes down to the townships. `fixed`: the same every year. */
export interface Root {
  readonly line: LineCode | null;
  readonly indicator: IndicatorId;
  readonly text: string;
  readonly spread?: true;
  readonly fixed?: number;
}

/** What the county headquarters wants each year. A line without figures of its own answers for its part of the villages and households that exit. */
export const ROOTS: readonly Root[] = [
  { line: null, indicator: 'poverty.villages_exited', text: '贫困村按“一低五有”标准退出', spread: true },
  { line: null, indicator: 'poverty.households_lifted', text: '贫困户按“一超六有”标准脱贫', spread: true },
  { line: null, indicator: 'poverty.incidence', text: '年末贫困发生率控制在目标以内', spread: true },
  { line: 'relocation', indicator: 'housing.relocated_households', text: '易地扶贫搬迁户搬迁入住', spread: true },
  { line: 'relocation', indicator: 'housing.resettlement_sites', text: '集中安置点建成投用' },
  { line: 'housing', indicator: 'housing.renovated_households', text: '农村危房改造竣工', spread: true },
  { line: 'industry', indicator: 'industry.courtyard_gardens', text: '建设户办小庭园', spread: true },
  { line: 'industry', indicator: 'industry.village_parks', text: '建成村特色产业园' },
  { line: 'employment', indicator: 'employment.poor_labour_transferred', text: '贫困劳动力转移就业', spread: true },
  { line: 'employment', indicator: 'employment.trained_person_times', text: '开展实用技术培训' },
  { line: 'employment', indicator: 'employment.village_job_deliveries', text: '送岗进村' },
  { line: 'education', indicator: 'poverty.households_lifted', text: '当年脱贫户义务教育有保障，无因贫失学' },
  { line: 'health', indicator: 'poverty.households_lifted', text: '当年脱贫户家庭医生签约、先诊疗后付费全覆盖' },
  { line: 'health', indicator: 'poverty.persons_lifted', text: '当年脱贫人口参加基本医疗保险' },
  { line: 'social-security', indicator: 'poverty.households_lifted', text: '当年脱贫户中符合条件的低保应保尽保' },
  { line: 'social-security', indicator: 'poverty.persons_lifted', text: '当年脱贫人口中残疾人两项补贴落实到位' },
  { line: 'water', indicator: 'poverty.households_lifted', text: '当年脱贫户安全饮水达标' },
  { line: 'roads', indicator: 'poverty.villages_exited', text: '当年退出村通硬化路' },
  { line: 'power', indicator: 'poverty.households_lifted', text: '当年脱贫户生活用电达标' },
  { line: 'broadcast', indicator: 'poverty.villages_exited', text: '当年退出村有文化室、广播电视全覆盖' },
  { line: 'network', indicator: 'poverty.villages_exited', text: '当年退出村有通信网络' },
  { line: 'finance', indicator: 'industry.cooperatives', text: '信贷支持新成立农民合作社' },
  { line: 'finance', indicator: 'industry.family_farms', text: '信贷支持新成立家庭农场' },
  { line: 'funds', indicator: 'funds.special_fiscal_yuan', text: '财政专项资金足额下达', fixed: 1_000_000 },
  { line: 'funds', indicator: 'funds.late_projects', text: '年末超期未完工项目不超过目标数', fixed: 60 },
  { line: 'ecology', indicator: 'industry.herb_base_mu', text: '新建中药材基地' },
  { line: 'environment', indicator: 'poverty.villages_exited', text: '当年退出村环境整治达标' },
  { line: 'social', indicator: 'social.funds_mobilised_yuan', text: '动员社会资金到账' },
  { line: 'social', indicator: 'social.returnee_enterprises', text: '引回返乡创业企业' },
  { line: 'collective-economy', indicator: 'industry.collective_asset_orgs', text: '成立农村集体资产经营管理组织' },
  { line: 'collective-economy', indicator: 'poverty.villages_exited', text: '当年退出村有集体经济收入' },
  { line: 'party-building', indicator: 'support.visit_rate', text: '每月走访贫困户的比例不低于目标', spread: true, fixed: 20 },
];

export const LETTER_NOTES = { amended: '年中搬迁计划调整，双方协商变更目标', offered: '请核对条款后签署' } as const;
