'use client';

import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react';

const SHOWN_MS = 4_000;

export type WallControlsProps = {
  views: { href: string; label: string }[];
  current: number;
  /** messages(locale).shell.wall */
  labels: { controls: string; previous: string; next: string; pause: string; play: string; fullScreen: string; leave: string };
  /** Where 'back to work pages' goes. */
  leave: string;
  rotateSeconds?: number;
  /** Keeps the controls on screen and the view still: somebody is choosing. */
  pinned?: boolean;
  /** The filter form, or the way to it. */
  children?: ReactNode;
};

const BUTTON = 'min-h-11 border border-line-strong px-3 whitespace-nowrap hover:bg-wash aria-[current=page]:bg-ink aria-[current=page]:text-ground md:min-h-9';

/**
 * Controls that appear when the mouse moves, the screen is tapped or a key is pressed. Arrows change the view, F fills the screen;
 * after some idle seconds the next view comes by itself, unless paused, or unless the reader asked for less motion.
 */
export function WallControls({ views, current, labels, leave, rotateSeconds = 20, pinned = false, children }: WallControlsProps) {
  const router = useRouter();
  const [shown, setShown] = useState(false);
  const [rotating, setRotating] = useState<boolean | null>(null);
  const [touched, setTouched] = useState(0);

  // Where the keys have got to: two quick presses go two views on, though the first has not arrived yet.
  const at = useRef(current);
  // Each live change draws the same views anew: neither timer below begins again for it.
  const offered = useRef(views);
  const go = useCallback(
    (by: number) => {
      const { length } = offered.current;
      if (length < 2) return;
      at.current = (at.current + by + length) % length;
      const view = offered.current[at.current];
      if (view) router.replace(view.href, { scroll: false });
    },
    [router],
  );
  useEffect(() => {
    at.current = current;
  }, [current]);
  useEffect(() => {
    offered.current = views;
  }, [views]);

  useEffect(() => {
    let hide: ReturnType<typeof setTimeout> | undefined;
    const wake = (event: Event) => {
      setShown(true);
      // Whole seconds, so that a moving mouse does not draw the bar anew each time.
      setTouched(Math.floor(event.timeStamp / 1000));
      clearTimeout(hide);
      hide = setTimeout(() => setShown(false), SHOWN_MS);
    };
    const onKey = (event: KeyboardEvent) => {
      wake(event);
      if (event.ctrlKey || event.metaKey || event.altKey || (event.target as Element).closest('input, select, textarea')) return;
      if (event.key === 'ArrowRight') go(1);
      else if (event.key === 'ArrowLeft') go(-1);
      else if (event.key.toLowerCase() === 'f') fillScreen();
      else return;
      event.preventDefault();
    };
    addEventListener('pointermove', wake);
    addEventListener('pointerdown', wake);
    addEventListener('keydown', onKey);
    return () => {
      clearTimeout(hide);
      removeEventListener('pointermove', wake);
      removeEventListener('pointerdown', wake);
      removeEventListener('keydown', onKey);
    };
  }, [go]);

  useEffect(() => {
    const still = matchMedia('(prefers-reduced-motion: reduce), (max-width: 47.99rem)').matches;
    if (pinned || !(rotating ?? !still)) return;
    const next = setInterval(() => !document.hidden && go(1), rotateSeconds * 1000);
    return () => clearInterval(next);
  }, [go, current, pinned, rotating, rotateSeconds, touched]);

  return (
    <nav
      className={`z-40 flex flex-wrap items-end justify-center gap-2 bg-panel p-3 md:fixed md:bottom-4 md:left-1/2 md:max-w-[95vw] md:-translate-x-1/2 md:border md:border-line-strong md:transition-opacity md:focus-within:opacity-100 ${shown || pinned ? 'md:opacity-100' : 'md:pointer-events-none md:opacity-0'}`}
      data-shown={shown || pinned}
      aria-label={labels.controls}
    >
      {children}
      <button type="button" className={BUTTON} onClick={() => go(-1)}>
        <span aria-hidden="true">← </span>
        {labels.previous}
      </button>
      {views.map(({ href, label }, place) => (
        <button key={href} type="button" className={BUTTON} aria-current={place === current ? 'page' : undefined} onClick={() => go(place - at.current)}>
          {label}
        </button>
      ))}
      <button type="button" className={BUTTON} onClick={() => go(1)}>
        {labels.next}
        <span aria-hidden="true"> →</span>
      </button>
      <button type="button" className={`${BUTTON} max-md:hidden`} onClick={() => setRotating((now) => now === false)}>
        {rotating === false ? labels.play : labels.pause}
      </button>
      <button type="button" className={`${BUTTON} max-md:hidden`} onClick={fillScreen}>
        {labels.fullScreen}
      </button>
      <a href={leave} className={`${BUTTON} inline-flex items-center`}>
        {labels.leave}
      </a>
    </nav>
  );
}

/** F and the button: into full screen and out of it. A browser that refuses leaves all as it is. */
function fillScreen() {
  if (document.fullscreenElement) void document.exitFullscreen();
  else void document.documentElement.requestFullscreen().catch(() => undefined);
}
