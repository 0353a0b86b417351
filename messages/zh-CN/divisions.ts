import type { Duty } from '@/domain/command';
import type { VillageCriterion } from '@/domain/village-exit';

const duties: Partial<Record<Duty, string>> = {
  'county-leader': '县级领导', 'sub-commander': '分指挥长', 'zone-commander': '战区指挥长', 'squad-leader': '督导分队长',
  'township-secretary': '乡镇党委书记', 'first-secretary': '第一书记', 'team-leader': '驻村工作队长', technician: '驻村农技员',
};

const has: Record<Exclude<VillageCriterion['name'], 'incidence' | 'income'>, string> = {
  hardRoad: '有硬化路',
  clinic: '有卫生室',
  cultureRoom: '有文化室',
  network: '有通信网络',
};

export const divisions = {
  levels: { county: '县', township: '乡镇', village: '村' },
  poor: '贫困村',
  exitedOn: (day: string) => `${day}退出`,
  notExited: '未退出',
  zone: (name: string) => name,
  figures: '主要指标',
  trend: '贫困发生率走势',
  lastYear: '上年同月',
  children: { townships: '各乡镇', villages: '各村', rank: '名次', name: '名称', note: (column: string, direction: 'asc' | 'desc') => `按${column}从${direction === 'desc' ? '高到低' : '低到高'}排；点列名换排序。`, byName: '按行政区划代码排；点列名换排序。' },
  people: {
    title: '责任人',
    territory: '属地一线',
    headquarters: '总指挥部',
    'sub-command': '分指挥部',
    zone: '战区一线',
    paired: '挂联帮扶',
    duty: '职务',
    person: '姓名',
    post: '岗位',
    since: '任职',
    vacant: '空缺',
    leader: '县级挂联领导',
    department: '联村部门',
    none: '没有在任的责任人。',
  },
  duties,
  exit: {
    village: '贫困村退出（一低五有）',
    household: '贫困户退出（一超六有）',
    county: '贫困县退出（一低三有）',
    within: '对照贫困县退出条件（一低三有）',
    services: { 'services.central_schools': '乡乡有标准中心校', 'services.clinics': '乡乡有达标卫生院', 'services.service_centres': '乡乡有便民服务中心' },
    townships: (met: string, all: string) => `${met} / ${all}个乡镇`,
    villages: '贫困村“五有”（至今记录）',
    met: '达到',
    unmet: '未达到',
    unknown: '无记录',
    criteria: { incidence: (line: string) => `贫困发生率低于${line}`, income: '有集体经济收入', incomeOver: (yuan: string) => `集体经济收入人均超过${yuan}元`, has },
    notPoor: '不是贫困村，不按贫困村退出条件考核。',
    householdNote: (count: string, year: string) => `未脱贫${count}户中，各项尚未达到的户数（收入按${year}收入年度）。`,
    missing: '未达到户数',
    item: '条件',
    state: '现状',
    income: '人均纯收入超过当年标准',
    safeguards: { schooling: '义务教育', medical: '基本医疗', housing: '住房安全', water: '饮水安全', electricity: '生活用电', broadcast: '广播电视' },
    lacking: (count: string) => `未达到的${count}个村`,
    poorVillages: (met: string, all: string) => `${met} / ${all}个贫困村`,
    closed: '您的岗位只看汇总数字，不看贫困户档案。',
  },
  links: { households: '贫困户名册', remaining: '未脱贫户明细', rows: '指标明细' },
  perHead: (yuan: string) => `人均${yuan}元`,
};
