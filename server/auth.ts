import 'server-only';
import type { NextAuthOptions } from 'next-auth';
import Credentials from 'next-auth/providers/credentials';
import { ownPath } from '@/domain/own-path';
import { requestAddress } from './address';
import { authSecret } from './secret';
import { SESSION_SECONDS } from './session-cookie';
import { authenticate, closeSession, openVerified } from './sign-in';
import { viewerOfSession } from './viewer';

declare module 'next-auth' {
  interface Session {
    user?: { name: string; username: string; roles: readonly string[] };
  }
}
declare module 'next-auth/jwt' {
  interface JWT {
    sid?: string;
  }
}

async function signedIn(username: string, password: string): Promise<string | null> {
  const address = await requestAddress();
  const result = await authenticate(username, password, address);
  return 'refused' in result ? null : openVerified(result, address);
}

/** next-auth would put what failed into the address that it leads to. */
function refusedWithoutWords(failure: unknown): null {
  console.error('signing in failed:', failure instanceof Error ? failure.name : typeof failure);
  return null;
}

let made: NextAuthOptions | undefined;

/** next-auth's endpoints for programs (docs/decisions/07-access.md). The token holds a session's id and nothing else; its row is the truth. */
export function authOptions(): NextAuthOptions {
  return (made ??= {
    secret: authSecret(),
    session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
    pages: { signIn: '/sign-in', error: '/sign-in', signOut: '/sign-in' },
    providers: [
      Credentials({
        name: 'password',
        credentials: { username: {}, password: {} },
        async authorize(given) {
          const { username, password } = given ?? {};
          if (typeof username !== 'string' || typeof password !== 'string') return null;
          const sid = await signedIn(username, password).catch(refusedWithoutWords);
          return sid === null ? null : { id: sid };
        },
      }),
    ],
    callbacks: {
      async jwt({ token, user }) {
        if (user) return { sid: user.id };
        return token.sid ? { sid: token.sid } : {};
      },
      async session({ session, token }) {
        const viewer = token.sid ? await viewerOfSession(token.sid) : null;
        return { expires: session.expires, ...(viewer && { user: { name: viewer.name, username: viewer.username, roles: viewer.roles } }) };
      },
      redirect({ url, baseUrl }) {
        const inside = URL.canParse(url) && new URL(url).origin === new URL(baseUrl).origin;
        return new URL(ownPath(inside ? new URL(url).pathname + new URL(url).search : url), baseUrl).toString();
      },
    },
    events: {
      async signOut({ token }) {
        if (token.sid) await closeSession(token.sid, await requestAddress());
      },
    },
    // Its own log prints errors with what was sent; refusals are in the audit trail.
    logger: { error: (code) => console.error(`next-auth: ${code}`), warn: () => {}, debug: () => {} },
  });
}
