// Azurite, for as long as whoever started it holds its input open.
process.stdin.on('end', () => process.exit(0)).resume();
require('azurite/dist/src/blob/main.js');
