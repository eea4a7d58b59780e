import { useEffect, useRef, useState } from 'react';

/** Reads codes in a picture, as the Shape Detection API does. */
interface CodeReader {
  detect(picture: HTMLVideoElement): Promise<{ rawValue: string }[]>;
}
interface ReaderMaker {
  new (options: { formats: 'qr_code'[] }): CodeReader;
  getSupportedFormats(): Promise<readonly string[]>;
}

async function makeReader(): Promise<CodeReader> {
  const { BarcodeDetector: Own } = window as unknown as { BarcodeDetector?: ReaderMaker };
  // Some browsers have the name of it, and no kind of code that it reads.
  const isOwn = Own !== undefined && (await Own.getSupportedFormats()).includes('qr_code');
  const Reader: ReaderMaker = isOwn ? Own : (await import('qr/decode.js')).BarcodeDetector;
  return new Reader({ formats: ['qr_code'] });
}

let made: Promise<CodeReader> | undefined;
/** What reads codes here: the browser itself, else a library that only then is fetched. One that failed is tried again. */
export function codeReader(): Promise<CodeReader> {
  made ??= makeReader().catch((error: unknown) => {
    made = undefined;
    throw error;
  });
  return made;
}

const endTracks = (stream: MediaStream | null): void => {
  for (const track of stream?.getTracks() ?? []) track.stop();
};

/**
 * The phone's camera looking for QR codes. `ready` once there is a camera to ask for and what reads codes is there;
 * without, they come from a hand-held reader or are typed.
 * @param take told of each code once as long as it is held before the camera
 */
export function useCamera(take: (code: string) => void) {
  const video = useRef<HTMLVideoElement>(null);
  const stream = useRef<MediaStream | null>(null);
  const [ready, setReady] = useState(false);
  const [on, setOn] = useState(false);
  const [refused, setRefused] = useState(false);
  const taker = useRef(take);
  useEffect(() => {
    taker.current = take;
  });
  useEffect(() => {
    // Browsers give cameras to pages of HTTPS alone.
    if (!('mediaDevices' in navigator)) return;
    void codeReader().then(
      () => setReady(true),
      () => {},
    );
  }, []);
  const stop = () => {
    endTracks(stream.current);
    stream.current = null;
    setOn(false);
  };
  const start = async () => {
    try {
      stream.current = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
      setRefused(false);
      setOn(true);
    } catch {
      setRefused(true);
    }
  };
  useEffect(() => {
    if (!on || !video.current) return undefined;
    const picture = video.current;
    picture.srcObject = stream.current;
    void picture.play();
    let last = '';
    let isLooking = false;
    const look = async () => {
      if (isLooking) return;
      isLooking = true;
      // A picture that isn't there yet can't be read.
      const [found] = await codeReader()
        .then((reader) => reader.detect(picture))
        .catch(() => []);
      if (found && found.rawValue !== last) taker.current(found.rawValue);
      last = found?.rawValue ?? '';
      isLooking = false;
    };
    const timer = setInterval(() => void look(), 300);
    return () => clearInterval(timer);
  }, [on]);
  useEffect(() => () => endTracks(stream.current), []);
  return { video, ready, on, refused, start, stop };
}
