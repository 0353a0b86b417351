import type { MetadataRoute } from 'next';
import { zhCN } from '@/messages/zh-CN';

/** The installed application: opens at one's own work, or without signal at the page the worker keeps. */
export default function manifest(): MetadataRoute.Manifest {
  return {
    id: '/',
    name: `${zhCN.shell.product} · ${zhCN.shell.tagline}`,
    short_name: zhCN.shell.product,
    lang: 'zh-CN',
    start_url: '/',
    scope: '/',
    display: 'standalone',
    background_color: '#ffffff',
    theme_color: '#c1102a',
    icons: [
      { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
      { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
      { src: '/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
    shortcuts: [{ name: zhCN.visits.form.title, url: '/visits/new' }],
  };
}
