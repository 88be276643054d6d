import js from '@eslint/js'
import jsxA11y from 'eslint-plugin-jsx-a11y'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

const clockRule = {
  selector: "CallExpression[callee.object.name='Date'][callee.property.name='now'], NewExpression[callee.name='Date'][arguments.length=0]",
  message: 'Ask app/platform/clock.server.ts (or app/ui/clock.ts in the browser) for the time.',
}
const envRule = { selector: "MemberExpression[object.name='process'][property.name='env']", message: 'Settings come from app/platform/env.server.ts.' }
const intlRule = {
  selector: "MemberExpression[object.name='Intl'], CallExpression[callee.property.name=/^toLocale/]",
  message: 'Dates and numbers are formatted in app/kernel/time.ts and app/i18n.',
}
const effectRule = { selector: "CallExpression[callee.name='useEffect']", message: 'Effects live in use-*.ts.' }
const defaultExportRule = { selector: 'ExportDefaultDeclaration', message: 'Name the export.' }

/** Rules of the house for a set of files, less those that the files are the owner of. */
function house(files, ...without) {
  const rules = [clockRule, envRule, intlRule, effectRule, defaultExportRule].filter((rule) => !without.includes(rule))
  return { files, rules: { 'no-restricted-syntax': ['error', ...rules] } }
}

export default tseslint.config(
  { ignores: ['build/', 'node_modules/', 'test-results/', '.data/', 'playwright-report/'] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  jsxA11y.flatConfigs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
      'max-len': ['error', { code: 140, ignoreUrls: true, ignoreStrings: true, ignoreTemplateLiterals: true, ignoreRegExpLiterals: true }],
    },
  },
  house(['app/**/*.{ts,tsx}', 'db/**/*.ts', 'server/**/*.ts']),
  house(['app/routes/**/*.{ts,tsx}', 'app/root.tsx', 'app/entry.*.tsx', 'app/routes.ts', 'db/drizzle.config.ts'], defaultExportRule),
  house(['app/platform/clock.server.ts', 'app/ui/clock.ts'], clockRule),
  house(['app/platform/env.server.ts'], envRule),
  house(['app/kernel/time.ts', 'app/i18n/**/*.ts'], intlRule),
  house(['app/**/use-*.{ts,tsx}'], effectRule),
  { files: ['tests/**', '*.config.{js,ts}'], rules: { 'max-lines-per-function': 'off', 'react-hooks/rules-of-hooks': 'off' } },
  {
    files: ['tests/support/thunderbird/in-window.mjs'],
    languageOptions: { globals: { ChromeUtils: 'readonly', Services: 'readonly', Ci: 'readonly' } },
  },
  { files: ['**/*.cjs'], languageOptions: { globals: { module: 'writable' } } },
)
