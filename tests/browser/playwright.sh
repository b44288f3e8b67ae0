#!/bin/sh
# playwright.sh NPM FOLDER: playwright-core below FOLDER, without a browser of
# its own. 77 where it can't be had.
set -u
version=1.58.2
installed=$2/node_modules/playwright-core/package.json
grep -q "\"version\": \"$version\"" "$installed" 2>/dev/null && exit 0
export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1
"$1" install --prefix "$2" --no-save --no-audit --no-fund --silent \
    "playwright-core@$version" && exit 0
echo "skipped: npm can't install playwright-core $version"
exit 77
