import type { Dice } from '../dice';

const SURNAMES = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文母蒲昝仲'];
const WEIGHT = SURNAMES.map((_, at) => 1 / (at + 8));
const TOTAL = WEIGHT.reduce((a, b) => a + b, 0);

const GIVEN = {
  male: [...'伟强磊军洋勇杰涛明超刚平辉鹏华飞鑫波斌宇浩凯健俊帆帅旭宁龙林欢阳建国志文武德光成福生义仁贵春树东海山松柏庆永清友学正培才全兴发富安良']
    .filter((letter, at, all) => all.indexOf(letter) === at),
  female: [...'芳娜敏静秀丽艳娟霞燕玲红梅琴英兰凤洁云莲真环雪荣爱妹香月莺媛瑞凡佳嘉琼勤珍贞莉桂娣叶璧璐娅琦晶妍茜秋珊莎锦黛青倩婷姣婉娴瑾颖露瑶怡婵雁蓓纨仪荷丹蓉眉君琴蕊薇菁梦岚'],
} as const;

export type Gender = 'male' | 'female';

export function surname(dice: Dice, ...keys: number[]): string {
  let left = dice.share(...keys, 1) * TOTAL;
  return SURNAMES.find((_, at) => (left -= WEIGHT[at]!) < 0) ?? SURNAMES[0]!;
}

/** A given name of one or two characters. */
export function givenName(dice: Dice, gender: Gender, ...keys: number[]): string {
  const first = dice.pick(GIVEN[gender], ...keys, 2);
  return dice.chance(0.3, ...keys, 3) ? first : first + dice.pick(GIVEN[gender], ...keys, 4);
}

export const fullName = (dice: Dice, gender: Gender, ...keys: number[]): string => surname(dice, ...keys) + givenName(dice, gender, ...keys);
