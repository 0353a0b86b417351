import { common } from './en/common';
import { navigation } from './en/navigation';
import { roles } from './en/roles';
import { shell } from './en/shell';
import type { Messages } from './locale';

export const en: Messages = { common, navigation, roles, shell };
