import type { EvidenceRow } from '../queries/find-checklist';

/** The files: a picture is seen where it stands and opens large, a PDF is a download. */
export function FileLinks({ files }: { files: readonly EvidenceRow[] }) {
  if (files.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-2">
      {files.map(({ id, name, type, size }) => (
        <li key={id}>
          <a href={`/api/evidence/${id}`} className="underline decoration-line-strong underline-offset-4 hover:decoration-ink" rel="noopener" target="_blank">
            {type === 'image/jpeg' && <Picture id={id} />}
            {name}
          </a>{' '}
          <span className="text-sm text-muted">{Math.max(1, Math.round(size / 1024))} KB</span>
        </li>
      ))}
    </ul>
  );
}

// eslint-disable-next-line @next/next/no-img-element -- evidence passes no image cache
const Picture = ({ id }: { id: number }) => <img src={`/api/evidence/${id}`} alt="" loading="lazy" className="mb-1 block max-h-40 max-w-full border border-line" />;
