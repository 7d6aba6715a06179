import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { defineConfig } from 'vite';

const licence = readFileSync('node_modules/wavesurfer.js/LICENSE', 'utf8');

export default defineConfig({
  plugins: [wavesWithoutInlineStyle(), listOfAssets()],
  // its modules as they were written, which can be changed as below
  resolve: { alias: { 'wavesurfer.js': resolve('node_modules/wavesurfer.js/dist/wavesurfer.js') } },
  build: {
    outDir: '../../web',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: false,
    rolldownOptions: {
      input: ['open.html', 'locked.html', 'sorry.html'],
      output: { postBanner: `/*! wavesurfer.js\n${licence}*/` },
    },
  },
});

/** The pages' Content-Security-Policy allows no style element, which wavesurfer puts into its shadow tree. */
function wavesWithoutInlineStyle() {
  const style = /shadow\.innerHTML = `\s*<style[^>]*>([^]*?)<\/style>/;
  return {
    name: 'waves-without-inline-style',
    transform(code, id) {
      return id.endsWith('/wavesurfer.js/dist/renderer.js')
        ? code.replace(style, 'const sheet = new CSSStyleSheet(); sheet.replaceSync(`$1`); shadow.adoptedStyleSheets = [sheet]; shadow.innerHTML = `')
        : null;
    },
    generateBundle(_, bundle) {
      if (Object.values(bundle).some(file => file.code?.includes('<style'))) {
        throw new Error('wavesurfer.js sets its style elsewhere than this looks for it');
      }
    },
  };
}

/** The server hands out what is named in this list and nothing else. */
function listOfAssets() {
  return {
    name: 'list-of-assets',
    enforce: 'post',
    generateBundle(_, bundle) {
      const names = Object.keys(bundle).filter(name => name.startsWith('assets/')).map(name => name.slice('assets/'.length));
      this.emitFile({ type: 'asset', fileName: 'assets.txt', source: `${names.sort().join('\n')}\n` });
    },
  };
}
