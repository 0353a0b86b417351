import 'server-only';
import { sql } from 'drizzle-orm';
import { cookies, headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import { standsOn } from '@/db/dated';
import { asSystem, type Tx } from '@/db/fence';
import { ISSUED_HASHES } from '@/db/password';
import { may, type Right } from '@/domain/access';
import { type Area, areaOf } from '@/domain/area';
import { ownPath, PATH_HEADER } from '@/domain/own-path';
import { standing, type Standing } from '@/domain/scope';
import type { Ground, Scope, Serving, Viewer } from '@/domain/viewer';
import { demonstrationAllowed } from './demonstration';
import { readSid } from './session-cookie';

/** Who asks, or null. Looked up once a request: a revoked session, a disabled account or an ended duty ends here. */
export const viewerOrNull = cache(async (): Promise<Viewer | null> => {
  const sid = await readSid(await cookies(), await headers());
  return sid === null ? null : viewerOfSession(sid);
});

/** Who asks; whoever is signed out is sent to the sign-in page and back. */
export async function currentViewer(): Promise<Viewer> {
  const viewer = await viewerOrNull();
  if (viewer) return viewer;
  const path = ownPath((await headers()).get(PATH_HEADER));
  redirect(path === '/' ? '/sign-in' : `/sign-in?callbackUrl=${encodeURIComponent(path)}`);
}

/**
 * Ends the request as *not found* unless the viewer has the right: a page that is not for you looks like none. Whoever came in with
 * a password that was handed out is led from every page to the one that changes it.
 */
export function allow(viewer: Viewer, right: Right): void {
  if (viewer.passwordIssued) redirect('/account/password');
  if (!may(viewer, right)) notFound();
}

/** The viewer of a session row that is alive: not revoked, seen within 30 minutes, begun within 8 hours, account in use. */
export async function viewerOfSession(sid: string): Promise<Viewer | null> {
  const found = await aliveSession(sid);
  if (found?.stale) await asSystem('sign-in', (tx) => tx.execute(sql`update sessions set seen_at = now() where sid = ${sid} and revoked_at is null`));
  return found?.viewer ?? null;
}

/** The same for an open stream, which asks again and again by itself: that is no sign of life, so the session is not seen. */
export async function watcherOfSession(sid: string): Promise<Viewer | null> {
  return (await aliveSession(sid))?.viewer ?? null;
}

async function aliveSession(sid: string): Promise<{ stale: boolean; viewer: Viewer } | null> {
  return asSystem('sign-in', async (tx) => {
    const row = await personOf(tx, sql`
      join sessions on sessions.account_id = accounts.id
      where sessions.sid = ${sid} and sessions.revoked_at is null and accounts.disabled_at is null
        and sessions.seen_at > now() - interval '30 minutes' and sessions.created_at > now() - interval '8 hours'`, sql`sessions.seen_at < now() - interval '1 minute'`);
    const viewer = row && (await viewerOf(tx, row));
    // Whoever has no duty today would not be let in either.
    return viewer && viewer.roles.length > 0 ? { stale: row.stale, viewer } : null;
  }, 'read');
}

/** The viewer an account would be, without a session: for the command line and tests. */
export async function viewerFor(accountId: number): Promise<Viewer | null> {
  return asSystem('sign-in', async (tx) => {
    const row = await personOf(tx, sql`where accounts.id = ${accountId} and accounts.disabled_at is null`, sql`false`);
    return row && viewerOf(tx, row);
  }, 'read');
}

interface PersonRow extends Record<string, unknown> {
  accountId: number;
  personId: number;
  username: string;
  name: string;
  demo: boolean;
  issued: boolean;
  stale: boolean;
  appointments: Serving[];
}

async function personOf(tx: Tx, which: ReturnType<typeof sql>, stale: ReturnType<typeof sql>): Promise<PersonRow | null> {
  const { rows } = await tx.execute<PersonRow>(sql`
    with day as materialized (select (county_now() at time zone 'Asia/Shanghai')::date as today),
    account as materialized (
      select accounts.id, accounts.person_id, accounts.username, accounts.demo, coalesce(accounts.password_hash like ${ISSUED_HASHES}, false) as issued, ${stale} as stale from accounts ${which}
    ),
    serving as materialized (
      select appointments.id, post_id as "postId", posts.kind as "postKind", duty, appointments.division, posts.zone_no as "zoneNo", posts.line
      from appointments join posts on posts.id = post_id, day
      where person_id = (select person_id from account) and ${standsOn(sql`appointments`, sql`today`)}
    )
    select account.id as "accountId", people.id as "personId", username, people.name, demo, issued, stale,
      coalesce((select json_agg(serving order by id) from serving), '[]') as appointments
    from account join people on people.id = account.person_id`);
  return rows[0] ?? null;
}

/**
 * Whoever comes without signing in: no person, no role, no ground. What the public may read is not fenced (notices, the fund's
 * books); what it sends in goes to one village, and `village` opens just that.
 */
export function publicViewer(village: string | null = null): Viewer {
  const ground: Ground = { area: village === null ? null : areaOf(village), households: '*', audit: '', lines: [] };
  return { personId: 0, accountId: 0, username: 'public', name: '', roles: [], appointments: [], scope: ground as Scope, home: '', homeZone: null, passwordIssued: false };
}

/** The only other place where a Viewer is made. */
async function viewerOf(tx: Tx, row: PersonRow): Promise<Viewer | null> {
  if (row.demo && !demonstrationAllowed()) return null;
  const zones = await townshipsOf(tx, row.appointments.flatMap(({ zoneNo }) => (zoneNo === null ? [] : [zoneNo])));
  const stand = standing(row.appointments, (zone) => zones.get(zone) ?? []);
  const households = await householdsOf(tx, stand, row);
  return {
    personId: row.personId,
    accountId: row.accountId,
    username: row.username,
    name: row.name,
    roles: stand.roles,
    appointments: row.appointments,
    scope: { ...stand.ground, households } as Scope,
    home: stand.home,
    homeZone: stand.homeZone,
    passwordIssued: row.issued,
  };
}

/** The townships of the zones somebody serves in; most serve in none. */
async function townshipsOf(tx: Tx, zones: readonly number[]): Promise<Map<number, string[]>> {
  if (zones.length === 0) return new Map();
  const { rows } = await tx.execute<{ no: number; townships: string[] }>(sql`
    select zone_no as no, array_agg(code order by code) as townships from divisions where level = 'township' and zone_no in ${[...zones]} group by zone_no`);
  return new Map(rows.map(({ no, townships }) => [no, townships]));
}

async function householdsOf(tx: Tx, stand: Standing, { personId, appointments }: PersonRow): Promise<'*' | readonly number[]> {
  if (stand.households === 'all') return '*';
  if (stand.households === 'none') return [];
  const own = appointments.some(({ duty }) => duty === 'cadre') ? await householdsInCare(tx, personId) : [];
  return stand.households === 'whole' && stand.whole ? [...own, ...(await householdsIn(tx, stand.whole))] : own;
}

/** Those assigned today, and those given away until the hand-over is confirmed: nobody confirms a sheet they cannot read. */
async function householdsInCare(tx: Tx, personId: number): Promise<number[]> {
  const { rows } = await tx.execute<{ id: number }>(sql`
    select household_id as id from assignments, (select (county_now() at time zone 'Asia/Shanghai')::date as today) as day
    where person_id = ${personId} and ${standsOn(sql`assignments`, sql`today`)}
    union select a.household_id from handovers h join assignments a on a.handover_id = h.id where h.from_person_id = ${personId} and h.given_at is null
    order by id`);
  return rows.map((row) => row.id);
}

/** Rare: somebody who sees all households of one place and only some, or none, of another. */
async function householdsIn(tx: Tx, area: Area): Promise<number[]> {
  const listed = area.townships === '*' ? sql`true` : sql`(left(division, 9) in ${[...area.townships]} or division in ${[...area.townships]})`;
  const { rows } = await tx.execute<{ id: number }>(sql`
    select id from households where division >= ${area.from} and division < ${area.to} and ${listed} order by id`);
  return rows.map((row) => row.id);
}
