import { common } from './zh-CN/common';
import { errors } from './zh-CN/errors';
import { navigation } from './zh-CN/navigation';
import { roles } from './zh-CN/roles';
import { shell } from './zh-CN/shell';

export const zhCN = { common, errors, navigation, roles, shell };
