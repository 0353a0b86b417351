import { common } from './zh-CN/common';
import { shell } from './zh-CN/shell';

export const zhCN = { common, shell };
