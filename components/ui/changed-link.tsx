/** Says (`said`) that the figure `label` reads otherwise now than when its month was closed, and opens what changed it. */
export function ChangedLink({ href, label, said }: { href: string; label: string; said: string }) {
  return (
    <a href={href} aria-label={`${label} ${said}`} className="whitespace-nowrap text-yellow underline underline-offset-2">
      <span aria-hidden="true">▲ </span>
      {said}
    </a>
  );
}
