import NextAuth from 'next-auth';
import type { NextRequest } from 'next/server';
import { authOptions } from '@/server/auth';

type Context = { params: Promise<{ nextauth: string[] }> };

/** next-auth's own endpoints: csrf, callback/credentials, session, signout. */
export async function GET(request: NextRequest, context: Context): Promise<Response> {
  return NextAuth(request, context, authOptions());
}

export async function POST(request: NextRequest, context: Context): Promise<Response> {
  return NextAuth(request, context, authOptions());
}
