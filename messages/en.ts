import { accounts } from './en/accounts';
import { appointments } from './en/appointments';
import { assignments } from './en/assignments';
import { audit } from './en/audit';
import { batches } from './en/batches';
import { calendar } from './en/calendar';
import { checklists } from './en/checklists';
import { command } from './en/command';
import { common } from './en/common';
import { divisions } from './en/divisions';
import { errors } from './en/errors';
import { figures } from './en/figures';
import { funds } from './en/funds';
import { home } from './en/home';
import { households } from './en/households';
import { inbox } from './en/inbox';
import { indicators } from './en/indicators';
import { letters } from './en/letters';
import { jobs } from './en/jobs';
import { lines } from './en/lines';
import { navigation } from './en/navigation';
import { posts } from './en/posts';
import { publicSide } from './en/public';
import { relief } from './en/relief';
import { reliefReviews } from './en/relief-reviews';
import { reliefApplications } from './en/relief-applications';
import { roles } from './en/roles';
import { shell } from './en/shell';
import { spotChecks } from './en/spot-checks';
import { visits } from './en/visits';
import type { Messages } from './locale';

export const en: Messages = {
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
