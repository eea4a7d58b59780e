import { useEffect, useRef, useState } from 'react';

/** Reads codes in a picture; part of some browsers only (Shape Detection API). */
interface CodeReader {
  detect(picture: HTMLVideoElement): Promise<{ rawValue: string }[]>;
}
type ReaderMaker = new (options: { formats: string[] }) => CodeReader;

const readerOf = (): ReaderMaker | undefined =>
  typeof window === 'undefined'
    ? undefined
    : (window as unknown as { BarcodeDetector?: ReaderMaker }).BarcodeDetector;

/** Whether this browser can read codes by its camera; elsewhere they come from a hand-held reader or are typed. */
export const canSee = (): boolean => readerOf() !== undefined && navigator.mediaDevices !== undefined;

const endTracks = (stream: MediaStream | null): void => {
  for (const track of stream?.getTracks() ?? []) track.stop();
};

/** The phone's camera looking for QR codes. @param take told of each code once as long as it is held before the camera */
export function useCamera(take: (code: string) => void) {
  const video = useRef<HTMLVideoElement>(null);
  const stream = useRef<MediaStream | null>(null);
  const [on, setOn] = useState(false);
  const [refused, setRefused] = useState(false);
  const taker = useRef(take);
  useEffect(() => {
    taker.current = take;
  });
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
    const Reader = readerOf();
    if (!on || !Reader || !video.current) return undefined;
    const picture = video.current;
    picture.srcObject = stream.current;
    void picture.play();
    const reader = new Reader({ formats: ['qr_code'] });
    let last = '';
    const look = async () => {
      // A picture that isn't there yet can't be read.
      const [found] = await reader.detect(picture).catch(() => []);
      if (found && found.rawValue !== last) taker.current(found.rawValue);
      last = found?.rawValue ?? '';
    };
    const timer = setInterval(() => void look(), 300);
    return () => clearInterval(timer);
  }, [on]);
  useEffect(() => () => endTracks(stream.current), []);
  return { video, on, refused, start, stop };
}
