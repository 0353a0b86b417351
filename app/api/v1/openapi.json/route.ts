import { openApi } from '../document';

/** The description of the API; public, because it tells nothing of the county. */
export const GET = (): Response => Response.json(openApi());
