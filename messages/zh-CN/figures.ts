import type { IndicatorId } from '@/domain/indicators';

interface FigureText {
  name: string;
  /** How it is counted, in one sentence. */
  formula: string;
}

/** The name and formula of every indicator. One that is missing here is a type error. */
export const figures: Record<IndicatorId, FigureText> = {
  'org.townships': { name: '乡镇', formula: '在册乡镇个数。' },
  'org.villages': { name: '村（社区）', formula: '在册村、社区个数。' },
  'org.poor_villages': { name: '贫困村', formula: '月末前列为贫困村的村数，退出后仍计入。' },
  'org.zones': { name: '战区', formula: '已划定的战区个数。' },
  'org.headquarters': { name: '总指挥部', formula: '月末在设的县总指挥部个数。' },
  'org.sub_commands': { name: '分指挥部', formula: '月末在设的分指挥部个数，一条战线一个。' },
  'org.lead_departments': { name: '牵头部门', formula: '牵头一条及以上战线的县级部门，一个部门计一次。' },

  'staff.county_leaders_linked': { name: '挂联乡镇县级领导', formula: '月末挂联乡镇的县级领导，一人计一次。' },
  'staff.departments_linked': { name: '联村部门', formula: '月末联村的市、县级部门，一个部门计一次。' },
  'staff.cadres_assigned': { name: '包户干部', formula: '月末在任并包有贫困户的帮扶干部，一人计一次。' },
  'staff.work_teams': { name: '驻村工作队', formula: '月末在村的驻村工作队个数。' },
  'staff.first_secretaries': { name: '驻村第一书记', formula: '月末在任的第一书记人数。' },
  'staff.agri_technicians': { name: '驻村农技员', formula: '月末在任的驻村农技员人数。' },

  'staff.seats': { name: '必设职数', formula: '月末在设岗位按规定必须有人担任的职务数。' },
  'staff.vacancies': { name: '空缺职数', formula: '月末必须有人担任而无人在任的职务数，一岗一职计一个。' },
  'staff.teams_without_technician': { name: '无农技员的工作队', formula: '月末没有农技员在任的驻村工作队数。' },
  'staff.double_posts': { name: '兼任岗位', formula: '月末一人同时在两个及以上岗位任职的，第一个岗位之外的岗位数；同一岗位的几项职务计一个。' },

  'poverty.villages_exited': { name: '累计退出贫困村', formula: '截至月末已退出的贫困村数。' },
  'poverty.villages_exited_2017': { name: '2017年退出贫困村', formula: '2017年1月1日至12月31日退出的贫困村数。' },
  'poverty.households_lifted': { name: '累计脱贫户', formula: '截至月末已脱贫退出的建档立卡户数。' },
  'poverty.persons_lifted': { name: '累计脱贫人口', formula: '截至月末已脱贫退出的建档立卡户家庭成员数。' },
  'poverty.registered_households': { name: '建档立卡户', formula: '截至月末建档立卡的户数，含已脱贫户。' },
  'poverty.registered_persons': { name: '建档立卡人口', formula: '截至月末建档立卡户的家庭成员数，含已脱贫人口。' },
  'poverty.remaining_households': { name: '未脱贫户', formula: '截至月末已建档立卡、尚未脱贫的户数。' },
  'poverty.remaining_persons': { name: '未脱贫人口', formula: '截至月末未脱贫户的家庭成员数。' },
  'poverty.rural_population': { name: '农业户籍人口', formula: '当年统计的各村农业户籍人口之和，自当年1月1日起用。' },
  'poverty.incidence': { name: '贫困发生率', formula: '月末未脱贫人口 ÷ 农业户籍人口 × 100%，两数先分别求和再相除。' },

  'funds.special_fiscal_yuan': { name: '专项基金：财政预算', formula: '当年1月起下达的县财政预算专项资金之和。' },
  'funds.special_party_yuan': { name: '专项基金：党建经费', formula: '当年1月起从党建经费列入专项基金的资金之和。' },
  'funds.special_donation_yuan': { name: '专项基金：社会捐筹', formula: '当年1月起社会捐筹列入专项基金的资金之和。' },
  'funds.village_project_floor_yuan': { name: '贫困村项目资金最低额', formula: '各贫困村截至月末已批复项目资金之和中的最小值。' },
  'funds.late_projects': { name: '逾期项目', formula: '截至月末超过计划完工日仍未完工的项目数。' },

  'supervision.squads': { name: '督导分队', formula: '月末在设的督导分队个数。' },
  'supervision.specialist_inspectors': { name: '专项督查人员', formula: '月末在任的专项督查组专业人员数。' },
  'supervision.evaluation_groups': { name: '评估小组', formula: '月末在设的四类人员评估小组个数。' },
  'supervision.evaluations_per_year': { name: '评估考核次数', formula: '当年1月起已开展的评估考核次数。' },

  'housing.renovated_households': { name: '危房改造完成户', formula: '截至月末农村危房改造已竣工的户数。' },
  'housing.relocated_households': { name: '易地扶贫搬迁入住户', formula: '截至月末易地扶贫搬迁已入住的户数。' },
  'housing.relocated_persons': { name: '易地扶贫搬迁入住人口', formula: '截至月末易地扶贫搬迁已入住户的人数之和。' },
  'housing.relocation_approved': { name: '搬迁已批准', formula: '截至月末易地扶贫搬迁已批准的户数。' },
  'housing.relocation_agreed': { name: '搬迁已签协议', formula: '截至月末易地扶贫搬迁已签协议的户数。' },
  'housing.relocation_started': { name: '搬迁已开工', formula: '截至月末易地扶贫搬迁住房已开工的户数。' },
  'housing.relocation_finished': { name: '搬迁已竣工', formula: '截至月末易地扶贫搬迁住房已竣工的户数。' },
  'housing.relocation_demolished': { name: '旧房已拆除', formula: '截至月末易地扶贫搬迁旧房已拆除的户数。' },
  'housing.relocation_reclaimed': { name: '宅基地已复垦', formula: '截至月末易地扶贫搬迁旧宅基地已复垦的户数。' },
  'housing.resettlement_sites': { name: '集中安置点', formula: '截至月末已建成的集中安置点个数。' },

  'industry.village_parks': { name: '村特色产业园', formula: '截至月末已建成的村特色产业园个数。' },
  'industry.courtyard_gardens': { name: '户办小庭园', formula: '截至月末已建成小庭园的户数。' },
  'industry.grain_base_mu': { name: '粮油基地', formula: '截至月末已建成的优质粮油生产基地亩数之和。' },
  'industry.vegetable_base_mu': { name: '蔬菜基地', formula: '截至月末已建成的绿色蔬菜基地亩数之和。' },
  'industry.herb_base_mu': { name: '中药材基地', formula: '截至月末已建成的中药材基地亩数之和。' },
  'industry.collective_asset_orgs': { name: '集体资产经营管理组织', formula: '截至月末已成立的农村集体资产经营管理组织个数。' },
  'industry.cooperatives': { name: '农民合作社', formula: '截至月末已成立的农民合作社个数。' },
  'industry.family_farms': { name: '家庭农场', formula: '截至月末已成立的家庭农场个数。' },
  'industry.collective_income_exited_2017_yuan': { name: '2017年退出村集体经济收入', formula: '2017年退出的贫困村当年集体经济收入之和。' },
  'industry.population_exited_2017': { name: '2017年退出村农业户籍人口', formula: '2017年退出的贫困村当年农业户籍人口之和。' },
  'industry.collective_income_per_head_exited_2017': { name: '2017年退出村人均集体经济收入', formula: '2017年退出村集体经济收入 ÷ 其农业户籍人口，两数先分别求和再相除。' },

  'employment.workshops': { name: '就业扶贫车间', formula: '当年1月起设立的就业扶贫车间个数。' },
  'employment.bases': { name: '就业扶贫基地', formula: '当年1月起建立的就业扶贫基地个数。' },
  'employment.trained_person_times': { name: '培训技术人员', formula: '当年1月起各期涉农培训到课人次之和。' },
  'employment.training_departments': { name: '开展培训部门', formula: '当年1月起办过涉农培训的部门，一个部门一年计一次。' },
  'employment.job_fairs': { name: '就业专场招聘', formula: '当年1月起举办的专场招聘场次。' },
  'employment.village_job_deliveries': { name: '送岗进村', formula: '当年1月起送岗进村的场次。' },
  'employment.labour_export': { name: '劳务输出', formula: '当年1月起各村清点的劳务输出人数之和。' },
  'employment.poor_labour_transferred': { name: '贫困劳动力转移就业', formula: '当年1月起转移就业的建档立卡户劳动力人数。' },

  'social.funds_mobilised_yuan': { name: '动员社会资金', formula: '2014年以来到账的社会帮扶资金之和。' },
  'social.enterprises': { name: '帮扶企业', formula: '截至月末结对帮扶村的企业，一家计一次。' },
  'social.associations': { name: '帮扶社团', formula: '截至月末结对帮扶村的社团，一家计一次。' },
  'social.poor_villages_helped': { name: '社会力量帮扶的贫困村', formula: '截至月末有企业或社团帮扶的贫困村数。' },
  'social.other_villages_helped': { name: '社会力量帮扶的非贫困村', formula: '截至月末有企业或社团帮扶的非贫困村数。' },
  'social.returnees': { name: '返乡创业人员', formula: '截至月末返乡创办企业的创办人数之和。' },
  'social.returnee_enterprises': { name: '返乡创业企业', formula: '截至月末返乡人员创办的企业数。' },

  'support.assigned_households': { name: '已落实包户干部的贫困户', formula: '月末有包户干部的贫困户数。' },
  'support.households_orphaned': { name: '无人帮扶的贫困户', formula: '月末没有包户干部，或包户干部已不在帮扶岗位的贫困户数。' },
  'support.cadres_overloaded': { name: '包户过多的干部', formula: '月末包户超过5户的干部人数，一人计一次，计在超出的那一户所在村。' },
  'support.visits': { name: '走访', formula: '当月入户走访的次数。' },
  'support.households_visited': { name: '当月走访到的贫困户', formula: '当月至少走访过一次的贫困户数，一户一月计一次。' },
  'support.households_unvisited_1m': { name: '1个月未走访户', formula: '截至月末距上次走访（未走访过的距建档）超过30天的建档立卡户数。' },
  'support.households_unvisited_3m': { name: '3个月未走访户', formula: '截至月末距上次走访（未走访过的距建档）超过90天的建档立卡户数。' },
  'support.households_neglected': { name: '半年未走访户', formula: '截至月末距上次走访（未走访过的距建档）超过180天的建档立卡户数。' },
  'support.households_never_visited': { name: '从未走访户', formula: '截至月末建档以来没有走访记录的建档立卡户数。' },
  'support.demands_open': { name: '未办结诉求', formula: '截至月末走访中提出、尚未答复办结的群众诉求件数。' },
  'support.promises_overdue': { name: '逾期承诺', formula: '截至月末已过承诺日期、诉求仍未办结的承诺措施件数。' },
  'support.visit_rate': { name: '走访率', formula: '当月走访到的贫困户 ÷ 建档立卡户 × 100%。' },

  'checklists.expected': { name: '应报清单', formula: '该月应报送的工作实绩清单份数。' },
  'checklists.filed': { name: '已报清单', formula: '该月清单中已报送过的份数。' },
  'checklists.complete': { name: '完整清单', formula: '该月已报清单中不是全零（各项都报零或“本月无”）的份数。' },
  'checklists.on_time': { name: '按时报送清单', formula: '该月清单中在截止日当天24时前首次报送的份数。' },
  'checklists.verified': { name: '已核定清单', formula: '该月清单中经复验核定的份数。' },
  'checklists.filing_rate': { name: '清单报送率', formula: '已报清单 ÷ 应报清单 × 100%。' },
  'checklists.completeness': { name: '清单完整率', formula: '完整清单 ÷ 应报清单 × 100%。全零清单算已报，不算完整。' },
  'checklists.timeliness': { name: '清单及时率', formula: '按时报送清单 ÷ 应报清单 × 100%。' },
};
