'use client';

import { type ChangeEvent, useEffect, useState } from 'react';
import { buttonClass } from '@/components/ui/classes';
import { smaller } from '@/components/ui/picture';
import { VISIT_PHOTOS } from '@/domain/visit';
import { dropPhoto, keepPhoto, photosOf } from './outbox';

export interface PhotoTexts {
  photos: string;
  photosHint: string;
  addPhoto: string;
  removePhoto: string;
  photo: string;
  photoFull: string;
  /** Some of those chosen were more than a visit takes. */
  tooMany: string;
}

type Shown = { key: string; url: string };

/** Photos of a visit: made smaller and kept, sealed, the moment they are taken. */
export function PhotoPicker({ account, visit, texts }: { account: number; visit: string; texts: PhotoTexts }) {
  const [photos, setPhotos] = useState<Shown[]>([]);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  useEffect(() => {
    let gone = false;
    const urls: string[] = [];
    void photosOf(account, visit).then((kept) => {
      if (gone) return;
      setPhotos(kept.map(({ key, picture }) => ({ key, url: urls[urls.push(URL.createObjectURL(picture)) - 1] as string })));
    });
    return () => {
      gone = true;
      urls.forEach((url) => URL.revokeObjectURL(url));
    };
  }, [account, visit]);

  async function add({ target }: ChangeEvent<HTMLInputElement>) {
    const chosen = [...(target.files ?? [])];
    const room = VISIT_PHOTOS - photos.length;
    setBusy(true);
    setProblem(chosen.length > room ? texts.tooMany : '');
    try {
      for (const file of chosen.slice(0, room)) {
        const picture = await smaller(file);
        const key = await keepPhoto(account, visit, picture);
        setPhotos((before) => [...before, { key, url: URL.createObjectURL(picture) }]);
      }
    } catch {
      setProblem(texts.photoFull);
    } finally {
      target.value = '';
      setBusy(false);
    }
  }

  function remove(key: string) {
    void dropPhoto(key);
    setProblem('');
    setPhotos((before) => before.filter((photo) => photo.key !== key));
  }

  return (
    <div className="space-y-1">
      <p className="text-sm font-medium">{texts.photos}</p>
      <ul className="flex flex-wrap gap-3">
        {photos.map(({ key, url }, at) => (
          <li key={key} className="space-y-1">
            {/* eslint-disable-next-line @next/next/no-img-element -- a picture of this device */}
            <img src={url} alt={`${texts.photo} ${at + 1}`} className="size-24 border border-line object-cover" />
            <button type="button" onClick={() => remove(key)} className={buttonClass('quiet', true)} aria-label={`${texts.removePhoto} ${at + 1}`}>
              {texts.removePhoto}
            </button>
          </li>
        ))}
      </ul>
      {photos.length < VISIT_PHOTOS && (
        <label className={`${buttonClass('secondary')} cursor-pointer focus-within:outline-2 focus-within:outline-offset-2`}>
          {texts.addPhoto}
          <input type="file" accept="image/jpeg,image/png" multiple disabled={busy} onChange={(event) => void add(event)} aria-describedby="photos-hint" className="sr-only" />
        </label>
      )}
      <p role="alert" className="text-sm text-red empty:hidden">
        {problem && `▲ ${problem}`}
      </p>
      <p id="photos-hint" className="text-sm text-muted">
        {texts.photosHint}
      </p>
    </div>
  );
}
