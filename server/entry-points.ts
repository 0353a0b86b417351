import 'server-only';
import type { Right } from '@/domain/access';

/** Whom an entry point is for: everybody, whoever is signed in, or those with a right. */
export type Cell = Right | 'public' | 'signed-in';

/**
 * Every way in: pages, route handlers and server actions, one a line and sorted. What is in no cell fails the build
 * (entry-points.test.ts), and so does a page that asks for another right than its cell says.
 */
export const ENTRY_POINTS = {
  'GET /api/auth/[...nextauth]': 'public',
  'GET /api/evidence/[id]': 'checklists.view',
  'GET /api/health': 'public',
  'GET /api/live': 'live.view',
  'GET /api/v1/indicators': 'api.read',
  'GET /api/v1/measurements': 'api.read',
  'GET /api/v1/openapi.json': 'public',
  'POST /api/auth/[...nextauth]': 'public',
  'POST /indicators/[id]/export': 'indicators.export',
  'POST /api/evidence': 'evidence.add',
  'POST /locale': 'public',
  'POST /sign-out': 'public',
  'action accounts.changePassword': 'signed-in',
  'action accounts.disable': 'accounts.manage',
  'action accounts.enable': 'accounts.manage',
  'action accounts.endSessions': 'accounts.manage',
  'action accounts.resetPassword': 'accounts.manage',
  'action accounts.signIn': 'public',
  'action assignments.giveOver': 'handovers.confirm',
  'action assignments.reassign': 'assignments.reassign',
  'action assignments.takeOver': 'handovers.confirm',
  'action checklists.dropEvidence': 'evidence.add',
  'action checklists.save': 'checklists.file',
  'action checklists.sendBack': 'checklists.review',
  'action checklists.submit': 'checklists.file',
  'action checklists.verify': 'checklists.review',
  'action households.correctExit': 'households.correct',
  'action households.findById': 'households.view',
  'action households.recordSafeguard': 'households.correct',
  'action households.unmask': 'households.unmask',
  'page /': 'home.view',
  'page /account/password': 'signed-in',
  'page /command': 'command.view',
  'page /checklists': 'checklists.view',
  'page /checklists/[id]': 'checklists.view',
  'page /checklists/review': 'checklists.review',
  'page /assignments': 'assignments.view',
  'page /assignments/handovers/[id]': 'assignments.view',
  'page /assignments/reassign': 'assignments.reassign',
  'page /admin/audit': 'audit.view',
  'page /admin/people': 'people.view',
  'page /admin/people/[id]': 'people.view',
  'page /households': 'households.view',
  'page /households/[id]': 'households.view',
  'page /divisions/[code]': 'divisions.view',
  'page /indicators': 'indicators.view',
  'page /indicators/[id]': 'indicators.view',
  'page /posts': 'posts.view',
  'page /posts/[id]': 'posts.view',
  'page /sign-in': 'public',
  'page /zones/[no]': 'divisions.view',
} as const satisfies Record<string, Cell>;
