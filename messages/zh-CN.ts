import { accounts } from './zh-CN/accounts';
import { common } from './zh-CN/common';
import { errors } from './zh-CN/errors';
import { households } from './zh-CN/households';
import { figures } from './zh-CN/figures';
import { indicators } from './zh-CN/indicators';
import { navigation } from './zh-CN/navigation';
import { roles } from './zh-CN/roles';
import { shell } from './zh-CN/shell';

export const zhCN = { common, errors, households, figures, indicators, navigation, roles, shell };
export const zhCN = {
  accounts,
  common,
  errors,
  households,
  navigation,
  roles,
  shell,
};
