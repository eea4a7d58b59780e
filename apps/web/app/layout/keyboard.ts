import { useEffect, useRef } from 'react';
import { useLocation, useNavigation } from 'react-router';

/** What holds for the keyboard on every page: Escape closes what was opened, and the focus is never lost. */
export function useKeyboard(): void {
  useEscape();
  useFocusKept();
}

/** Escape closes the disclosure that the focus is in and gives the focus back to what opened it. */
function useEscape(): void {
  useEffect(() => {
    const close = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      const open = document.activeElement?.closest<HTMLDetailsElement>('details[open]');
      const summary = open?.querySelector('summary');
      // One that the style sheet holds open has its summary hidden and stays.
      if (!open || !summary || summary.getClientRects().length === 0) return;
      open.open = false;
      summary.focus();
    };
    document.addEventListener('keydown', close);
    return () => document.removeEventListener('keydown', close);
  }, []);
}

/**
 * After a step to another page the reader stands at its content, as after loading it whole; after a form was
 * sent, too, where the button that sent it is gone, rather than nowhere.
 */
function useFocusKept(): void {
  const { pathname } = useLocation();
  const { state } = useNavigation();
  const last = useRef({ pathname, busy: false });
  useEffect(() => {
    const { pathname: from, busy } = last.current;
    last.current = { pathname, busy: state !== 'idle' };
    if (state !== 'idle') return;
    const lost = document.activeElement === null || document.activeElement === document.body;
    if (from !== pathname || (busy && lost))
      document.querySelector<HTMLElement>('#content')?.focus({ preventScroll: true });
  }, [pathname, state]);
}
