import { index, route, type RouteConfig } from '@react-router/dev/routes';

export default [
  index('routes/home.tsx'),
  route('products', 'routes/products.tsx'),
  route('products/:id', 'routes/product.tsx'),
  route('members', 'routes/members.tsx'),
  route('members/:id', 'routes/member.tsx'),
  route('resources', 'routes/resources.tsx'),
  route('charter', 'routes/charter.tsx'),
  route('apply', 'routes/apply.tsx'),
  route('admissions', 'routes/admissions.tsx'),
  route('admissions/:id', 'routes/admission.tsx'),
  route('organisation', 'routes/organisation.tsx'),
  route('sign-in', 'routes/sign-in.tsx'),
  route('sign-in/code', 'routes/sign-in-code.tsx'),
  route('sign-up', 'routes/sign-up.tsx'),
  route('sign-out', 'routes/sign-out.ts'),
  route('preferences', 'routes/preferences.ts'),
  route('*', 'routes/not-found.ts'),
] satisfies RouteConfig;
