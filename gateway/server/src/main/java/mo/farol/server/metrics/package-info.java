/** Figures for operators; nothing in them is about a person. */
@NullMarked
package mo.farol.server.metrics;

import org.jspecify.annotations.NullMarked;
