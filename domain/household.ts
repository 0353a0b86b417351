/** Causes of poverty (致贫原因): one main, at most two others (national registry form). */
export const CAUSES = [
  'illness', 'disability', 'schooling', 'disaster', 'no-land', 'no-water', 'no-skill', 'no-labour', 'no-capital', 'no-road', 'no-drive', 'other',
] as const;
export type Cause = (typeof CAUSES)[number];

/** The five safeguards and safe housing a household needs to exit (一超六有), beside income over the line. */
export const SAFEGUARDS = ['schooling', 'medical', 'housing', 'water', 'electricity', 'broadcast'] as const;
export type Safeguard = (typeof SAFEGUARDS)[number];
