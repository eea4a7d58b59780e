import { index, route, type RouteConfig } from '@react-router/dev/routes';

export default [
  index('routes/home.tsx'),
  route('members', 'routes/members.tsx'),
  route('members/:id', 'routes/member.tsx'),
  route('resources', 'routes/resources.tsx'),
  route('charter', 'routes/charter.tsx'),
  route('preferences', 'routes/preferences.ts'),
  route('*', 'routes/not-found.ts'),
] satisfies RouteConfig;
