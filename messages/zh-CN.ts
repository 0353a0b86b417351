import { accounts } from './zh-CN/accounts';
import { appointments } from './zh-CN/appointments';
import { assignments } from './zh-CN/assignments';
import { audit } from './zh-CN/audit';
import { batches } from './zh-CN/batches';
import { calendar } from './zh-CN/calendar';
import { checklists } from './zh-CN/checklists';
import { command } from './zh-CN/command';
import { common } from './zh-CN/common';
import { divisions } from './zh-CN/divisions';
import { errors } from './zh-CN/errors';
import { figures } from './zh-CN/figures';
import { funds } from './zh-CN/funds';
import { home } from './zh-CN/home';
import { households } from './zh-CN/households';
import { inbox } from './zh-CN/inbox';
import { indicators } from './zh-CN/indicators';
import { letters } from './zh-CN/letters';
import { jobs } from './zh-CN/jobs';
import { lines } from './zh-CN/lines';
import { navigation } from './zh-CN/navigation';
import { posts } from './zh-CN/posts';
import { publicSide } from './zh-CN/public';
import { relief } from './zh-CN/relief';
import { reliefReviews } from './zh-CN/relief-reviews';
import { reliefApplications } from './zh-CN/relief-applications';
import { roles } from './zh-CN/roles';
import { shell } from './zh-CN/shell';
import { spotChecks } from './zh-CN/spot-checks';
import { visits } from './zh-CN/visits';

export const zhCN = {
  accounts,
  appointments,
  assignments,
  audit,
  batches,
  calendar,
  checklists,
  command,
  common,
  divisions,
  errors,
  figures,
  funds,
  home,
  households,
  inbox,
  indicators,
  letters,
  jobs,
  lines,
  navigation,
  posts,
  publicSide,
  relief,
  reliefReviews,
  reliefApplications,
  roles,
  shell,
  spotChecks,
  visits,
};
