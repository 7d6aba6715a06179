// What the parser of the W3C and one of players make of a file of WebVTT and one of SubRip.
import { readFileSync } from 'node:fs';
import { parse } from '@plussub/srt-vtt-parser';
import webvtt from 'webvtt-parser';
import entities from 'webvtt-parser/html-entities.json' with { type: 'json' };

const [vtt, srt] = process.argv.slice(2).map(file => readFileSync(file, 'utf8'));

const text = nodes => nodes.map(node => node.type === 'text' ? node.value : text(node.children ?? [])).join('');
const inOneLine = lines => lines.join(' ').replaceAll('\n', ' ');

const { cues, errors } = new webvtt.WebVTTParser(entities).parse(vtt);
errors.forEach(error => console.log(`line ${error.line}: ${error.message}`));
console.log(`vtt errors ${errors.length}`);
console.log(`vtt cues ${cues.length}`);
console.log(`vtt text ${inOneLine(cues.map(cue => text(cue.tree.children)))}`);

if (vtt.includes('-->') !== (parse(vtt).entries.length > 0)) {
    throw new Error('The players\' parser finds other captions.');
}
const entries = srt === '' ? [] : parse(srt).entries;
console.log(`srt cues ${entries.length}`);
console.log(`srt text ${inOneLine(entries.map(entry => entry.text))}`);
