import type { EvidenceRow } from '../queries/find-checklist';

/** Files to open: a picture in the browser, a PDF as a download. */
export function FileLinks({ files }: { files: readonly EvidenceRow[] }) {
  if (files.length === 0) return null;
  return (
    <ul className="space-y-1">
      {files.map(({ id, name, size }) => (
        <li key={id}>
          <a href={`/api/evidence/${id}`} className="underline decoration-line-strong underline-offset-4 hover:decoration-ink" rel="noopener" target="_blank">
            {name}
          </a>{' '}
          <span className="text-sm text-muted">{Math.max(1, Math.round(size / 1024))} KB</span>
        </li>
      ))}
    </ul>
  );
}
