import { common } from './zh-CN/common';
import { navigation } from './zh-CN/navigation';
import { roles } from './zh-CN/roles';
import { shell } from './zh-CN/shell';

export const zhCN = { common, navigation, roles, shell };
