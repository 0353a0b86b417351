/** What every township must have for its county to leave the list (一低三有), besides low incidence. */
export const TOWNSHIP_SERVICES = ['central-school', 'clinic', 'service-centre'] as const;
export type TownshipService = (typeof TOWNSHIP_SERVICES)[number];

/** Whether all townships of a place have one that is up to standard; null where there are none. */
export const everywhere = (having: number, townships: number): boolean | null => (townships === 0 ? null : having >= townships);
