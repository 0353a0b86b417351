import { common } from './en/common';
import { shell } from './en/shell';
import type { Messages } from './locale';

export const en: Messages = { common, shell };
