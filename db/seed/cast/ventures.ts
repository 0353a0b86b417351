/** What villages grow and make, and what the enterprises, associations and courses are called. All made up. */
export const PRODUCTS = ['柑橘', '核桃', '猕猴桃', '翠冠梨', '青脆李', '油橄榄', '蚕桑', '茶叶', '花椒', '土鸡', '生态水产', '肉牛', '黑山羊', '食用菌'] as const;
export const GARDEN_PRODUCTS = ['小果园', '小菜园', '小养殖园', '小药园', '小茶园', '小花园'] as const;
export const FARM_WORDS = ['丰', '兴', '旺', '绿', '源', '康', '顺', '禾', '瑞', '泰', '盛', '鑫', '裕', '祥', '和', '美'] as const;
export const ENTERPRISE_TRADES = ['建设工程', '农业开发', '食品', '商贸', '医药', '旅游', '物流', '置业', '矿业', '纺织', '水泥', '电子科技'] as const;
export const ENTERPRISE_PLACES = ['广元', '剑阁', '成都', '绵阳', '浙江', '剑门'] as const;
export const ASSOCIATIONS = [
  '县慈善会', '县青年企业家协会', '县女企业家协会', '县餐饮协会', '县建筑业协会', '县个体私营经济协会', '县志愿者协会', '市川商商会', '县养殖协会', '县茶叶协会',
  '县中药材协会', '县农产品流通协会', '县书法家协会', '县教育基金会', '在蓉剑阁商会', '在浙剑阁商会',
] as const;
export const RETURNEE_TRADES = ['家庭农场', '农家乐', '电商服务部', '养殖场', '汽修店', '服装加工厂', '食品加工坊', '家具厂', '水产养殖场', '民宿'] as const;
export const COURSES = ['柑橘管护', '核桃嫁接', '生猪养殖', '土鸡林下养殖', '食用菌栽培', '家政服务', '砌筑工', '电焊工', '农村电商', '乡村厨师', '缝纫', '养老护理', '中药材种植', '蚕桑技术'] as const;
/** The twelve departments whose farming courses are planned together. */
export const TRAINING_DEPARTMENTS = [
  '农业局', '畜牧兽医局', '林业和园林局', '水务局', '人力资源和社会保障局', '扶贫开发局', '经济信息和商务局', '教育和科学技术局', '供销合作社联合社', '妇女联合会',
  '残疾人联合会', '就业服务管理局',
] as const;
/** Projects of villages by line, with how often each comes. */
export const PROJECTS = {
  roads: ['通村公路硬化', '组道路建设', '便民桥建设'], water: ['安全饮水工程', '山坪塘整治', '渠系配套'], industry: ['产业园基础设施', '产业发展扶持'],
  environment: ['人居环境整治', '垃圾收集设施'], network: ['通信基站建设', '宽带进村'], broadcast: ['村文化室建设', '广播电视村村响'],
  health: ['村卫生室标准化建设'], power: ['农网升级改造'], ecology: ['生态护林与退耕还林'], 'collective-economy': ['集体经济发展项目'],
} as const;

/** What a township's three services are called after its name. */
export const SERVICE_WORDS = { 'central-school': '中心小学校', clinic: '卫生院', 'service-centre': '便民服务中心' } as const;
