import pino, { type DestinationStream, type Logger } from 'pino';

/** JSON lines. A request is named by its path: queries carry tokens and what people search for. */
export const createLog = (level: string, destination: DestinationStream): Logger =>
  pino(
    {
      level,
      serializers: {
        req: ({ method, url, ip }: { method: string; url: string; ip: string }) => ({
          method,
          path: url.split('?')[0],
          ip,
        }),
        err: pino.stdSerializers.err,
      },
    },
    destination,
  );
