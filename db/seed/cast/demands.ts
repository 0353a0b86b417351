import type { DemandKind } from '@/domain/visit';

/** What households ask for, what is promised and how it ends, by kind. All made up. */
export const DEMANDS = [
  { kind: 'job', text: '希望帮助联系务工岗位', promise: '推荐参加专场招聘会', answered: '已到县内企业上岗' },
  { kind: 'housing', text: '住房漏雨需要维修', promise: '申报危房维修，雨季前完工', answered: '屋面已翻修，户主签字认可' },
  { kind: 'schooling', text: '孩子上学费用困难', promise: '协助申请教育资助', answered: '教育资助已到账' },
  { kind: 'credit', text: '需要申请小额信贷', promise: '联系信用社上门授信', answered: '小额信贷已发放' },
  { kind: 'medical', text: '医药费报销问题', promise: '协助办理二次报销', answered: '报销款已到账' },
  { kind: 'industry', text: '想学养殖技术', promise: '请农技员上门指导', answered: '已参加养殖技术培训' },
  { kind: 'water', text: '饮水水压不足', promise: '报水务局加装增压设备', answered: '已接通增压管道' },
  { kind: 'sales', text: '农产品销路不畅', promise: '联系合作社收购', answered: '合作社已签收购协议' },
  { kind: 'allowance', text: '申请低保', promise: '协助准备材料并报乡镇审核', answered: '经核查符合条件，已纳入低保' },
  { kind: 'allowance', text: '残疾证办理', promise: '联系县残联上门评残', answered: '残疾证已办结' },
] as const satisfies readonly { kind: DemandKind; text: string; promise: string; answered: string }[];

export const EXPLAINED = '经核查不符合现行政策条件，已向户主说明';
