'use client';

import { useState } from 'react';

/**
 * A box of the queue, ticked until somebody unticks it. A form forgets what it showed when it is answered and goes back to what
 * its boxes began with: this one begins where it was left, so that nothing unread is verified with the next press.
 */
export function PickBox({ value, label }: { value: string; label: string }) {
  const [ticked, tick] = useState(true);
  return <input type="checkbox" name="pick" value={value} defaultChecked={ticked} onChange={(event) => tick(event.target.checked)} aria-label={label} className="size-5 accent-accent lg:size-4" />;
}
