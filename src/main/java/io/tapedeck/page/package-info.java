/**
 * The pages that people see, filled into what {@code src/web} is built to, and the files that these load. What turns a view into
 * HTML may enter, and nothing that decides who sees it.
 */
package io.tapedeck.page;
