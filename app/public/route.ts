/** GET /public: the first of the public pages. */
export const GET = (): Response => new Response(null, { status: 307, headers: { location: '/public/notices' } });
