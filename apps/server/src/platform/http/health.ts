import type { FastifyInstance } from 'fastify';
import { timingSafeEqual } from 'node:crypto';
import { isOwnMachine } from './server.ts';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';

/** What still has to happen before the service can be used. */
export interface Readiness {
  /** Names a condition that isn't met yet, with what is known of its progress. */
  wait(name: string, progress: string): void;
  done(name: string): void;
  waiting(): Record<string, string>;
}

/** Nothing to wait for until somebody says so. */
export function createReadiness(): Readiness {
  const open = new Map<string, string>();
  return {
    wait: (name, progress) => void open.set(name, progress),
    done: (name) => void open.delete(name),
    waiting: () => Object.fromEntries(open),
  };
}

/**
 * `/healthz` (the process answers), `/readyz` (it can be used: database there, demo loaded),
 * `/metrics` (Prometheus; for loopback callers, or for whoever knows `metricsToken`).
 */
export function mountHealth(
  app: FastifyInstance,
  options: { readiness: Readiness; ping: () => Promise<unknown>; metricsToken: string | undefined },
): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const seconds = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time to answer, by route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [registry],
  });
  app.addHook('onResponse', async (request, reply) => {
    seconds.observe(
      { method: request.method, route: request.routeOptions.url ?? 'none', status: String(reply.statusCode) },
      reply.elapsedTime / 1000,
    );
  });
  const unlimited = { config: { rateLimit: false as const }, logLevel: 'silent' as const };
  app.get('/healthz', unlimited, () => ({ status: 'ok' }));
  app.get('/readyz', unlimited, async (_, reply) => {
    const waiting = options.readiness.waiting();
    const database = await options.ping().then(
      () => true,
      () => false,
    );
    if (!database) waiting['database'] = 'unreachable';
    const ready = Object.keys(waiting).length === 0;
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'waiting', waiting });
  });
  app.get('/metrics', unlimited, async (request, reply) => {
    const allowed =
      options.metricsToken === undefined
        ? isOwnMachine(request)
        : matches(request.headers.authorization, options.metricsToken);
    if (!allowed) return reply.callNotFound();
    return reply.type(registry.contentType).send(await registry.metrics());
  });
  return registry;
}

function matches(header: string | undefined, token: string): boolean {
  const given = Buffer.from(header ?? '');
  const wanted = Buffer.from(`Bearer ${token}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
