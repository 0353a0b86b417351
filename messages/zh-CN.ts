import { common } from './zh-CN/common';
import { errors } from './zh-CN/errors';
import { households } from './zh-CN/households';
import { navigation } from './zh-CN/navigation';
import { roles } from './zh-CN/roles';
import { shell } from './zh-CN/shell';

export const zhCN = { common, errors, households, navigation, roles, shell };
