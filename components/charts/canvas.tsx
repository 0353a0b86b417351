'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { dress, type ChartValues } from './dress';
import type { Drawing } from './engine';
import { TOKENS, type ChartOption, type Tokens } from './option';

type CanvasProps = { option: ChartOption; summary: string; values: ChartValues; onFailure: () => void };

/** Owns ECharts for one element: loads it after the first paint, draws, follows size and data, and lets go. */
export function Canvas({ option, summary, values, onFailure }: CanvasProps) {
  const element = useRef<HTMLDivElement>(null);
  const [drawing, setDrawing] = useState<Drawing | null>(null);
  const router = useRouter();

  useEffect(() => {
    let started: Drawing | null = null;
    let gone = false;
    import('./engine').then(({ start }) => {
      if (gone || !element.current) return;
      const target = element.current;
      started = start(target);
      started.on('finished', () => target.setAttribute('data-painted', 'true'));
      started.on('click', (event) => {
        const href = (event.data as { href?: unknown } | null)?.href;
        if (typeof href === 'string') router.push(href);
      });
      setDrawing(started);
    }, onFailure);
    return () => {
      gone = true;
      started?.dispose();
    };
    // The drawing lives as long as the element; onFailure and router only name what to call.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  useEffect(() => {
    const target = element.current;
    if (!drawing || !target) return;
    const paint = () => {
      drawing.resize();
      drawing.draw(dress(option, { ...surroundings(target), values, summary }));
    };
    const observer = new ResizeObserver(() => requestAnimationFrame(() => target.isConnected && paint()));
    observer.observe(target);
    return () => observer.disconnect();
  }, [drawing, option, values, summary]);

  return <div ref={element} className="size-full" data-painted="false" />;
}

/** Colours, type and motion as the page around the chart has them now. */
function surroundings(element: HTMLElement) {
  const style = getComputedStyle(element);
  const tokens = Object.fromEntries(TOKENS.map((token) => [token, style.getPropertyValue(`--color-${token}`).trim()])) as Tokens;
  const root = parseFloat(getComputedStyle(document.documentElement).fontSize);
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  return { tokens, font: style.fontFamily, size: root * 0.8, width: element.clientWidth, still };
}
