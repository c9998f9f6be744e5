/** The operator API: what DSI's staff and the civil registry's link may ask for, each by their role. */
@NullMarked
package mo.farol.server.operator;

import org.jspecify.annotations.NullMarked;
