/** A value as a length beside its number, which is what is read; comparable down a column. Drawn with SVG attributes, without script. */
export function Length({ share, children }: { share: number; children: string }) {
  return (
    <span className="flex items-center gap-2 sm:gap-3">
      <svg aria-hidden="true" className="h-3 min-w-6 grow sm:min-w-16" width="100%" height="12">
        <rect width={`${Math.min(100, Math.max(0, share))}%`} height="100%" className="fill-cool-5" />
      </svg>
      <span className="w-14 shrink-0 sm:w-18 text-end">{children}</span>
    </span>
  );
}
