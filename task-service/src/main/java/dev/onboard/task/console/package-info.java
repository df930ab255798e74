/**
 * The console: pages that people look at. All pages and forms are under {@code /console},
 * and nothing else is but the files of an import: a path there answers with HTML and is
 * asked for by a browser, any other path belongs to the REST API. A GET shows, a POST
 * does something and leads to the page that shows it. With the header {@code HX-Request}
 * a page comes without what stands around it, for those of its elements to be replaced
 * that are marked {@code data-refresh}.
 * <p>
 * Calls use cases, and neither the REST API nor anything that it is made of.
 */
@NullMarked
package dev.onboard.task.console;

import org.jspecify.annotations.NullMarked;
