'use client';

import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { Dialog as AriaDialog, DialogTrigger, Heading } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { buttonClass, type Tone } from './classes';

export type DialogProps = {
  /** The text of the button that opens it. */
  trigger: string;
  title: string;
  close: string;
  children: ReactNode;
  tone?: Tone;
  small?: boolean;
};

/** A question that must be answered before going on: holds the focus, Escape leaves. Put the form inside. */
export function Dialog({ trigger, title, close, children, tone = 'secondary', small }: DialogProps) {
  return (
    <DialogTrigger>
      <Button className={buttonClass(tone, small)}>{trigger}</Button>
      <ModalOverlay isDismissable className="fixed inset-0 z-50 grid place-items-end bg-[#16191d]/50 sm:place-items-center">
        <Modal className="max-h-[90dvh] w-full overflow-auto border-t-2 border-accent bg-panel p-5 sm:w-[32rem]">
          <AriaDialog className="outline-none">
            <div className="mb-3 flex items-start justify-between gap-4">
              <Heading slot="title" className="text-lg font-semibold">
                {title}
              </Heading>
              <Button slot="close" className={buttonClass('quiet', true)}>
                {close}
              </Button>
            </div>
            {children}
          </AriaDialog>
        </Modal>
      </ModalOverlay>
    </DialogTrigger>
  );
}
